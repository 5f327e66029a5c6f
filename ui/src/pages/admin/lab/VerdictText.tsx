// What became of a run, in a sentence: green where everything is as it must be, red where not.
import { Text } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./lab.module.css";

export function VerdictText({ holds, children }: { holds: boolean; children: ReactNode }) {
  const Icon = holds ? CircleCheck : CircleX;
  return (
    <Text fw={700} className={classes.verdict} data-holds={holds} role="status">
      <Icon size={18} aria-hidden /> {children}
    </Text>
  );
}
