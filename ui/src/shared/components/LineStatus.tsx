// How many are before the order or coupon that waits for its turn; nothing while none waits. Read out politely.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { useLine } from "@/shared/line";
import { formatCount } from "@/shared/text/format";

export function LineStatus({ waiting }: { waiting: boolean }) {
  const { t } = useTranslation("common");
  const lang = useLang();
  const line = useLine();
  return (
    <Text component="output" size="sm" c="dimmed" ta="center" className="tabular">
      {waiting && line !== undefined && t("line.before", { before: formatCount(line.before, lang), number: formatCount(line.arrived, lang) })}
    </Text>
  );
}
