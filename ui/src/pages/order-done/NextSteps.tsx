// The three steps after a payment.
import { Group, Text, ThemeIcon, Title } from "@mantine/core";
import { House, PackageOpen, Truck } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./NextSteps.module.css";

const STEPS = [
  { step: "prepare", icon: PackageOpen },
  { step: "ship", icon: Truck },
  { step: "arrive", icon: House },
] as const;

export function NextSteps() {
  const { t } = useTranslation("checkout");
  return (
    <section>
      <Title order={2} size="h3" mb="md">
        {t("done.next.title")}
      </Title>
      <ol className={classes.steps}>
        {STEPS.map(({ step, icon: Icon }) => (
          <li key={step}>
            <Group wrap="nowrap" gap="md">
              <ThemeIcon variant="default" size={44} radius="xl">
                <Icon size={20} aria-hidden />
              </ThemeIcon>
              <div>
                <Text fw={600}>{t(`done.next.${step}`)}</Text>
                <Text size="sm" c="dimmed">
                  {t(`done.next.${step}Text`)}
                </Text>
              </div>
            </Group>
          </li>
        ))}
      </ol>
    </section>
  );
}
