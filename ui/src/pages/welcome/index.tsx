// The first start: open a demo shop, or set up one's own.
import { Stack } from "@mantine/core";
import { useState } from "react";
import { Navigate } from "react-router";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import { landingOf } from "@/features/user/useReturnPath";
import { OpeningFrame } from "@/shared/components/OpeningFrame";
import { QueryView } from "@/shared/components/QueryView";
import { Choices } from "./Choices";
import { Filling } from "./Filling";
import { MarketScene } from "./MarketScene";
import { Ready } from "./Ready";
import { SetUpForm } from "./SetUpForm";
import { useDemoFill } from "./useDemoFill";
import classes from "./welcome.module.css";

export default function WelcomePage() {
  const shop = useShop();
  return (
    <OpeningFrame mainClass={classes.main}>
      <div className={classes.words}>
        <QueryView query={shop}>{({ ready, setUpCodeRequired }) => <Steps ready={ready} needsCode={setUpCodeRequired} />}</QueryView>
      </div>
      <div className={classes.scene} aria-hidden>
        <MarketScene />
      </div>
    </OpeningFrame>
  );
}

/** One thing at a time: the choice, then what was chosen. */
function Steps({ ready, needsCode }: { ready: boolean; needsCode: boolean }) {
  const [settingUp, setSettingUp] = useState(false);
  const demo = useDemoFill();
  const step = stepOf(ready, settingUp, demo.phase);
  return (
    <Stack gap="xl">
      {step === "choice" && <Choices error={demo.error} onLook={() => void demo.fill()} onOwn={() => setSettingUp(true)} />}
      {step === "filling" && <Filling steps={demo.steps} />}
      {step === "ready" && <Ready />}
      {step === "setUp" && <SetUpForm needsCode={needsCode} onBack={() => setSettingUp(false)} />}
      {step === "leave" && <Leave />}
    </Stack>
  );
}

/** To where the user of the opened shop begins; waits until it is known who that is. */
function Leave() {
  const { customer, isPending } = useSession();
  return isPending ? null : <Navigate to={landingOf(customer)} replace />;
}

function stepOf(ready: boolean, settingUp: boolean, phase: "idle" | "filling" | "filled") {
  if (phase === "filling") return "filling";
  if (phase === "filled") return "ready";
  // A shop that is there already needs no first start; nor does the one that was opened just now.
  if (ready) return "leave";
  return settingUp ? "setUp" : "choice";
}
