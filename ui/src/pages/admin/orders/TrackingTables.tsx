// The tables of parcels: those to ship out for a carrier's program, and its tracking numbers in.
import { Button } from "@mantine/core";
import { Truck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TrackingImportDialog } from "@/features/admin-order/TrackingImportDialog";
import { useMay } from "@/features/user/session";
import { ExportButton } from "@/shared/components/ExportButton";
import { useLang } from "@/shared/hooks/useLang";

export function TrackingTables() {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const may = useMay();
  const [opened, setOpened] = useState(false);
  return (
    <>
      {may("export_parcels") && <ExportButton operation="export_parcels" request={{ language: lang }} file="parcels" label={t("import.parcels")} />}
      {may("import_tracking") && (
        <Button variant="subtle" color="gray" leftSection={<Truck size={18} aria-hidden />} onClick={() => setOpened(true)}>
          {t("import.open")}
        </Button>
      )}
      <TrackingImportDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
