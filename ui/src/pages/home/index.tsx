// Home: the running sale, what sells, a way to the coupons, what is new.
import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";
import { CouponRibbon } from "./CouponRibbon";
import { Hero } from "./Hero";
import { NewArrivals } from "./NewArrivals";
import { PopularRow } from "./PopularRow";

export default function HomePage() {
  const { t } = useTranslation("home");
  return (
    <>
      <PageHeading title={t("title")} hidden />
      <Stack gap={72}>
        <Hero />
        <PopularRow />
        <CouponRibbon />
        <NewArrivals />
      </Stack>
    </>
  );
}
