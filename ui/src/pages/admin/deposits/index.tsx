// Deposits: the requests of customers for points, listed by state; an admin confirms or rejects them.
import { Alert, Anchor, Button, SegmentedControl } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { STATES } from "@/features/admin-charge/queries";
import { useShop } from "@/features/shop/queries";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { PageHeading } from "@/shared/components/PageHeading";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { rememberList } from "@/shared/listAddress";
import { DepositList } from "./DepositList";

/** Of the tabs; the first is shown where the address names none. */
const TABS = [...STATES, "all"] as const;

export default function AdminDepositsPage() {
  const { t } = useTranslation("adminDeposits");
  const { values, set, clear, narrowed } = useAddressFilters(["q", "state"], ["state"]);
  const { pathname, search } = useLocation();
  const { pointCharging: charging = "FREE", depositAccount } = useShop().data ?? {};
  const tab = oneOf(TABS, values.state) ?? TABS[0];
  const [matching, setMatching] = useState(false);
  const filter = { q: values.q, state: oneOf(STATES, tab) };
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
      {charging === "REQUEST" && depositAccount === undefined && (
        <Alert color="yellow" variant="light" mb="sm">
          {t("noAccount")}{" "}
          <Anchor component={Link} to="/admin/settings?part=charging" inherit>
            {t("noAccountAction")}
          </Anchor>
        </Alert>
      )}
      <SegmentedControl
        aria-label={t("stateFilter")}
        value={tab}
        onChange={(next) => set({ state: next })}
        w="fit-content"
        maw="100%"
        mb="sm"
        data={TABS.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <FilterBar search={{ label: t("search"), value: values.q, onChange: (q) => set({ q }) }} narrowed={narrowed} onClear={clear} />
      {/* Another filter is another list: nothing stays picked, and it begins at its top. */}
      <DepositList key={`${tab} ${values.q ?? ""}`} filter={filter} narrowed={narrowed} charging={charging} matching={matching} onMatched={() => setMatching(false)} onClear={clear} />
    </>
  );
}
