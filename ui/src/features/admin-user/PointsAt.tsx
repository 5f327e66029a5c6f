// The points of a user as of an instant.
import { useTranslation } from "react-i18next";
import { AsOfPanel } from "@/shared/components/asOf/AsOfPanel";
import { useTravel } from "@/shared/components/asOf/useTravel";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { usePointsAt } from "./queries";

export function PointsAt({ userId }: { userId: number }) {
  const { t } = useTranslation("adminAsOf");
  const lang = useLang();
  const travel = useTravel();
  const query = usePointsAt(userId, travel.asked);
  return (
    <AsOfPanel noun="points" travel={travel} query={query}>
      {({ availablePoint }) => (availablePoint == null ? t("before") : formatPoints(availablePoint, lang))}
    </AsOfPanel>
  );
}
