// The sum of the chosen lines, and the link to checkout. Screen readers hear the figures when they change.
import { Box, Button, Divider, Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { checkoutPath, type Selection } from "@/features/cart/selection";
import { useShop } from "@/features/shop/queries";
import { Money } from "@/shared/components/Money";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";

export function CartSummary({ selection: { lines, quantity, amount } }: { selection: Selection }) {
  const { t } = useTranslation("cart");
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
        <ShippingHint amount={amount} />
        <Divider />
        <output>
          <Group justify="space-between" align="baseline">
            <Text fw={600}>{t("summary.total")}</Text>
            <Money amount={amount} inherit={false} fz="1.5rem" fw={700} />
          </Group>
        </output>
        <Box visibleFrom="md">
          <OrderLink lines={lines} />
        </Box>
        <Text size="sm" c="dimmed" ta="center">
          {t("summary.hint")}
        </Text>
      </Stack>
    </Panel>
  );
}

/** What shipping costs, before coupons and the address are known; nothing in a shop without a fee. */
function ShippingHint({ amount }: { amount: number }) {
  const { t } = useTranslation("cart");
  const lang = useLang();
  const shipping = useShop().data?.shipping;
  if (shipping === undefined || shipping.base === 0 || amount === 0) return null;
  const { base, freeOver } = shipping;
  const missing = freeOver > 0 ? freeOver - amount : undefined;
  return (
    <div>
      <Group justify="space-between">
        <Text c="dimmed">{t("summary.shipping")}</Text>
        {missing !== undefined && missing <= 0 ? <Text>{t("summary.free")}</Text> : <Money amount={base} />}
      </Group>
      {missing !== undefined && missing > 0 && (
        <Text size="sm" c="dimmed">
          {t("summary.untilFree", { amount: formatWon(missing, lang) })}
        </Text>
      )}
    </div>
  );
}

/** What stays in sight on a narrow window: the sum, and the way on. */
export function CartBar({ selection: { lines, amount } }: { selection: Selection }) {
  return (
    <Group gap="md" wrap="nowrap">
      <Money amount={amount} inherit={false} fz="lg" fw={700} />
      <Box flex={1} miw={0}>
        <OrderLink lines={lines} />
      </Box>
    </Group>
  );
}

function OrderLink({ lines }: Pick<Selection, "lines">) {
  const { t } = useTranslation("cart");
  if (lines.length === 0) {
    return (
      <Button size="lg" fullWidth disabled>
        {t("summary.nothing")}
      </Button>
    );
  }
  return (
    <Button size="lg" fullWidth component={Link} to={checkoutPath(lines)}>
      {t("summary.order", { count: lines.length })}
    </Button>
  );
}
