// The slider of a page that shows a thing as of an instant: the browser's own range, whose arrow keys step from change to
// change, with the instant as text and the buttons for the same steps.
import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { AsOf } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatInstant } from "@/shared/text/format";
import classes from "./asOf.module.css";
import { useSteps } from "./useSteps";
import type { Travel } from "./useTravel";

type Range = Pick<AsOf, "firstAt" | "latestAt" | "previousAt" | "nextAt">;

interface AsOfSliderProps {
  range: Range;
  travel: Travel;
  /** The range is that of another instant, whose steps would lead astray. */
  waiting: boolean;
}

const SIDES = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 } as const;

export function AsOfSlider({ range, travel, waiting }: AsOfSliderProps) {
  const { t } = useTranslation("adminAsOf");
  const lang = useLang();
  const keysId = useId();
  const [first, latest] = [Date.parse(range.firstAt), Date.parse(range.latestAt)];
  const at = Math.max(first, travel.position ?? latest);
  const isNow = travel.position === undefined;
  const text = formatInstant(new Date(at), lang);
  const { step, stop } = useSteps(range, waiting, travel.go);
  const onKeyDown = (event: KeyboardEvent) => {
    const side = SIDES[event.code as keyof typeof SIDES];
    if (side === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(side);
  };
  const toNow = () => {
    stop();
    travel.go(undefined);
  };
  const drag = (ms: number) => {
    stop();
    if (ms >= latest) travel.go(undefined);
    else travel.drag(ms);
  };
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text component="div" size="sm" fw={600} className="tabular">
          <time dateTime={new Date(at).toISOString()}>{text}</time>
          {isNow && ` · ${t("now")}`}
        </Text>
        <Group gap={4} wrap="nowrap">
          <StepButton label={t("previous")} disabled={range.previousAt == null} onClick={() => step(-1)} back />
          <StepButton label={t("next")} disabled={range.nextAt == null} onClick={() => step(1)} />
          <Button size="compact-sm" variant="default" {...offered(!isNow, toNow)}>
            {t("toNow")}
          </Button>
        </Group>
      </Group>
      <input
        type="range"
        className={classes.slider}
        aria-label={t("instant")}
        aria-valuetext={isNow ? `${text} · ${t("now")}` : text}
        aria-describedby={keysId}
        min={first}
        max={latest}
        step={1}
        value={at}
        disabled={first === latest}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget: { valueAsNumber } }) => drag(valueAsNumber)}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" className="tabular">
          {formatInstant(range.firstAt, lang)}
        </Text>
        <Text size="xs" c="dimmed" id={keysId} visibleFrom="sm">
          {t("keys")}
        </Text>
      </Group>
    </div>
  );
}

/** A button that is not offered keeps the focus, which it may have from the press before. */
function offered(isOffered: boolean, onClick: () => void) {
  return isOffered ? { onClick } : { "aria-disabled": true, "data-disabled": true };
}

function StepButton({ label, disabled, onClick, back = false }: { label: string; disabled: boolean; onClick: () => void; back?: boolean }) {
  const Icon = back ? ChevronLeft : ChevronRight;
  return (
    <ActionIcon variant="default" size="md" aria-label={label} title={label} {...offered(!disabled, onClick)}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
