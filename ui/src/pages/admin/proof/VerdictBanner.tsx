// The result of all checks in one line.
import { Group, Text, Title } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Invariant } from "@/features/admin-system/invariants";
import type { Verdict } from "@/ipc/generated/operations";
import { AgeText } from "@/shared/components/DateText";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import classes from "./proof.module.css";

interface VerdictBannerProps {
  verdict: Verdict;
  invariants: readonly Invariant[];
}

export function VerdictBanner({ verdict, invariants }: VerdictBannerProps) {
  const { t } = useTranslation("adminProof");
  const lang = useLang();
  const broken = invariants.filter(({ holds }) => !holds).length;
  const micros = verdict.identities.reduce((sum, each) => sum + each.micros, 0);
  const Icon = verdict.holds ? CircleCheck : CircleX;
  return (
    <Group className={classes.banner} data-holds={verdict.holds} gap="md" wrap="nowrap">
      <Icon size={36} strokeWidth={1.75} aria-hidden className={classes.mark} />
      <div>
        <Title order={2} size="h3">
          <span role="status">{verdict.holds ? t("allHold") : t("someBreak", { count: broken })}</span>
        </Title>
        <Text size="sm" c="dimmed">
          {t("checked", { checks: verdict.identities.length, took: formatMicros(micros, lang) })} · <AgeText at={verdict.at} />
        </Text>
      </div>
    </Group>
  );
}
