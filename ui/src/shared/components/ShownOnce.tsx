// A secret that is shown only now, with a button to copy it. It is kept only in the state of the component that shows it.
import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { Copy, KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export function ShownOnce({ secret, text }: { secret: string; text: string }) {
  const { t } = useTranslation("admin");
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    void navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Alert color="gray" icon={<KeyRound size={18} aria-hidden />} role="status">
      <Text size="sm" mb={6}>
        {text}
      </Text>
      <Group gap="xs">
        <Code style={{ overflowWrap: "anywhere" }}>{secret}</Code>
        <Button size="compact-sm" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
          {copied === undefined ? t("secret.copy") : t(copied ? "secret.copied" : "secret.copyFailed")}
        </Button>
      </Group>
    </Alert>
  );
}
