// Coupons: those that can be obtained now, and the customer's own by state. The tab is in the address.
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageHeading } from "@/shared/components/PageHeading";
import { CodeForm } from "./CodeForm";
import { MyCoupons } from "./MyCoupons";
import { ObtainableCoupons } from "./ObtainableCoupons";
import { COUPON_TABS, type CouponTab, STATE_OF, tabOf } from "./tabs";

export default function CouponsPage() {
  const { t } = useTranslation("coupons");
  const [params, setParams] = useSearchParams();
  const tab = tabOf(params.get("tab"));
  const choose = (next: string | null) => setParams(next === "obtainable" || next === null ? {} : { tab: next }, { replace: true });
  return (
    <>
      <PageHeading title={t("title")} />
      <CodeForm />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List mb="xl" aria-label={t("tabs.label")}>
          {COUPON_TABS.map((name) => (
            <Tabs.Tab key={name} value={name} fw={name === tab ? 700 : 400} px="md" py="sm" fz="md">
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {COUPON_TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <TabContent tab={name} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function TabContent({ tab }: { tab: CouponTab }) {
  return tab === "obtainable" ? <ObtainableCoupons /> : <MyCoupons tab={tab} state={STATE_OF[tab]} />;
}
