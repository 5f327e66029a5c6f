// The presentation fills the window and runs automatically: the shop at work, the same crowd without a guard and with the
// shop's own, and the check of the stored data. It can rest at any step.
import { Button, CloseButton, Loader, Modal, Text } from "@mantine/core";
import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { loadAdminTexts } from "@/app/admin/loadTexts";
import { useSession } from "@/features/user/session";
import type { Persona } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { personaFor } from "../personas";
import { useBecome } from "../useDemo";
import { Stage } from "./Stage";
import { STEPS } from "./steps";
import { CROWD, CROWD_SIZE, type GuardResults, useGuardRuns } from "./useGuardRuns";
import { type Playback, usePlayback } from "./usePlayback";
import { usePlug } from "./usePlug";
import classes from "./present.module.css";

export function Presentation({ personas, onClose }: { personas: readonly Persona[]; onClose: () => void }) {
  const { t } = useTranslation("demo");
  const ready = useOwner(personas, onClose);
  const navigate = useNavigate();
  const end = () => {
    onClose();
    if (ready) void navigate("/admin/dashboard");
  };
  return (
    <Modal opened fullScreen onClose={end} withCloseButton={false} attributes={{ content: { "aria-label": t("present.label") } }} transitionProps={{ duration: 0 }} classNames={{ body: classes.body, content: classes.content }}>
      {ready ? <Show onEnd={end} /> : <Loader className={classes.loader} aria-label={t("present.running")} />}
    </Modal>
  );
}

/** Signs the owner in, who alone sees the figures and the Lab; true once that is done and the panel's texts are there. A refusal is shown by a toast, so the presentation closes. */
function useOwner(personas: readonly Persona[], onRefused: () => void): boolean {
  const { customer, isPending } = useSession();
  const { become } = useBecome();
  const [isLoaded, setIsLoaded] = useState(false);
  const isOwner = customer?.role === "OWNER";
  const enter = useEffectEvent(async () => {
    const owner = personaFor("owner", personas);
    if (!isOwner && owner !== undefined && !(await become(owner))) onRefused();
  });
  // Once: after the sign-in the session is read again.
  const entered = useRef(false);
  useEffect(() => {
    if (isPending || entered.current) return;
    entered.current = true;
    void enter();
  }, [isPending]);
  useEffect(() => void loadAdminTexts().then(() => setIsLoaded(true)), []);
  return isOwner && isLoaded;
}

function Show({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation("demo");
  const [wanted, setWanted] = useState<"none" | "keyed">();
  const { results, forget } = useGuardRuns(wanted);
  const [pulls, setPulls] = useState(false);
  const plug = usePlug(pulls);
  const isOver = (state: string | undefined) => state === "done" || state === "failed";
  const playback = usePlayback((wanted !== undefined && !isOver(results[wanted]?.state)) || (pulls && !isOver(plug.result.state)));
  const step = STEPS[playback.at] ?? STEPS[0];
  const key = step?.key ?? "shop";
  const guard = key === "none" || key === "keyed" ? key : undefined;
  if (guard !== wanted) setWanted(guard);
  const shows = key === "plug" || key === "recovered";
  if (shows !== pulls) setPulls(shows);
  const again = () => {
    forget();
    plug.forget();
    playback.go(0);
  };
  useKeys(playback);
  return (
    <div className={classes.show}>
      <Segments playback={playback} />
      <div className={classes.head}>
        <Text className={classes.progress}>{t("present.progress", { step: playback.at + 1, count: STEPS.length })}</Text>
        <CloseButton size="lg" aria-label={t("present.end")} onClick={onEnd} />
      </div>
      <Words stepKey={key} results={results} />
      <div className={classes.stage} key={key}>
        <Stage stepKey={key} results={results} plug={plug.result} />
      </div>
      <Controls playback={playback} onAgain={again} />
    </div>
  );
}

function Words({ stepKey, results }: { stepKey: (typeof STEPS)[number]["key"]; results: GuardResults }) {
  const { t } = useTranslation("demo");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  const values = { stock: count(CROWD.stock), crowd: count(CROWD_SIZE), none: count(results.none?.outcome?.oversold ?? 0), keyed: count(results.keyed?.outcome?.oversold ?? 0) };
  return (
    <div role="status">
      <h1 className={classes.title}>{t(`present.step.${stepKey}.title`, values)}</h1>
      <p className={classes.text}>{t(`present.step.${stepKey}.text`, values)}</p>
    </div>
  );
}

function Segments({ playback: { at, shown } }: { playback: Playback }) {
  return (
    <ol className={classes.segments} aria-hidden>
      {STEPS.map(({ key, seconds }, number) => (
        <li key={key}>
          <span style={{ width: `${number < at ? 100 : number > at ? 0 : (shown / seconds) * 100}%` }} />
        </li>
      ))}
    </ol>
  );
}

function Controls({ playback: { at, paused, toggle, go }, onAgain }: { playback: Playback; onAgain: () => void }) {
  const { t } = useTranslation("demo");
  const isLast = at === STEPS.length - 1;
  return (
    <div className={classes.controls}>
      <Button variant="default" size="md" leftSection={<ChevronLeft size={18} aria-hidden />} disabled={at === 0} onClick={() => go(at - 1)}>
        {t("present.back")}
      </Button>
      <Button data-autofocus size="md" leftSection={paused ? <Play size={18} aria-hidden /> : <Pause size={18} aria-hidden />} onClick={toggle}>
        {t(paused ? "present.play" : "present.pause")}
      </Button>
      {isLast ? (
        <Button variant="default" size="md" leftSection={<RotateCcw size={18} aria-hidden />} onClick={onAgain}>
          {t("present.again")}
        </Button>
      ) : (
        <Button variant="default" size="md" rightSection={<ChevronRight size={18} aria-hidden />} onClick={() => go(at + 1)}>
          {t("present.next")}
        </Button>
      )}
      <Text className={classes.keys}>{t("present.keys")}</Text>
    </div>
  );
}

/** The arrows move; the space bar presses what has the focus, and rests the show where nothing has it. */
function useKeys({ at, go, toggle }: Playback): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.code === "ArrowRight") go(at + 1);
    else if (event.code === "ArrowLeft") go(at - 1);
    else if (event.code === "Space" && !(event.target instanceof HTMLButtonElement)) toggle();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
