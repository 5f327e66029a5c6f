// All coupons of the shop: how many were taken and used, and the drawer in which one is made or changed. Which one is open
// stands in the address, so that J, K and Enter open it as they open a page.
import { Button, Group } from "@mantine/core";
import { ChartColumn, Plus, TicketPercent } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { STATES } from "@/features/admin-coupon/filter";
import { useAllCoupons, useAnyCoupon } from "@/features/admin-coupon/queries";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { DataTable } from "@/shared/components/table/DataTable";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { CouponDrawer } from "./CouponDrawer";
import { useCouponColumns } from "./useCouponColumns";

const NEW = "new";

export default function AdminCouponsPage() {
  const { t } = useTranslation("adminCoupons");
  const { values, set, clear, narrowed } = useAddressFilters(["q", "state", "open"], ["open"]);
  const state = oneOf(STATES, values.state);
  const coupons = useAllCoupons({ q: values.q, state });
  const columns = useCouponColumns();
  const rows = coupons.data?.pages.flatMap(({ items }) => items) ?? [];
  const subject = useSubject(values.open, rows);
  const make = () => set({ open: NEW });
  const newButton = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={make}>
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("title")} aside={<Acts>{newButton}</Acts>} />
      <FilterBar search={{ label: t("search"), value: values.q, onChange: (q) => set({ q }) }} narrowed={narrowed} onClear={clear}>
        <FilterSelect
          label={t("stateFilter")}
          value={state}
          options={STATES.map((each) => ({ value: each, label: t(`state.${each}`) }))}
          onChange={(next) => set({ state: next })}
        />
      </FilterBar>
      <DataTable
        name="coupons"
        label={t("title")}
        list={coupons}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        to={({ id }) => addressOf({ ...values, open: String(id) })}
        empty={
          narrowed ? (
            <NothingMatches onClear={clear} />
          ) : (
            <EmptyState icon={TicketPercent} title={t("empty.title")} description={t("empty.text")} action={newButton} />
          )
        }
      />
      <CouponDrawer subject={subject} onClose={() => set({ open: undefined })} />
    </>
  );
}

function Acts({ children }: { children: ReactNode }) {
  const { t } = useTranslation("adminCoupons");
  return (
    <Group gap="xs">
      <Button component={Link} to="/admin/statistics?view=coupons" variant="default" leftSection={<ChartColumn size={16} aria-hidden />}>
        {t("statistics")}
      </Button>
      {children}
    </Group>
  );
}

type Subject = AdminCoupon | typeof NEW;

/**
 * What the drawer shows. An id that is not among the rows that are there is asked for, and opens nothing where there is no
 * such coupon; once open it stays as it was opened, whatever becomes of the list below it.
 */
function useSubject(open: string | undefined, rows: readonly AdminCoupon[]): Subject | undefined {
  const [kept, setKept] = useState<{ open: string; subject: Subject }>();
  const row = rows.find(({ id }) => String(id) === open);
  const id = Number(open);
  const elsewhere = useAnyCoupon(id, row === undefined && Number.isSafeInteger(id) && id > 0);
  if (open === undefined || kept?.open === open) {
    if (open === undefined && kept !== undefined) setKept(undefined);
    return open === undefined ? undefined : kept?.subject;
  }
  const subject = open === NEW ? NEW : (row ?? elsewhere.data);
  if (subject !== undefined) setKept({ open, subject });
  return subject;
}

function addressOf(values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) params.set(name, value);
  return `/admin/coupons?${params.toString()}`;
}
