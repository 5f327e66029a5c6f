// One product: its picture, what it costs now, how it can be bought, and what else there is.
import { Button, Stack, Title } from "@mantine/core";
import { PackageX } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useProduct } from "@/features/catalog/queries";
import { RecentlySeen } from "@/features/catalog/RecentlySeen";
import { useRecentlySeen } from "@/features/catalog/recentlySeen";
import { WishHeart } from "@/features/wish/WishHeart";
import type { Product } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { NameText } from "@/shared/components/NameText";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { StickyBar } from "@/shared/components/StickyBar";
import { useLang } from "@/shared/hooks/useLang";
import { RichText } from "@/shared/richText/RichText";
import { BuyBox } from "./BuyBox";
import { BuyButtons } from "./BuyButtons";
import { Gallery } from "./Gallery";
import { ProductSkeleton } from "./ProductSkeleton";
import { Related } from "./Related";
import { useBuyChoice } from "./useBuyChoice";
import classes from "./Product.module.css";

export default function ProductPage() {
  const { t } = useTranslation("product");
  const id = Number(useParams()["id"]);
  const query = useProduct(id);
  if (!Number.isSafeInteger(id) || query.error?.code === "PRODUCT_NOT_FOUND") return <Gone />;
  return (
    <>
      {query.data === undefined && <PageHeading title={t("title")} hidden />}
      <QueryView query={query} skeleton={<ProductSkeleton />}>
        {/* Another product is another page: nothing chosen for the one before may stay chosen. */}
        {(product) => <ProductView key={product.id} product={product} />}
      </QueryView>
    </>
  );
}

function ProductView({ product }: { product: Product }) {
  const { remember } = useRecentlySeen();
  const choice = useBuyChoice(product);
  const heart = (other: Product) => <WishHeart product={other} />;
  useEffect(() => remember(product.id), [remember, product.id]);
  return (
    <Stack gap={72}>
      <div className={classes.top}>
        <Gallery product={product} />
        <div>
          <BuyBox product={product} choice={choice} />
          <Description product={product} />
        </div>
      </div>
      <Related product={product} corner={heart} />
      <RecentlySeen except={product.id} corner={heart} />
      <StickyBar until="sm">
        <BuyButtons product={product} choice={choice} />
      </StickyBar>
    </Stack>
  );
}

function Description({ product }: { product: Product }) {
  const { t } = useTranslation("product");
  const lang = useLang();
  const english = lang === "en" && product.descriptionEn ? product.descriptionEn : undefined;
  if (english === undefined && product.description === "") return null;
  const html = english === undefined ? product.descriptionHtml : undefined;
  return (
    <section className={classes.about} aria-label={t("about")}>
      <Title order={2} size="1rem">
        {t("about")}
      </Title>
      {html == null ? (
        <p className={classes.description}>
          <NameText name={product.description} nameEn={english} />
        </p>
      ) : (
        <div lang="ko">
          <RichText html={html} />
        </div>
      )}
    </section>
  );
}

function Gone() {
  const { t } = useTranslation("product");
  return (
    <>
      <PageHeading title={t("gone.title")} hidden />
      <EmptyState
        icon={PackageX}
        title={t("gone.title")}
        description={t("gone.text")}
        action={
          <Button component={Link} to="/products">
            {t("gone.action")}
          </Button>
        }
      />
    </>
  );
}
