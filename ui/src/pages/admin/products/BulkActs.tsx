// Bulk actions on the picked products: set a state, delete, restore.
import { Button, Menu } from "@mantine/core";
import { ArchiveRestore, ChevronDown, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EDITED_STATES } from "@/features/admin-catalog/productFields";
import type { ProductActs } from "@/features/admin-catalog/useProductActs";
import type { AdminProduct } from "@/ipc/generated/operations";

export function BulkActs({ products, acts }: { products: readonly AdminProduct[]; acts: ProductActs }) {
  const { t } = useTranslation("adminProducts");
  const deleted = products.filter(({ state }) => state === "DELETED");
  const there = products.filter(({ state }) => state !== "DELETED");
  return (
    <>
      {there.length > 0 && (
        <>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-sm" variant="default" loading={acts.pending} rightSection={<ChevronDown size={14} aria-hidden />}>
                {t("bulk.state")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {EDITED_STATES.map((state) => (
                <Menu.Item key={state} onClick={() => void acts.setState(there, state)}>
                  {t(`state.${state}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button size="compact-sm" variant="default" disabled={acts.pending} leftSection={<Trash2 size={14} aria-hidden />} onClick={() => void acts.remove(there)}>
            {t("bulk.delete")}
          </Button>
        </>
      )}
      {deleted.length > 0 && (
        <Button size="compact-sm" variant="default" loading={acts.pending} leftSection={<ArchiveRestore size={14} aria-hidden />} onClick={() => void acts.restore(deleted)}>
          {t("bulk.restore")}
        </Button>
      )}
    </>
  );
}
