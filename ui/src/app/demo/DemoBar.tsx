// The demo's tools at the lower edge of every page: they say that this is a demo, switch its user, and lead on from it.
import { Menu } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { ChevronDown, Compass, EllipsisVertical, FlaskConical, MonitorPlay, RotateCcw, Store } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Persona } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { lazyPart } from "../lazyPart";
import { PersonaMenu } from "./PersonaMenu";
import { Resetting } from "./Resetting";
import { addDemoTexts } from "./texts";
import { Tour } from "./Tour";
import { TOUR } from "./tour";
import { useTourState } from "./tourState";
import { RATES, useReset, useShoppers } from "./useDemo";
import classes from "./DemoBar.module.css";

addDemoTexts();

const OwnShopDialog = lazyPart(async () => (await import("./OwnShopDialog")).OwnShopDialog);
const Presentation = lazyPart(async () => (await import("./present/Presentation")).Presentation);

export function DemoBar({ personas }: { personas: readonly Persona[] }) {
  const { t } = useTranslation("demo");
  const [closed, setClosed] = useLocalStorage({ key: "jangteo.demoBarClosed", defaultValue: false, getInitialValueInEffect: false });
  const toggle = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-demo-bar", !closed);
    // The button that was pressed is gone; the other one takes its place.
    if (pressed.current) toggle.current?.focus();
    return () => document.documentElement.removeAttribute("data-demo-bar");
  }, [closed]);
  const press = () => {
    pressed.current = true;
    setClosed(!closed);
  };
  return (
    <section className={closed ? classes.closed : classes.bar} aria-label={t("bar.label")} data-chrome data-at-edge>
      {closed ? (
        <button ref={toggle} type="button" className={classes.open} aria-label={t("bar.expand")} onClick={press}>
          <FlaskConical size={16} aria-hidden />
          <span aria-hidden>{t("bar.title")}</span>
        </button>
      ) : (
        <>
          <span className={classes.title} title={t("bar.text")}>
            <FlaskConical size={16} aria-hidden />
            {t("bar.title")}
          </span>
          <Tools personas={personas} />
          <button ref={toggle} type="button" className={classes.tool} aria-label={t("bar.collapse")} onClick={press}>
            <ChevronDown size={18} aria-hidden />
          </button>
        </>
      )}
      {personas.length > 0 && <Tour personas={personas} />}
    </section>
  );
}

function Tools({ personas }: { personas: readonly Persona[] }) {
  const { t } = useTranslation("demo");
  const [open, setOpen] = useState<"own" | "present" | null>(null);
  const reset = useReset(personas);
  const tour = useTourTool();
  const here = host() === "window";
  // What has no room in the bar stands in its menu.
  const isNarrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  // At another machine the shop names none of its users: there is nobody to switch to.
  if (personas.length === 0) return <span className={classes.text}>{t("bar.text")}</span>;
  const tools = [
    { key: "present", icon: MonitorPlay, label: t("present.action"), run: () => setOpen("present"), shown: here },
    { key: "tour", icon: Compass, label: tour.label, run: tour.begin, shown: true },
    { key: "own", icon: Store, label: t("own.action"), run: () => setOpen("own"), shown: here },
  ].filter(({ shown }) => shown);
  return (
    <>
      <PersonaMenu personas={personas} />
      <span className={classes.space} />
      {!isNarrow &&
        tools.map(({ key, icon: Icon, label, run }) => (
          <button key={key} type="button" className={classes.tool} onClick={run}>
            <Icon size={16} aria-hidden />
            {label}
          </button>
        ))}
      {(here || isNarrow) && (
        <Menu position="top-end" width={280} withinPortal>
          <Menu.Target>
            <button type="button" className={classes.tool} aria-label={t("bar.more")}>
              <EllipsisVertical size={18} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {isNarrow &&
              tools.map(({ key, icon: Icon, label, run }) => (
                <Menu.Item key={key} leftSection={<Icon size={16} aria-hidden />} onClick={run}>
                  {label}
                </Menu.Item>
              ))}
            {here && <ShopperItems />}
            {here && (
              <Menu.Item leftSection={<RotateCcw size={16} aria-hidden />} onClick={reset.ask}>
                {t("reset.action")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {reset.step !== null && <Resetting step={reset.step} />}
      <Suspense>
        {open === "own" && <OwnShopDialog onClose={() => setOpen(null)} />}
        {open === "present" && <Presentation personas={personas} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}

function ShopperItems() {
  const { t } = useTranslation("demo");
  const { rate, setRate, pending } = useShoppers();
  return (
    <>
      <Menu.Label>{t("shoppers.label")}</Menu.Label>
      <Menu.RadioGroup value={rate ?? null} onChange={(value) => setRate(RATES.find((one) => one === value) ?? "off")}>
        {RATES.map((one) => (
          <Menu.RadioItem key={one} value={one} disabled={pending || rate === undefined} closeMenuOnClick>
            {t(`shoppers.${one}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  );
}

/** The button of the tour: it says whether the tour begins, goes on, or was seen to its end. */
function useTourTool() {
  const { t } = useTranslation("demo");
  const [{ at, state }, setTour] = useTourState();
  const count = TOUR.length;
  const goesOn = state === "resting" || state === "running";
  return {
    label: goesOn ? t("tour.resume", { step: at + 1, count }) : t(state === "over" ? "tour.again" : "tour.start"),
    begin: () => setTour({ at: goesOn ? at : 0, state: "running" }),
  };
}
