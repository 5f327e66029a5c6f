// A button that copies a text, and says whether it could.
import { Button, Group, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";

interface CopyButtonProps {
  text: string;
  label: string;
  copied: string;
  failed: string;
}

export function CopyButton({ text, label, copied, failed }: CopyButtonProps) {
  const [done, setDone] = useState<boolean>();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  const Icon = done === true ? Check : Copy;
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-md" leftSection={<Icon size={16} aria-hidden />} onClick={copy}>
        {label}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {done === undefined ? "" : done ? copied : failed}
      </Text>
    </Group>
  );
}
