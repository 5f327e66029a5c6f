// How many there are, said once for each new list.
import { Text } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/components/LiveRegion";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

/** The shop counts up to here; beyond, the exact number does not help to choose. */
const COUNTED_UP_TO = 1000;

interface ResultCountProps {
  /** Unknown while the list is read. */
  count?: number | null;
  /** Whether the count is still that of the list before. */
  waiting: boolean;
}

export function ResultCount({ count, waiting }: ResultCountProps) {
  const { t } = useTranslation("catalog");
  const lang = useLang();
  const known = count ?? undefined;
  const text =
    known === undefined
      ? undefined
      : t(known >= COUNTED_UP_TO ? "list.countOrMore" : "list.count", { count: known, shown: formatCount(known, lang) });

  useEffect(() => {
    if (text !== undefined && !waiting) announce(text);
  }, [text, waiting]);

  return (
    <Text c="dimmed" className="tabular" mih="1.55em">
      {text}
    </Text>
  );
}
