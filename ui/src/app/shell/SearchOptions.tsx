// The options of the search box: products while typing, recent searches before.
import { Combobox, Group, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { History, Search, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isSoldOut, offerOf } from "@/features/catalog/offer";
import { OfferPrice } from "@/features/catalog/PriceText";
import { useProducts } from "@/features/catalog/queries";
import type { Product } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";

/** An option's value is its action: this prefix opens the product whose id follows. */
export const PRODUCT = "product:";
/** Searches for the words that follow. */
export const WORDS = "words:";
/** Forgets the recent searches. */
export const CLEAR_RECENT = "clear";

const DEBOUNCE_MS = 120;
const SUGGESTIONS = 6;
const ICON = { size: 16, "aria-hidden": true, style: { flex: "none", opacity: 0.6 } } as const;

export function RecentSearches({ recent }: { recent: readonly string[] }) {
  const { t } = useTranslation("shell");
  return (
    <>
      <Combobox.Group label={t("search.recent")}>
        {recent.map((q) => (
          <Combobox.Option key={q} value={WORDS + q}>
            <Group gap="sm" wrap="nowrap">
              <History {...ICON} />
              <Text size="sm" truncate>
                {q}
              </Text>
            </Group>
          </Combobox.Option>
        ))}
      </Combobox.Group>
      {/* An option like the others, so that the arrow keys reach it too. */}
      <Combobox.Option value={CLEAR_RECENT}>
        <Group gap="sm" wrap="nowrap">
          <Trash2 {...ICON} />
          <Text size="sm" c="dimmed">
            {t("search.clearRecent")}
          </Text>
        </Group>
      </Combobox.Option>
    </>
  );
}

export function Suggestions({ text }: { text: string }) {
  const { t } = useTranslation("shell");
  const [q] = useDebouncedValue(text, DEBOUNCE_MS);
  const products = useProducts({ q, sort: "relevance", limit: SUGGESTIONS });
  const items = products.data?.items ?? [];
  if (products.isSuccess && items.length === 0) return <Combobox.Empty>{t("search.noMatch")}</Combobox.Empty>;
  return (
    <>
      {items.map((product) => (
        <Combobox.Option key={product.id} value={PRODUCT + product.id}>
          <Suggestion product={product} />
        </Combobox.Option>
      ))}
      <Combobox.Option value={WORDS + text}>
        <Group gap="sm" wrap="nowrap">
          <Search {...ICON} />
          <Text size="sm" c="dimmed" truncate>
            {t("search.all", { q: text })}
          </Text>
        </Group>
      </Combobox.Option>
    </>
  );
}

function Suggestion({ product }: { product: Product }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <ProductImage src={product.imageUrl} alt="" size={44} muted={isSoldOut(product)} />
      <Text size="sm" truncate flex={1}>
        <NameText name={product.name} nameEn={product.nameEn} />
      </Text>
      <OfferPrice offer={offerOf(product, new Date())} size="sm" fw={600} />
    </Group>
  );
}
