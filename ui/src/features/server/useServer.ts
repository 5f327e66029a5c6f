// Turns the server on and off, changes its port, and opens it to the network after a confirmation.
import { useTranslation } from "react-i18next";
import type { ServerState } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export function useServer(state: ServerState) {
  const { t } = useTranslation("server");
  const begin = useOperation("start_server", { onError: () => true });
  const end = useOperation("stop_server", { onSuccess: () => begin.reset() });

  const start = async (port: number | undefined, lan: boolean, done: (next: ServerState) => string) => {
    const next = await begin.run({ port, lan });
    if (next.kind === "ok" && next.value.running) toastSuccess(done(next.value));
  };
  const openToLan = async () => {
    const agreed = await confirm({
      title: t("lan.confirm.title"),
      message: t("lan.confirm.message"),
      changes: [t("lan.confirm.reach"), t("lan.confirm.plain"), t("lan.confirm.keep")],
      confirmLabel: t("lan.confirm.yes"),
      destructive: true,
    });
    // The port stays, so that addresses that were noted down still work.
    if (agreed) await start(state.port ?? undefined, true, () => t("lan.opened"));
  };
  return {
    /** Always for this computer alone: the network is asked about each time. */
    switchOn: (port: number | undefined) => void start(port, false, () => t("started")),
    switchOff: () => void end.run({}).then((next) => next.kind === "ok" && toastSuccess(t("stopped"))),
    move: (port: number) => void start(port, state.lan, (next) => t("port.applied", { port: String(next.port) })),
    openToLan: () => void openToLan(),
    closeLan: () => void start(state.port ?? undefined, false, () => t("lan.closed")),
    pending: begin.pending || end.pending,
    error: begin.error,
  };
}

export type Server = ReturnType<typeof useServer>;
