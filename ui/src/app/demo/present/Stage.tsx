// What each step of the presentation shows: always the shop's own answers, never an example.
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { gatherInvariants } from "@/features/admin-system/invariants";
import { useVerdict } from "@/features/admin-system/queries";
import { useDashboard } from "@/features/admin-statistics/queries";
import { usePopularProducts } from "@/features/catalog/queries";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { CrowdPicture } from "./CrowdPicture";
import type { PresentStep } from "./steps";
import type { GuardResult, GuardResults } from "./useGuardRuns";
import { isRecovered, type PlugResult } from "./usePlug";
import classes from "./present.module.css";

interface StageProps {
  stepKey: PresentStep["key"];
  results: GuardResults;
  plug: PlugResult;
}

export function Stage({ stepKey, results, plug }: StageProps) {
  switch (stepKey) {
    case "shop":
      return <ShopStage />;
    case "rush":
      return <CrowdPicture granted={0} oversold={0} />;
    case "none":
    case "keyed":
      return <RunStage result={results[stepKey]} />;
    case "proof":
      return <ProofStage />;
    case "plug":
    case "recovered":
      return <PlugStage result={plug} isRecovery={stepKey === "recovered"} />;
    case "end":
      return <EndStage results={results} />;
  }
}

function Figure({ label, value, tone }: { label: string; value: string; tone?: "good" | "bad" | undefined }) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}

function ShopStage() {
  const { t } = useTranslation("demo");
  const lang = useLang();
  const today = useDashboard().data?.today;
  const popular = usePopularProducts({ days: 3, limit: 5 }).data?.items ?? [];
  return (
    <>
      <dl className={classes.figures}>
        <Figure label={t("present.figure.orders")} value={today === undefined ? "–" : t("present.figure.ordersValue", { figure: formatCount(today.placed, lang) })} />
        <Figure label={t("present.figure.sales")} value={today === undefined ? "–" : formatWon(today.sales, lang)} />
      </dl>
      <ul className={classes.products} aria-hidden>
        {popular.map(({ product }) => (
          <li key={product.id}>
            <ProductImage src={product.imageUrl} alt="" eager />
          </li>
        ))}
      </ul>
    </>
  );
}

function RunStage({ result }: { result: GuardResult | undefined }) {
  const { t } = useTranslation("demo");
  const lang = useLang();
  const { outcome, latest } = result ?? {};
  if (result?.state === "failed") return <p className={classes.text}>{t("present.unavailable")}</p>;
  const granted = outcome?.granted ?? latest?.granted ?? 0;
  const oversold = outcome?.oversold ?? 0;
  const count = (figure: number) => t("present.figure.count", { figure: formatCount(figure, lang) });
  const tone = outcome === undefined ? undefined : oversold > 0 ? "bad" : "good";
  return (
    <>
      <CrowdPicture granted={granted - oversold} oversold={oversold} />
      <dl className={classes.figures} role={outcome === undefined ? undefined : "status"}>
        <Figure label={t("present.figure.granted")} value={count(granted)} tone={tone} />
        <Figure label={t("present.figure.oversold")} value={outcome === undefined ? t("present.running") : count(oversold)} tone={tone} />
        <Figure label={t("present.figure.refused")} value={t("present.figure.customers", { figure: formatCount(outcome?.refused ?? latest?.refused ?? 0, lang) })} />
        {outcome !== undefined && oversold > 0 ? (
          <Figure label={t("present.figure.cost")} value={formatWon(outcome.oversoldWon, lang)} tone="bad" />
        ) : (
          <Figure label={t("present.figure.seconds")} value={outcome === undefined ? "–" : t("present.figure.secondsValue", { seconds: outcome.seconds.toFixed(2) })} />
        )}
      </dl>
    </>
  );
}

function ProofStage() {
  const { t } = useTranslation(["demo", "adminProof"]);
  const verdict = useVerdict(false);
  if (verdict.data === undefined) return <p className={classes.text}>{t(verdict.error === null ? "present.running" : "present.unavailable")}</p>;
  return (
    <ul className={classes.checks}>
      {gatherInvariants(verdict.data).map(({ number, holds }) => {
        const Icon = holds ? CircleCheck : CircleX;
        return (
          <li key={number} data-holds={holds}>
            <Icon aria-label={t(holds ? "adminProof:holds" : "adminProof:breaksShort")} />
            {t(`adminProof:identity.${number}.title`)}
          </li>
        );
      })}
    </ul>
  );
}

function PlugStage({ result: { state, plug }, isRecovery }: { result: PlugResult; isRecovery: boolean }) {
  const { t } = useTranslation(["demo", "adminProof"]);
  const lang = useLang();
  if (plug === undefined) return <p className={classes.text}>{t(state === "failed" ? "present.unavailable" : "present.running")}</p>;
  const orders = (figure: number) => t("present.figure.ordersValue", { figure: formatCount(figure, lang) });
  if (!isRecovery)
    return (
      <dl className={classes.figures}>
        <Figure label={t("present.figure.process")} value={String(plug.processId)} tone="bad" />
        <Figure label={t("present.figure.before")} value={orders(plug.before.orders)} />
        <Figure label={t("present.figure.inside")} value={orders(plug.inside.orders)} />
      </dl>
    );
  const holds = isRecovered(plug);
  return (
    <dl className={classes.figures} role="status">
      <Figure label={t("present.figure.reopening")} value={t("present.figure.milliseconds", { figure: plug.reopenMs.toFixed(1) })} />
      <Figure label={t("present.figure.reopened")} value={orders(plug.reopened.orders)} />
      <Figure label={t("present.figure.repeated")} value={orders(plug.repeated.orders)} />
      <Figure label={t("present.figure.check")} value={t(holds ? "adminProof:holds" : "adminProof:breaksShort")} tone={holds ? "good" : "bad"} />
    </dl>
  );
}

function EndStage({ results: { none, keyed } }: { results: GuardResults }) {
  const { t } = useTranslation(["demo", "adminLab"]);
  const lang = useLang();
  const runs = [
    { guard: "none", outcome: none?.outcome },
    { guard: "keyed", outcome: keyed?.outcome },
  ] as const;
  return (
    <dl className={classes.figures} data-large>
      {runs.map(({ guard, outcome }) => (
        <Figure
          key={guard}
          label={`${t(`adminLab:guard.${guard}`)} · ${t("present.figure.oversold")}`}
          value={outcome === undefined ? "–" : t("present.figure.count", { figure: formatCount(outcome.oversold, lang) })}
          tone={outcome === undefined ? undefined : outcome.oversold > 0 ? "bad" : "good"}
        />
      ))}
    </dl>
  );
}
