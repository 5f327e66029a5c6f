// The version of the window's program with its commit, where a user who asks for help looks for it; nothing in a browser.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { About } from "@/ipc/generated/operations";

export function VersionText({ about }: { about: About | undefined }) {
  const { t } = useTranslation("common");
  if (about === undefined) return null;
  return (
    <Text size="sm" c="dimmed" className="tabular">
      {t("version", about)}
    </Text>
  );
}
