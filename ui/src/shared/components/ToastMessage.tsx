// The content of a toast with one action.
import { Button, Group, Text } from "@mantine/core";

export interface ToastAction {
  /** Already translated. */
  label: string;
  run: () => void;
}

interface ToastMessageProps {
  message: string;
  action: ToastAction;
  /** Takes the toast away once the action was chosen. */
  onDone: () => void;
}

export function ToastMessage({ message, action, onDone }: ToastMessageProps) {
  const choose = () => {
    onDone();
    action.run();
  };
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="default" flex="none" onClick={choose}>
        {action.label}
      </Button>
    </Group>
  );
}
