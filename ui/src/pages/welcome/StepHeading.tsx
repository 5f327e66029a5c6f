// The heading of a step. It takes the focus when the step comes, because nothing else tells of the change.
import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useWindowTitle } from "@/shared/hooks/useWindowTitle";
import classes from "./welcome.module.css";

interface StepHeadingProps {
  title: string;
  text: string;
  /** The window's title, where the heading itself is too long for one. */
  windowTitle?: string;
  large?: boolean;
}

export function StepHeading({ title, text, windowTitle = title, large = false }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useWindowTitle(windowTitle);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1} className={classes.heading} data-large={large || undefined}>
        {title}
      </h1>
      <Text size="lg" c="dimmed" lh={1.7} className={classes.lead}>
        {text}
      </Text>
    </div>
  );
}
