// The texts that customers agree to. Each is saved by itself, because each saved text is a new version.
import { Anchor, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DOCUMENT_PAGES, useDocument } from "@/features/shop/documents";
import type { DocumentText, ShopDocument } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDay } from "@/shared/text/day";
import { formatCount } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { SettingsPart } from "./SettingsNav";
import classes from "./settings.module.css";

const DOCUMENTS = ["TERMS", "PRIVACY"] as const satisfies readonly ShopDocument[];
const LONGEST = 50_000;

export function DocumentsPart() {
  const { t } = useTranslation("adminSettings");
  return (
    <div className={classes.documents}>
      <SettingsPart name="documents" remark={t("documents.remark")}>
        {DOCUMENTS.map((document) => (
          <div key={document} className={classes.document}>
            <Loaded document={document} />
          </div>
        ))}
      </SettingsPart>
    </div>
  );
}

function Loaded({ document }: { document: ShopDocument }) {
  return <QueryView query={useDocument(document)}>{(text) => <DocumentForm key={text?.version ?? 0} document={document} read={text} />}</QueryView>;
}

function DocumentForm({ document, read }: { document: ShopDocument; read: DocumentText | null }) {
  const { t } = useTranslation(["adminSettings", "common"]);
  const lang = useLang();
  const before = read?.text ?? "";
  const [text, setText] = useState(before);
  const update = useOperation("update_shop_document", { onSuccess: () => toastSuccess(t("documents.saved")) });
  const name = t(`common:document.${document}`);
  const length = [...text].length;
  const save = async () => {
    const changes = text.trim() === "" ? [t("documents.ends")] : [t("documents.begins", { version: (read?.version ?? 0) + 1 }), t("documents.asked")];
    const confirmed = await confirm({ title: t("documents.question", { document: name }), changes, confirmLabel: t("documents.save") });
    if (confirmed) await update.run({ document, text, ...(read !== null && { version: read.version }) });
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={name}
        description={read === null ? t("documents.none") : t("documents.version", { version: read.version, day: formatDay(read.since, lang) })}
        autosize
        minRows={4}
        maxRows={16}
        value={text}
        error={length > LONGEST && t("documents.tooLong")}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" className="tabular">
          {t("documents.length", { length: formatCount(length, lang), most: formatCount(LONGEST, lang) })}
        </Text>
        <Group gap="sm">
          {read !== null && (
            <Anchor component={Link} to={DOCUMENT_PAGES[document]} size="sm" underline="always">
              {t("documents.view")}
            </Anchor>
          )}
          <Button variant="default" disabled={text === before || length > LONGEST} loading={update.pending} onClick={() => void save()}>
            {t("documents.save")}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
