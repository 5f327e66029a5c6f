// All registered users, with a search by name, email or phone.
import { UsersRound } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { STATES, TYPES } from "@/features/admin-user/filter";
import { useUsers } from "@/features/admin-user/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { DataTable } from "@/shared/components/table/DataTable";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { rememberList } from "@/shared/listAddress";
import { useUserColumns } from "./useUserColumns";

export default function AdminCustomersPage() {
  const { t } = useTranslation("adminCustomers");
  const { values, set, clear, narrowed } = useAddressFilters(["q", "type", "state"]);
  const { pathname, search } = useLocation();
  const type = oneOf(TYPES, values.type);
  const state = oneOf(STATES, values.state);
  const users = useUsers({ q: values.q, type, state });
  const columns = useUserColumns();
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  return (
    <>
      <PageHeading title={t("title")} />
      <FilterBar search={{ label: t("search"), value: values.q, onChange: (q) => set({ q }) }} narrowed={narrowed} onClear={clear}>
        <FilterSelect label={t("typeFilter")} value={type} options={TYPES.map((each) => ({ value: each, label: t(`type.${each}`) }))} onChange={(next) => set({ type: next })} />
        <FilterSelect label={t("stateFilter")} value={state} options={STATES.map((each) => ({ value: each, label: t(`state.${each}`) }))} onChange={(next) => set({ state: next })} />
      </FilterBar>
      <DataTable
        name="customers"
        label={t("title")}
        list={users}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        to={({ id }) => `/admin/customers/${id}`}
        empty={narrowed ? <NothingMatches onClear={clear} /> : <EmptyState icon={UsersRound} title={t("empty.title")} description={t("empty.text")} />}
      />
    </>
  );
}
