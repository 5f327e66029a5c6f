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

/** Signs in as a user of the demo. `become` resolves to whether that has succeeded, and shows why it has not. */
export function useBecome() {
  const { t } = useTranslation("auth");
  const login = useLogin();
  const become = async ({ email, password }: Persona): Promise<boolean> => {
    const signedIn = await login.run({ email, password });
    // Skipped: the sign-in before is still running, and shows its own error.
    if (signedIn.kind === "ok" || signedIn.kind === "skipped") return signedIn.kind === "ok";
    toastError(signedIn, signedIn.code === "UNAUTHORIZED" ? t("signIn.wrong") : undefined);
    return false;
  };
  return { become, pending: login.pending };
}

export function usePersonaSwitch() {
  const { t } = useTranslation("demo");
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { become, pending } = useBecome();
  const logout = useLogout();
  const switchTo = async (persona: Persona) => {
    if (!(await become(persona))) return;
    toastSuccess(t("persona.switched", { name: persona.name }));
    void navigate(placeFor(persona, pathname));
  };
  return { switchTo: (persona: Persona) => void switchTo(persona), leave: () => void logout.run({}), pending: pending || logout.pending };
}

/** How busy the simulated customers are; the window alone can ask. */
export function useShoppers() {
  const { t } = useTranslation("demo");
  const query = useQuery({ queryKey: keys.demoShoppers, queryFn: () => read("get_demo_shoppers", {}), enabled: host() === "window" });
  const change = useOperation("set_demo_shoppers", { onSuccess: ({ rate }) => toastSuccess(t(`shoppers.changed.${rate}`)) });
  return { rate: query.data?.rate, setRate: (rate: ShopperRate) => void change.run({ rate }), pending: change.pending };
}

/** Asks, resets the demo, and signs the same user in again. Where that fails, a visitor is shown the new demo. */
export function useReset(personas: readonly Persona[]) {
  const { t } = useTranslation("demo");
  const client = useQueryClient();
  const navigate = useNavigate();
  const { customer } = useSession();
  const { become } = useBecome();
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
    const isBack = same !== undefined && (await become(same));
    if (!isBack) await client.resetQueries();
    toastSuccess(t("reset.done"));
    void navigate(isBack && same.type === "ADMIN" ? "/admin/dashboard" : "/");
  };
  return { ask: () => void ask(), step };
}
