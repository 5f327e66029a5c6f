// The running program: live metrics, events to send, backups, the server. One part at a time, so that nothing is read
// that is not shown.
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "@/features/user/session";
import { PageHeading } from "@/shared/components/PageHeading";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { Backups } from "./Backups";
import { Figures } from "./Figures";
import { Outbox } from "./Outbox";
import { ServerPart } from "./ServerPart";
import classes from "./system.module.css";

const PARTS = ["figures", "outbox", "backups", "server"] as const;

const SHOWN = { figures: Figures, outbox: Outbox, backups: Backups, server: ServerPart };

export default function SystemPage() {
  const { t } = useTranslation("adminSystem");
  const { values, set } = useAddressFilters(["part", "state"]);
  const may = useMay();
  // The server is a setting of the shop.
  const parts = PARTS.filter((each) => each !== "server" || may("update_settings"));
  const part = oneOf(parts, values.part) ?? "figures";
  const Shown = SHOWN[part];
  return (
    <>
      <PageHeading
        title={t("title")}
        aside={
          <SegmentedControl
            className={classes.parts}
            aria-label={t("parts")}
            value={part}
            onChange={(next) => set({ part: next === "figures" ? undefined : next, state: undefined })}
            data={parts.map((each) => ({ value: each, label: t(`part.${each}`) }))}
          />
        }
      />
      <Shown />
    </>
  );
}
