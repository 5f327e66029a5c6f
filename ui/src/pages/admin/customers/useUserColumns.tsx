// The columns of the list of users.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { UserBadges } from "@/features/admin-user/UserBadges";
import type { AdminUser } from "@/ipc/generated/operations";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDate, formatPoints } from "@/shared/text/format";

export function useUserColumns(): readonly Column<AdminUser>[] {
  const { t } = useTranslation("adminCustomers");
  const lang = useLang();
  return useMemo(
    () => [
      { id: "name", title: t("column.name"), main: true, cell: ({ name, email }) => <TwoLines first={name} second={email} /> },
      { id: "phone", narrow: "below", title: t("column.phone"), width: 10, cell: ({ phone }) => <span className="tabular">{phone ?? "–"}</span> },
      { id: "state", narrow: "aside", title: t("column.state"), width: 11, cell: (user) => <UserBadges user={user} /> },
      { id: "orders", title: t("column.orders"), width: 5.5, figures: true, cell: ({ orderCount }) => formatCount(orderCount, lang) },
      { id: "available", narrow: "aside", title: t("column.available"), width: 9, figures: true, cell: ({ availablePoint }) => formatPoints(availablePoint, lang) },
      { id: "used", title: t("column.used"), width: 9, figures: true, optional: true, cell: ({ usedPoint }) => formatPoints(usedPoint, lang) },
      { id: "createdAt", title: t("column.createdAt"), width: 9, cell: ({ createdAt }) => formatDate(createdAt, lang) },
    ],
    [t, lang],
  );
}
