// Asks before something that is hard to take back: what will change, line by line. The focus returns
// to the button that asked, because Mantine's modals give it back.
import { List, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import i18next from "i18next";
import { openOverlay } from "@/shared/overlays";

interface Question {
  title: string;
  /** A sentence before the changes, where one is needed. */
  message?: string;
  /** What the act changes, one line each, figures already formatted. */
  changes: readonly string[];
  /** The verb of the act, never just "OK". */
  confirmLabel: string;
  /** Instead of "Cancel", where that could be taken for the act itself. */
  keepLabel?: string;
  /** Colours the button as a warning. */
  destructive?: boolean;
}

/** Resolves to whether the act was confirmed. */
export function confirm({ title, message, changes, confirmLabel, keepLabel, destructive = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    openOverlay(() =>
      modals.openConfirmModal({
        title,
        children: <Changes message={message} changes={changes} />,
        labels: { confirm: confirmLabel, cancel: keepLabel ?? i18next.t("common:cancel") },
        // The lightest red on which white text reaches AA.
        confirmProps: destructive ? { color: "red.9" } : {},
        closeButtonProps: { "aria-label": i18next.t("common:close") },
        onConfirm: () => resolve(true),
        onCancel: () => resolve(false),
        onClose: () => resolve(false),
      }),
    );
  });
}

function Changes({ message, changes }: Pick<Question, "message" | "changes">) {
  return (
    <Stack gap="sm">
      {message !== undefined && <Text>{message}</Text>}
      <List spacing={6} size="sm">
        {changes.map((change) => (
          <List.Item key={change}>{change}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
