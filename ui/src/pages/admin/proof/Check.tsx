// One check: its text, its result, its query, and the rows that it found.
import { Code, Group, Table, Text } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "@/features/admin-system/invariants";
import type { BrokenRow, CheckedIdentity } from "@/ipc/generated/operations";
import { Disclosure } from "@/shared/components/Disclosure";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import classes from "./proof.module.css";

interface CheckProps {
  check: CheckedIdentity;
  /** Without the rows, where they are shown already. */
  brief?: boolean;
}

export function Check({ check, brief = false }: CheckProps) {
  const { t } = useTranslation("adminProof");
  const lang = useLang();
  const Icon = check.holds ? CircleCheck : CircleX;
  return (
    <div className={classes.check} data-holds={check.holds}>
      <Group gap={8} wrap="nowrap" align="start">
        <Icon size={16} className={classes.mark} aria-label={t(check.holds ? "holds" : "breaksShort")} />
        <Text size="sm" className={classes.grow}>
          <Words says={check.says} />
        </Text>
        <Text span size="xs" c="dimmed" className="tabular">
          {formatMicros(check.micros, lang)}
        </Text>
      </Group>
      {!brief && <BrokenRows rows={check.broken} />}
      <div className={classes.behind}>
        <Disclosure label={t("query")}>
          <Code block className={classes.sql}>
            {check.sql}
          </Code>
        </Disclosure>
      </div>
    </div>
  );
}

function Words({ says }: { says: string }) {
  const { t } = useTranslation("adminProof");
  const words = wordsOf(says);
  if (words.kind === "known") return t(`check.${words.key}`);
  if (words.kind === "reference") return t("reference", { from: words.from, to: words.to });
  if (words.kind === "rows") return t("rows", { table: words.table });
  return <span lang="en">{words.says}</span>;
}

function BrokenRows({ rows }: { rows: readonly BrokenRow[] }) {
  const { t } = useTranslation("adminProof");
  return (
    // Focusable, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.rows} tabIndex={0} role="region" aria-label={t("brokenRows")}>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("table")}</Table.Th>
            <Table.Th ta="right">{t("row")}</Table.Th>
            <Table.Th>{t("found")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ table, id, found }) => (
            <Table.Tr key={`${table}-${id}-${found}`}>
              <Table.Td>
                <code>{table}</code>
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {id}
              </Table.Td>
              <Table.Td>{found}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
