// Technical details, folded: for a technician, not for a merchant.
import { useTranslation } from "react-i18next";
import { Disclosure } from "@/shared/components/Disclosure";
import classes from "./system.module.css";

export function TechnicalDetails({ text }: { text: string }) {
  const { t } = useTranslation("adminSystem");
  return (
    <Disclosure label={t("backups.details")}>
      <code className={`${classes.code} ${classes.technical}`}>{text}</code>
    </Disclosure>
  );
}
