// Asks the shop how far it is prepared. That it stays on this computer is kept here, not in the shop.
import { useLocalStorage } from "@mantine/hooks";
import { useAnyProduct } from "@/features/admin-catalog/queries";
import { useBackups } from "@/features/admin-system/backups";
import { isThisComputer } from "@/features/server/address";
import { useServerState } from "@/features/server/queries";
import { useShop } from "@/features/shop/queries";
import { host } from "@/ipc/host";
import { type FirstStep, firstSteps } from "./steps";

export function useFirstSteps(): { steps: readonly FirstStep[]; stayLocal: () => void } {
  const [staysLocal, setStaysLocal] = useLocalStorage({ key: "jangteo.admin.staysLocal", defaultValue: false, getInitialValueInEffect: false });
  const shop = useShop().data;
  const steps = firstSteps({
    hasProduct: useAnyProduct().data,
    charging: shop && { mode: shop.pointCharging, hasAccount: shop.depositAccount !== undefined },
    hasBusiness: shop && shop.business != null,
    backups: useBackups().data?.items,
    server: useServerState().data,
    isOverNetwork: host() !== "window" && !isThisComputer(location.href),
    staysLocal,
  });
  return { steps, stayLocal: () => setStaysLocal(true) };
}
