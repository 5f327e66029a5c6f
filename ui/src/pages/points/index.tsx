// Points: the balance, the way to more of them as the shop is set, and every change of them.
import { Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { chargeable } from "@/features/point/charge";
import { usePoints } from "@/features/point/queries";
import { useShop } from "@/features/shop/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { Balance } from "./Balance";
import { ChargePanel } from "./ChargePanel";
import { Ledger } from "./Ledger";
import { Requests } from "./Requests";
import classes from "./points.module.css";

export default function PointsPage() {
  const { t } = useTranslation("points");
  const points = usePoints();
  const { pointCharging: charging = "FREE", depositAccount } = useShop().data ?? {};
  // The checkout leads here with what is missing there.
  const wanted = useSearchParams()[0].get("charge");
  const [amount, setAmount] = useState<number | undefined>(wanted === null ? undefined : chargeable(Number(wanted)));
  return (
    <>
      <PageHeading title={t("title")} />
      <div className={classes.page}>
        <QueryView query={points} skeleton={<Shapes />}>
          {(balance) => (
            <>
              <Balance points={balance} />
              <div className={classes.charge}>
                <ChargePanel charging={charging} account={depositAccount} balance={balance.availablePoint} amount={amount} onAmount={setAmount} />
              </div>
            </>
          )}
        </QueryView>
        <Requests expected={charging === "REQUEST"} />
        <Ledger onStart={charging === "OFF" ? undefined : () => setAmount(10_000)} />
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
