// Another admin has saved what is being edited: shows both sides of every difference, and offers the choice. Nothing is
// lost by closing it; what was typed stays in the form.
import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Difference {
  /** The field's name, already translated. */
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

interface ConflictDialogProps {
  opened: boolean;
  /** Only the fields that differ. */
  differences: readonly Difference[];
  /** Saves mine over theirs. */
  onKeepMine: () => void;
  /** Puts theirs into the form. */
  onTakeTheirs: () => void;
  /** Back to the form, undecided. */
  onClose: () => void;
  pending?: boolean;
}

export function ConflictDialog({ opened, differences, onKeepMine, onTakeTheirs, onClose, pending = false }: ConflictDialogProps) {
  const { t } = useTranslation(["admin", "common"]);
  return (
    <Modal stackId="conflict" opened={opened} onClose={onClose} size="xl" title={t("conflict.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Stack gap="md">
        <Text size="sm">{t("conflict.text")}</Text>
        {differences.length === 0 ? <Text size="sm" c="dimmed">{t("conflict.same")}</Text> : <Differences differences={differences} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t("conflict.later")}
          </Button>
          <Button variant="default" onClick={onTakeTheirs} disabled={pending}>
            {t("conflict.takeTheirs")}
          </Button>
          <Button onClick={onKeepMine} loading={pending}>
            {t("conflict.keepMine")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Differences({ differences }: Pick<ConflictDialogProps, "differences">) {
  const { t } = useTranslation("admin");
  return (
    <Table withTableBorder layout="fixed" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="9rem">{t("conflict.field")}</Table.Th>
          <Table.Th scope="col">{t("conflict.mine")}</Table.Th>
          <Table.Th scope="col">{t("conflict.theirs")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ label, mine, theirs }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={500}>{label}</Table.Th>
            <Table.Td>{orNone(mine, t("conflict.empty"))}</Table.Td>
            <Table.Td>{orNone(theirs, t("conflict.empty"))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function orNone(value: ReactNode, none: string): ReactNode {
  return value === "" || value === undefined || value === null ? <Text span inherit c="dimmed">{none}</Text> : value;
}
