// The invariants of the data, checked live: each with its text, its result, its query, and the rows that break it.
import { Anchor, Button, Group, SimpleGrid, Skeleton, Stack, Switch } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { gatherInvariants, NUMBERS } from "@/features/admin-system/invariants";
import { useVerdict } from "@/features/admin-system/queries";
import type { Verdict } from "@/ipc/generated/operations";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { InvariantCard } from "./InvariantCard";
import { VerdictBanner } from "./VerdictBanner";

export default function ProofPage() {
  const { t } = useTranslation("adminProof");
  const [following, setFollowing] = useState(true);
  const verdict = useVerdict(following);
  return (
    <>
      <PageHeading
        title={t("title")}
        aside={
          <Group gap="lg">
            <Anchor component={Link} to="/admin/proof/how" size="sm">
              {t("how.link")}
            </Anchor>
            <Switch label={t("following")} checked={following} onChange={(event) => setFollowing(event.currentTarget.checked)} />
            <Button variant="default" leftSection={<RefreshCw size={16} aria-hidden />} loading={verdict.isFetching} onClick={() => void verdict.refetch()}>
              {t("again")}
            </Button>
          </Group>
        }
      />
      <QueryView query={verdict} skeleton={<Shapes />}>
        {(data) => <Board verdict={data} />}
      </QueryView>
    </>
  );
}

function Board({ verdict }: { verdict: Verdict }) {
  const invariants = gatherInvariants(verdict);
  return (
    <Stack gap="md">
      <VerdictBanner verdict={verdict} invariants={invariants} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {invariants.map((invariant) => (
          <InvariantCard key={invariant.number} invariant={invariant} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="md">
        <Skeleton height={92} radius="lg" />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {NUMBERS.map((number) => (
            <Skeleton key={number} height={150} radius="lg" />
          ))}
        </SimpleGrid>
      </Stack>
    </Delayed>
  );
}
