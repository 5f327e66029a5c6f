// The options of a product, each with its price, stock and state; changed one by one.
import { Button, Table, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct, AdminProductOption } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { StateTag } from "@/shared/components/StateTag";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { OptionDialog } from "./OptionDialog";
import classes from "./admin-catalog.module.css";

export function OptionsPart({ product, disabled }: { product: AdminProduct; disabled: boolean }) {
  const { t } = useTranslation("adminProducts");
  const [open, setOpen] = useState<AdminProductOption | "new">();
  const add = (
    <Button variant="default" size="xs" leftSection={<Plus size={16} aria-hidden />} disabled={disabled} onClick={() => setOpen("new")}>
      {t("options.add")}
    </Button>
  );
  return (
    <TitledPanel title={t("options.title")} hint={t("options.hint")} aside={add}>
      {product.options.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("options.empty")}
        </Text>
      ) : (
        <OptionTable product={product} disabled={disabled} onEdit={setOpen} />
      )}
      <OptionDialog product={product} option={open} onClose={() => setOpen(undefined)} />
    </TitledPanel>
  );
}

interface OptionTableProps {
  product: AdminProduct;
  disabled: boolean;
  onEdit: (option: AdminProductOption) => void;
}

function OptionTable({ product, disabled, onEdit }: OptionTableProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return (
    <Table.ScrollContainer minWidth={440} type="native">
      <Table verticalSpacing="sm" aria-label={t("options.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("options.name")}</Table.Th>
            <Table.Th scope="col" className={classes.number}>{t("column.price")}</Table.Th>
            <Table.Th scope="col" className={classes.number}>{t("options.left")}</Table.Th>
            <Table.Th scope="col" className={classes.number}>{t("options.sold")}</Table.Th>
            <Table.Th scope="col">{t("options.state")}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {product.options.map((option) => (
            <Table.Tr key={option.id}>
              <Table.Td fw={600}>{option.name}</Table.Td>
              <Table.Td className={classes.number}><Money amount={option.basePrice} /></Table.Td>
              <Table.Td className={`tabular ${classes.number}`}>{formatCount(option.availableQuantity, lang)}</Table.Td>
              <Table.Td className={`tabular ${classes.number}`}>{formatCount(option.soldQuantity, lang)}</Table.Td>
              <Table.Td>
                <StateTag tone={option.state === "NORMAL" ? "good" : "quiet"}>{t(`options.stateOf.${option.state}`)}</StateTag>
              </Table.Td>
              <Table.Td className={classes.number}>
                <Button variant="subtle" color="gray" size="compact-sm" disabled={disabled} aria-label={t("options.edit", { name: option.name })} onClick={() => onEdit(option)}>
                  {t("options.editShort")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
