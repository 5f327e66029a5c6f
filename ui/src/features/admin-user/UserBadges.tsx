// Whether a user is blocked, and whether it is an admin or a guest of a live sale.
import { useTranslation } from "react-i18next";
import type { AdminUser } from "@/ipc/generated/operations";
import { StateTag } from "@/shared/components/StateTag";

export function UserBadges({ user: { state, type, guest } }: { user: Pick<AdminUser, "state" | "type" | "guest"> }) {
  const { t } = useTranslation("adminCustomers");
  return (
    <>
      <StateTag tone={state === "INACTIVE" ? "bad" : "good"}>{t(`state.${state}`)}</StateTag>
      {type === "ADMIN" && (
        <>
          {" "}
          <StateTag>{t("type.ADMIN")}</StateTag>
        </>
      )}
      {guest && (
        <>
          {" "}
          <StateTag>{t("guest")}</StateTag>
        </>
      )}
    </>
  );
}
