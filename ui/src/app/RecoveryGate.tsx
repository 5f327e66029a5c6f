// In the window the shop may turn out not to open. Its pages would only fail then, so that the way back stands in their place.
import { lazy, type ReactNode, Suspense } from "react";
import { useRefusedStart } from "@/features/recovery/queries";

const RecoveryPage = lazy(() => import("@/pages/recovery"));

export function RecoveryGate({ children }: { children: ReactNode }) {
  const refused = useRefusedStart();
  if (refused === undefined) return children;
  return (
    <Suspense fallback={null}>
      <RecoveryPage refused={refused} />
    </Suspense>
  );
}
