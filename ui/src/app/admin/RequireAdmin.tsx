// Shows the panel to admins, sends visitors to sign in, and tells customers why they cannot see it. The shop itself
// refuses them too.
import { Button, Container } from "@mantine/core";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "@/features/user/session";
import { EmptyState } from "@/shared/components/EmptyState";
import { ErrorState } from "@/shared/components/ErrorState";
import { PageHeading } from "@/shared/components/PageHeading";
import { PageSkeleton } from "@/shared/components/PageSkeleton";

export function RequireAdmin() {
  const { pathname, search } = useLocation();
  const { customer, isPending, error, retry } = useSession();
  if (isPending) return <PageSkeleton />;
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (customer === null) return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  return customer.type === "ADMIN" ? <Outlet /> : <Denied />;
}

function Denied() {
  const { t } = useTranslation("admin");
  return (
    <Container component="main" size="sm" py={80}>
      <PageHeading title={t("area")} hidden />
      <EmptyState
        icon={Lock}
        title={t("denied.title")}
        description={t("denied.description")}
        action={
          <Button component={Link} to="/">
            {t("denied.action")}
          </Button>
        }
      />
    </Container>
  );
}
