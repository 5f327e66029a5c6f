// What the demo's tools do: switch the user, change the simulated customers, and reset the demo.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useLogin, useLogout, useSession } from "@/features/user/session";
import { read } from "@/ipc/call";
import { resetDemo } from "@/ipc/demo";
import type { DemoProgress, Persona, ShopperRate } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastError, toastSuccess } from "@/shared/toast";
import { placeFor } from "./personas";
import { whileReplacing } from "./replacing";

export const RATES: readonly ShopperRate[] = ["off", "quiet", "lively"];

export function usePersonaSwitch() {
  const { t } = useTranslation("demo");
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const login = useLogin();
  const logout = useLogout();
  /** Signs in as the user; resolves to whether that has succeeded. */
  const become = async ({ email, password }: Persona): Promise<boolean> => (await login.run({ email, password })).kind === "ok";
  const switchTo = async (persona: Persona) => {
    if (!(await become(persona))) return;
    toastSuccess(t("persona.switched", { name: persona.name }));
    void navigate(placeFor(persona, pathname));
  };
  return { become, switchTo: (persona: Persona) => void switchTo(persona), leave: () => void logout.run({}), pending: login.pending || logout.pending, error: login.error };
}

/** How busy the simulated customers are; the window alone can ask. */
export function useShoppers() {
  const { t } = useTranslation("demo");
  const query = useQuery({ queryKey: keys.demoShoppers, queryFn: () => read("get_demo_shoppers", {}), enabled: host() === "window" });
  const change = useOperation("set_demo_shoppers", { onSuccess: ({ rate }) => toastSuccess(t(`shoppers.changed.${rate}`)) });
  return { rate: query.data?.rate, setRate: (rate: ShopperRate) => void change.run({ rate }), pending: change.pending };
}

/** Asks, resets the demo, and signs the same user in again. */
export function useReset(personas: readonly Persona[]) {
  const { t } = useTranslation("demo");
  const client = useQueryClient();
  const navigate = useNavigate();
  const { customer } = useSession();
  const login = useLogin();
  const [step, setStep] = useState<DemoProgress | "begun" | null>(null);
  const ask = async () => {
    const agreed = await confirm({
      title: t("reset.title"),
      message: t("reset.message"),
      changes: [t("reset.orders"), t("reset.sessions")],
      confirmLabel: t("reset.confirm"),
      destructive: true,
    });
    if (!agreed) return;
    setStep("begun");
    const reset = await whileReplacing(() => resetDemo(setStep));
    setStep(null);
    if (reset.kind !== "ok") return toastError(reset);
    const same = personas.find(({ email }) => email === customer?.email);
    if (same === undefined) await client.resetQueries();
    else await login.run({ email: same.email, password: same.password });
    toastSuccess(t("reset.done"));
    void navigate(same?.type === "ADMIN" ? "/admin/dashboard" : "/");
  };
  return { ask: () => void ask(), step };
}
