// The sum of the chosen lines, and the link to checkout. Screen readers hear the figures when they change.
import { Button, Divider, Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { checkoutPath, type Selection } from "@/features/cart/selection";
import { Money } from "@/shared/components/Money";
import { Panel } from "@/shared/components/Panel";

export function CartSummary({ selection: { lines, quantity, amount } }: { selection: Selection }) {
  const { t } = useTranslation("cart");
  const nothing = lines.length === 0;
  return (
    <Panel p="xl">
      <Stack gap="lg">
        <Title order={2} size="h3">
          {t("summary.title")}
        </Title>
        <Group justify="space-between">
          <Text c="dimmed">{t("summary.goods", { count: quantity })}</Text>
          <Money amount={amount} />
        </Group>
        <Divider />
        <output>
          <Group justify="space-between" align="baseline">
            <Text fw={600}>{t("summary.total")}</Text>
            <Money amount={amount} inherit={false} fz="1.5rem" fw={700} />
          </Group>
        </output>
        {nothing ? (
          <Button size="lg" disabled>
            {t("summary.nothing")}
          </Button>
        ) : (
          <Button size="lg" component={Link} to={checkoutPath(lines)}>
            {t("summary.order", { count: lines.length })}
          </Button>
        )}
        <Text size="sm" c="dimmed" ta="center">
          {t("summary.hint")}
        </Text>
      </Stack>
    </Panel>
  );
}
