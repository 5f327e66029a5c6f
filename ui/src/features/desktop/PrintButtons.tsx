// Puts the page that is shown on paper or into a PDF file. The window does each by itself, where a browser has one dialog for both.
import { Button } from "@mantine/core";
import { FileDown, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { host } from "@/ipc/host";
import { useSavePdf } from "./queries";

interface PrintButtonsProps {
  /** What a PDF file is called; undefined as long as there is nothing to print. */
  name: string | undefined;
}

export function PrintButtons({ name }: PrintButtonsProps) {
  const { t } = useTranslation("orders");
  const save = useSavePdf();
  const disabled = name === undefined;
  if (host() === "browser") {
    return (
      <Button leftSection={<Printer size={18} aria-hidden />} disabled={disabled} onClick={() => window.print()}>
        {t("receipt.printOrSave")}
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" leftSection={<Printer size={18} aria-hidden />} disabled={disabled} onClick={() => window.print()}>
        {t("receipt.print")}
      </Button>
      <Button leftSection={<FileDown size={18} aria-hidden />} disabled={disabled} loading={save.pending} onClick={() => name !== undefined && void save.run({ name })}>
        {t("receipt.savePdf")}
      </Button>
    </>
  );
}
