// Points: the balance, a way to charge it, and every change of it.
import { Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePoints } from "@/features/point/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { Balance } from "./Balance";
import { ChargePanel } from "./ChargePanel";
import { Ledger } from "./Ledger";
import classes from "./points.module.css";

export default function PointsPage() {
  const { t } = useTranslation("points");
  const points = usePoints();
  const [amount, setAmount] = useState<number>();
  return (
    <>
      <PageHeading title={t("title")} />
      <div className={classes.page}>
        <QueryView query={points} skeleton={<Shapes />}>
          {(balance) => (
            <>
              <Balance points={balance} />
              <div className={classes.charge}>
                <ChargePanel balance={balance.availablePoint} amount={amount} onAmount={setAmount} />
              </div>
            </>
          )}
        </QueryView>
        <Ledger onStart={() => setAmount(10_000)} />
      </div>
    </>
  );
}

function Shapes() {
  return (
    <>
      <Delayed>
        <Skeleton className={classes.balanceShape} radius="lg" />
      </Delayed>
      <div className={classes.charge}>
        <Delayed>
          <Skeleton height={330} radius="lg" />
        </Delayed>
      </div>
    </>
  );
}
