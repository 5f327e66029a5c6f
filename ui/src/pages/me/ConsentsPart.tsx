// What the customer has agreed to: new versions of the texts can be agreed to here, and offers switched on and off.
import { Anchor, Button, Group, Stack, Switch, Text } from "@mantine/core";
import { FileCheck2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { consentTo, openConsents, useConsents } from "@/features/shop/consents";
import { DOCUMENT_PAGES, type InForce, useDocumentsInForce } from "@/features/shop/documents";
import type { Consent } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDate } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import classes from "./me.module.css";

export function ConsentsPart() {
  const { t } = useTranslation("me");
  const texts = useDocumentsInForce();
  const empty = <EmptyState icon={FileCheck2} title={t("consents.emptyTitle")} description={t("consents.emptyText")} />;
  return (
    <>
      <PageHeading title={t("nav.consents")} />
      <QueryView query={useConsents()} isEmpty={(consents) => consents.length === 0 && texts.length === 0} empty={empty}>
        {(consents) => (
          <Stack gap="md">
            {texts.map((text) => (
              <TextRow key={text.document} text={text} consents={consents} />
            ))}
            <Offers consent={consentTo(consents, "MARKETING")} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function TextRow({ text, consents }: { text: InForce; consents: readonly Consent[] }) {
  const { t } = useTranslation(["me", "common"]);
  const lang = useLang();
  const { document, version } = text;
  const isOpen = openConsents([text], consents).length > 0;
  const before = consentTo(consents, document);
  const agree = useOperation("give_consent", { onSuccess: () => toastSuccess(t("consents.agreed")) });
  return (
    <div className={classes.card}>
      <Group justify="space-between" gap="sm">
        <div>
          <Anchor component={Link} to={DOCUMENT_PAGES[document]} fw={600} underline="always">
            {t(`common:document.${document}`)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {isOpen || before === undefined ? t("consents.open", { version }) : t("consents.given", { version, date: formatDate(before.createdAt, lang) })}
          </Text>
        </div>
        {isOpen && (
          <Button loading={agree.pending} onClick={() => void agree.run({ document, version, given: true })}>
            {t("consents.agree")}
          </Button>
        )}
      </Group>
    </div>
  );
}

function Offers({ consent }: { consent: Consent | undefined }) {
  const { t } = useTranslation("me");
  const lang = useLang();
  const given = consent?.given ?? false;
  const change = useOperation("give_consent", { onSuccess: (saved) => toastSuccess(t(saved.given ? "consents.offersOn" : "consents.offersOff")) });
  return (
    <div className={classes.card}>
      <Switch
        label={t("consents.offers")}
        description={consent === undefined ? t("consents.offersHint") : t(given ? "consents.offersSince" : "consents.offersNotSince", { date: formatDate(consent.createdAt, lang) })}
        checked={given}
        disabled={change.pending}
        onChange={({ currentTarget }) => void change.run({ document: "MARKETING", given: currentTarget.checked })}
      />
    </div>
  );
}
