// One invariant as text; below it what breaks it, and behind a press all of its checks.
import { Group, Stack, Text, Title } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Invariant } from "@/features/admin-system/invariants";
import { Disclosure } from "@/shared/components/Disclosure";
import { Check } from "./Check";
import classes from "./proof.module.css";

export function InvariantCard({ invariant: { number, checks, holds, brokenRows } }: { invariant: Invariant }) {
  const { t } = useTranslation("adminProof");
  const Icon = holds ? CircleCheck : CircleX;
  const broken = checks.filter((check) => !check.holds);
  return (
    <section className={classes.card} data-holds={holds} aria-label={t(`identity.${number}.title`)}>
      <Group justify="space-between" wrap="nowrap" align="start" mb={6}>
        <Title order={2} size="h4">
          {number}. {t(`identity.${number}.title`)}
        </Title>
        <Text span fw={600} size="sm" className={classes.state}>
          <Icon size={18} aria-hidden />
          {holds ? t("holds") : t("breaks", { count: brokenRows })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`identity.${number}.text`)}
      </Text>
      <Stack gap="sm">
        {broken.map((check) => (
          <Check key={check.says} check={check} />
        ))}
        <Disclosure label={t("checks", { count: checks.length })}>
          <Stack gap="sm">
            {checks.map((check) => (
              <Check key={check.says} check={check} brief />
            ))}
          </Stack>
        </Disclosure>
      </Stack>
    </section>
  );
}
