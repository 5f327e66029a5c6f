// The shop could not be opened: the reason, the backups to restore, and other ways to continue.
import { Alert, Button, Code, Group, Loader, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { DatabaseZap, FolderOpen, LogOut, RotateCw, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRecoveryActs, type useRefusedStart } from "@/features/recovery/queries";
import type { ShopError } from "@/ipc/errors";
import type { Backup } from "@/ipc/generated/operations";
import { attachMenu } from "@/ipc/menu";
import { Disclosure } from "@/shared/components/Disclosure";
import { OpeningFrame } from "@/shared/components/OpeningFrame";
import { useLang } from "@/shared/hooks/useLang";
import { useWindowTitle } from "@/shared/hooks/useWindowTitle";
import { CopyRow } from "./CopyRow";
import classes from "./recovery.module.css";
import { addRecoveryTexts } from "./texts";

addRecoveryTexts();

type Refused = NonNullable<ReturnType<typeof useRefusedStart>>;
type Acts = ReturnType<typeof useRecoveryActs>;

export default function RecoveryPage({ refused }: { refused: Refused }) {
  const { t } = useTranslation("recovery");
  const acts = useRecoveryActs();
  const heading = useRef<HTMLHeadingElement>(null);
  const { problem } = refused;
  const title = t(`problem.${problem}.title`);
  useWindowTitle(title);
  useMenuLanguage();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <OpeningFrame mainClass={classes.main}>
      <Stack gap="lg">
        <div>
          <DatabaseZap size={36} strokeWidth={1.6} aria-hidden className={classes.icon} />
          <h1 ref={heading} tabIndex={-1} className={classes.heading}>
            {title}
          </h1>
          <Text size="lg" c="dimmed" lh={1.7}>
            {t(`problem.${problem}.text`)}
          </Text>
        </div>
        <Ways refused={refused} acts={acts} />
        {problem !== "OTHER" && problem !== "FULL" && <Copies refused={refused} acts={acts} />}
        <Disclosure label={t("details")}>
          <Code block className={classes.details}>
            {refused.found}
            {"\n"}
            {refused.folder}
          </Code>
        </Disclosure>
      </Stack>
    </OpeningFrame>
  );
}

/** The menu of the window follows the language and the theme here too; its items lead to pages that a closed shop does not have. */
function useMenuLanguage(): void {
  const lang = useLang();
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => attachMenu(colorScheme, () => undefined), [lang, colorScheme]);
}

/** What can be done without a copy. */
function Ways({ refused, acts: { reopen, stillClosed, recover, show, quit } }: { refused: Refused; acts: Acts }) {
  const { t } = useTranslation("recovery");
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button variant="default" leftSection={<RotateCw size={16} aria-hidden />} loading={reopen.pending} disabled={recover.pending} onClick={() => void reopen.run({})}>
          {t("retry")}
        </Button>
        <Button variant="default" leftSection={<FolderOpen size={16} aria-hidden />} onClick={() => void show.run({})}>
          {t("showFolder")}
        </Button>
        <Button variant="subtle" color="gray" leftSection={<LogOut size={16} aria-hidden />} disabled={recover.pending} onClick={() => void quit.run({})}>
          {t("quit")}
        </Button>
      </Group>
      <div role="status">{stillClosed && !reopen.pending && <Text size="sm">{t("stillClosed")}</Text>}</div>
      {show.error !== null && (
        <Text size="sm" role="alert">
          {t("folderNotShown")} <Code>{refused.folder}</Code>
        </Text>
      )}
    </Stack>
  );
}

/** The copies, the latest first. */
function Copies({ refused: { problem, copies, folder }, acts: { recover, reopen } }: { refused: Refused; acts: Acts }) {
  const { t } = useTranslation("recovery");
  if (copies.length === 0) {
    return problem === "READ_ONLY" ? null : <NoCopies folder={folder} />;
  }
  const best = bestOf(copies);
  const found = foundIn(recover.error);
  return (
    <section aria-labelledby="recovery-copies">
      <h2 id="recovery-copies" className={classes.subheading}>
        {t("copies")}
      </h2>
      <Text size="sm" c="dimmed" mb="sm">
        {t("copiesText")}
      </Text>
      {recover.pending && (
        <Group gap="sm" mb="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text size="sm">{t("restoring")}</Text>
        </Group>
      )}
      {recover.error !== null && !recover.pending && (
        <Alert role="alert" mb="sm" variant="light" color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("failed")}>
          {t("failedText")}
          {found !== undefined && <Code block>{found}</Code>}
        </Alert>
      )}
      <ul className={classes.copies}>
        {copies.map((copy) => (
          <CopyRow key={copy.name} copy={copy} best={copy === best} busy={recover.pending || reopen.pending} onRestore={({ name }) => void recover.run({ name })} />
        ))}
      </ul>
    </section>
  );
}

/** What the shop found wrong, for a technician. */
function foundIn(error: ShopError | null): string | undefined {
  return error?.code === "CONFLICT" && "found" in error.details ? error.details.found : undefined;
}

/** The recommended copy: the latest that is verified, else the latest that is not known to be wrong. */
function bestOf(copies: readonly Backup[]): Backup | undefined {
  return copies.find(({ state }) => state === "VERIFIED") ?? copies.find(({ state }) => state === "UNVERIFIED");
}

function NoCopies({ folder }: { folder: string }) {
  const { t } = useTranslation("recovery");
  return (
    <section aria-labelledby="recovery-copies">
      <h2 id="recovery-copies" className={classes.subheading}>
        {t("noCopies")}
      </h2>
      <Text size="sm" c="dimmed" mb="sm">
        {t("noCopiesText")}
      </Text>
      <Code block>{`jangteo restore --from FILE --data "${folder}"`}</Code>
    </section>
  );
}
