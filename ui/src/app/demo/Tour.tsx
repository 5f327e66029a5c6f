// The guided tour: a card that goes from page to page, and a mark around what it tells about. It can be left at any step and
// resumed there; nothing of the page is covered or blocked.
import { Button, CloseButton, Group, Text } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/features/user/session";
import type { Persona } from "@/ipc/generated/operations";
import { toastSuccess } from "@/shared/toast";
import { fits, personaFor } from "./personas";
import { TOUR } from "./tour";
import { useTourState } from "./tourState";
import { useMark } from "./useMark";
import { useBecome } from "./useDemo";
import classes from "./Tour.module.css";

export function Tour({ personas }: { personas: readonly Persona[] }) {
  const [{ at, state }] = useTourState();
  const step = TOUR[at];
  if (state !== "running" || step === undefined) return null;
  // In the body, so that the bar below does not hold it back.
  return createPortal(<Card key={step.key} personas={personas} />, document.body);
}

function Card({ personas }: { personas: readonly Persona[] }) {
  const { t } = useTranslation("demo");
  const { at, step, go, rest, end } = useTour();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(personas, () => heading.current?.focus({ preventScroll: true }));
  const mark = useMark(step.target);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.code === "Escape") rest();
  };
  const isLast = at === TOUR.length - 1;
  return (
    <>
      {mark !== null && <div className={classes.mark} style={mark} aria-hidden data-chrome />}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves a dialog */}
      <div role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" className={classes.card} onKeyDown={onKeyDown} data-tour data-chrome>
        <Group justify="space-between" wrap="nowrap" mb={4}>
          <Text size="xs" c="dimmed" fw={600}>
            {t("tour.label")} · {t("tour.progress", { step: at + 1, count: TOUR.length })}
          </Text>
          <CloseButton size="sm" aria-label={t("tour.later")} onClick={rest} />
        </Group>
        <h2 id="tour-title" ref={heading} tabIndex={-1} className={classes.title}>
          {t(`tour.step.${step.key}.title`)}
        </h2>
        <Text id="tour-text" size="sm" lh={1.65} mb="md">
          {t(`tour.step.${step.key}.text`)}
        </Text>
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => end(false)}>
            {t("tour.skip")}
          </Button>
          <Group gap="xs">
            {at > 0 && (
              <Button variant="default" size="xs" onClick={() => go(at - 1)}>
                {t("tour.back")}
              </Button>
            )}
            <Button size="xs" onClick={() => (isLast ? end(true) : go(at + 1))}>
              {t(isLast ? "tour.finish" : "tour.next")}
            </Button>
          </Group>
        </Group>
      </div>
    </>
  );
}

function useTour() {
  const { t } = useTranslation("demo");
  const [{ at }, setTour] = useTourState();
  const step = TOUR[at] ?? TOUR[0];
  if (step === undefined) throw new Error("BUG: the tour has steps");
  const end = (seen: boolean) => {
    setTour({ at: 0, state: "over" });
    if (seen) toastSuccess(t("tour.done"));
  };
  return { at, step, go: (next: number) => setTour({ at: next, state: "running" }), rest: () => setTour({ at, state: "resting" }), end };
}

/** Brings the step's page, as the user that it takes, and tells when it is on its way. */
function useArrival(personas: readonly Persona[], onThere: () => void) {
  const { step } = useTour();
  const { customer, isPending } = useSession();
  const { become } = useBecome();
  const navigate = useNavigate();
  const arrive = useEffectEvent(async () => {
    const { as } = step;
    const persona = as === undefined || fits(as, customer) ? undefined : personaFor(as, personas);
    if (persona !== undefined && !(await become(persona))) return;
    await navigate(step.route);
    onThere();
  });
  // Once for each step: the card of the next one is another. Until then it must be known who is signed in.
  const arrived = useRef(false);
  useEffect(() => {
    if (isPending || arrived.current) return;
    arrived.current = true;
    void arrive();
  }, [isPending]);
}
