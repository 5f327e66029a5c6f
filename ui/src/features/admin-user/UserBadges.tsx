// Whether a user is blocked or has left, and which admin it is, or whether it is a guest of a live sale.
import { useTranslation } from "react-i18next";
import type { AdminUser } from "@/ipc/generated/operations";
import { StateTag } from "@/shared/components/StateTag";

const TONES = { NORMAL: "good", INACTIVE: "bad", DELETED: undefined } as const;

export function UserBadges({ user: { state, type, role, guest } }: { user: Pick<AdminUser, "state" | "type" | "role" | "guest"> }) {
  const { t } = useTranslation(["adminCustomers", "admin"]);
  return (
    <>
      <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
      {type === "ADMIN" && (
        <>
          {" "}
          <StateTag>{role ? t(`admin:role.${role}`) : t("type.ADMIN")}</StateTag>
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
