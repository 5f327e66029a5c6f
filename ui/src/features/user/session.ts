// The signed-in user. A visitor is not an error here, although the shop answers UNAUTHORIZED.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import { type AdminRole, leastRoles, type User } from "@/ipc/generated/operations";
import { unwrap } from "@/ipc/result";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { type AdminOperation, permits } from "./roles";

export interface Session {
  /** Null for a visitor, and while it is not known yet. */
  customer: User | null;
  isPending: boolean;
  error: ShopError | null;
  retry: () => void;
}

export function useSession(): Session {
  const query = useQuery({ queryKey: keys.session, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  return {
    customer: query.data ?? null,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** The role of the signed-in admin, without asking the shop; undefined for others, and while it is not known. */
export function useRole(): AdminRole | undefined {
  const { data } = useQuery({ queryKey: keys.session, queryFn: readSession, enabled: false });
  return data?.role ?? undefined;
}

/** Whether the signed-in admin may perform an operation. The panel hides what is not allowed; the shop itself refuses it. */
export function useMay(): (operation: AdminOperation) => boolean {
  const role = useRole();
  return (operation) => permits(role, leastRoles[operation]);
}

export function useLogin(): Operation<"login"> {
  return useOperation("login", { onSuccess: useResetCache(), onError: () => true });
}

/** Signs out and opens the home page, because the open page may have been the customer's own. */
export function useLogout(): Operation<"logout"> {
  const { t } = useTranslation("auth");
  const navigate = useNavigate();
  const forget = useResetCache();
  return useOperation("logout", {
    onSuccess: () => {
      forget();
      toastSuccess(t("signedOut"));
      void navigate("/");
    },
  });
}

/** After a change of user nothing cached for the one before may be seen. */
function useResetCache(): () => void {
  const client = useQueryClient();
  return () => void client.resetQueries();
}

async function readSession(): Promise<User | null> {
  const me = await call("get_me", {});
  return me.kind !== "ok" && me.code === "UNAUTHORIZED" ? null : unwrap(me);
}
