// The products a coupon is for, looked up only on request.
import { Anchor, Group, Popover, Stack, Text } from "@mantine/core";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useProducts } from "@/features/catalog/queries";
import { NameText } from "@/shared/components/NameText";
import { PageSkeleton } from "@/shared/components/PageSkeleton";
import { ProductImage } from "@/shared/components/ProductImage";
import { QueryView } from "@/shared/components/QueryView";

/** So many fit the little window; a coupon for more shows its first. */
const SHOWN = 20;

export function CouponTargets({ productIds }: { productIds?: readonly number[] | null }) {
  const { t } = useTranslation("coupons");
  if (!productIds?.length) return null;
  return (
    <Popover width={320} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Anchor component="button" type="button" size="sm" fw={600} ta="start" w="fit-content" py={4}>
          <Group gap={2} wrap="nowrap">
            {t("targets.show")}
            <ChevronRight size={16} aria-hidden />
          </Group>
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("targets.title")}>
        <Targets productIds={productIds.slice(0, SHOWN)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Targets({ productIds }: { productIds: readonly number[] }) {
  const products = useProducts({ ids: productIds.join(","), limit: SHOWN });
  return (
    <QueryView query={products} skeleton={<PageSkeleton rows={2} />}>
      {({ items }) => (
        <Stack gap="xs" mah={320} style={{ overflowY: "auto" }}>
          {items.map((product) => (
            <Anchor key={product.id} component={Link} to={`/products/${product.id}`} c="inherit">
              <Group gap="sm" wrap="nowrap">
                <ProductImage src={product.imageUrl} alt="" size={44} />
                <Text size="sm" lineClamp={2}>
                  <NameText name={product.name} nameEn={product.nameEn} />
                </Text>
              </Group>
            </Anchor>
          ))}
        </Stack>
      )}
    </QueryView>
  );
}
