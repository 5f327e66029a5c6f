// Deposits: those for orders and those for points that customers requested, listed by state; an admin confirms or rejects them.
import { Alert, Anchor, Button, Group, SegmentedControl } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { ORDER_STATES, STATES } from "@/features/admin-charge/queries";
import { useShop } from "@/features/shop/queries";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { PageHeading } from "@/shared/components/PageHeading";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { rememberList } from "@/shared/listAddress";
import { OrderDepositList } from "./OrderDepositList";
import { DepositList } from "./DepositList";

const KINDS = ["orders", "points"] as const;
/** Of the tabs; the first is shown where the address names none. */
const TABS = [...STATES, "all"] as const;
const ORDER_TABS = [...ORDER_STATES, "all"] as const;

type Tab = (typeof TABS)[number] | (typeof ORDER_TABS)[number];

export default function AdminDepositsPage() {
  const { t } = useTranslation("adminDeposits");
  const { values, set, clear, narrowed } = useAddressFilters(["q", "state", "kind"], ["state", "kind"]);
  const { pathname, search } = useLocation();
  const { pointCharging: charging = "FREE", paymentMethods = [], depositAccount } = useShop().data ?? {};
  const takesOrders = paymentMethods.some((method) => method !== "POINT");
  const kind = oneOf(KINDS, values.kind) ?? (takesOrders ? "orders" : "points");
  const [matching, setMatching] = useState(false);
  const tabs: readonly Tab[] = kind === "orders" ? ORDER_TABS : TABS;
  const tab = oneOf(tabs, values.state) ?? tabs[0] ?? "all";
  const list = { narrowed, matching, onMatched: () => setMatching(false), onClear: clear };
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  return (
    <>
      <PageHeading
        title={t("title")}
        aside={
          <Button variant="default" size="compact-md" leftSection={<FileSpreadsheet size={16} aria-hidden />} onClick={() => setMatching(true)}>
            {t("statement.action")}
          </Button>
        }
      />
      {(charging === "REQUEST" || paymentMethods.includes("BANK_TRANSFER")) && depositAccount === undefined && (
        <Alert color="yellow" variant="light" mb="sm">
          {t("noAccount")}{" "}
          <Anchor component={Link} to="/admin/settings?part=charging" inherit>
            {t("noAccountAction")}
          </Anchor>
        </Alert>
      )}
      <Group gap="sm" mb="sm">
        <SegmentedControl
          aria-label={t("kind.label")}
          value={kind}
          onChange={(next) => set({ kind: next, state: undefined })}
          w="fit-content"
          maw="100%"
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t("stateFilter")}
          value={tab}
          onChange={(next) => set({ state: next })}
          w="fit-content"
          maw="100%"
          data={tabs.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </Group>
      <FilterBar search={{ label: t("search"), value: values.q, onChange: (q) => set({ q }) }} narrowed={narrowed} onClear={clear} />
      {/* Another filter is another list: nothing stays picked, and it begins at its top. */}
      {kind === "orders" ? (
        <OrderDepositList key={`${tab} ${values.q ?? ""}`} filter={{ q: values.q, state: oneOf(ORDER_STATES, tab) }} open={takesOrders} {...list} />
      ) : (
        <DepositList key={`${tab} ${values.q ?? ""}`} filter={{ q: values.q, state: oneOf(STATES, tab) }} charging={charging} {...list} />
      )}
    </>
  );
}
