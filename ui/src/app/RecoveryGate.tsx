// In the window the shop may fail to open. Its pages would fail too, so the recovery page takes their place.
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
