// The seven invariants of a scratch shop: which hold and which are broken.
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NUMBERS } from "@/features/admin-system/invariants";
import type { LabBroken } from "@/ipc/generated/operations";
import classes from "./lab.module.css";

export function Board({ identities }: { identities: readonly LabBroken[] }) {
  const { t } = useTranslation(["adminLab", "adminProof"]);
  const broken = new Set(identities.map(({ identity }) => identity));
  return (
    <ul className={classes.board} aria-label={t("board")}>
      {NUMBERS.map((number) => {
        const wrong = broken.has(number);
        const Mark = wrong ? CircleX : CircleCheck;
        return (
          <li key={number} data-holds={!wrong}>
            <Mark size={14} aria-label={t(wrong ? "adminProof:breaksShort" : "adminProof:holds")} /> {t(`adminProof:identity.${number}.title`)}
          </li>
        );
      })}
    </ul>
  );
}
