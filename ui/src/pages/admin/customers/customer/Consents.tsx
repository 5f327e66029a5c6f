// What a customer has agreed to and what not, latest first.
import { List } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Consent } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";

export function Consents({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation(["adminCustomers", "common"]);
  const name = ({ document, version }: Consent) => (document === "MARKETING" ? t("consents.MARKETING") : t("consents.version", { document: t(`common:document.${document}`), version }));
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {consents.map((consent) => (
        <List.Item key={`${consent.document} ${consent.version} ${consent.createdAt}`}>
          {name(consent)} · {t(consent.given ? "consents.given" : "consents.refused")} · <DateText at={consent.createdAt} withTime />
        </List.Item>
      ))}
    </List>
  );
}
