// Sends visitors to sign in, and the sign-in page sends them back (see useReturnPath).
import { Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "@/features/user/session";
import { ErrorState } from "@/shared/components/ErrorState";
import { PageSkeleton } from "@/shared/components/PageSkeleton";

export function RequireCustomer() {
  const { pathname, search } = useLocation();
  const session = useSession();
  if (session.isPending) return <PageSkeleton />;
  if (session.error !== null) return <ErrorState error={session.error} onRetry={session.retry} />;
  if (session.customer === null) return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  return <Outlet />;
}
