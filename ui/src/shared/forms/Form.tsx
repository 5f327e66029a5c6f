// A form whose Enter submits once: while a syllable is being composed, Enter belongs to the input method,
// and WebKit would otherwise take it for a submission as well.
import type { ComponentProps } from "react";
import { isComposing } from "@/shared/hooks/useShortcut";

export function Form({ children, ...form }: ComponentProps<"form">) {
  return (
    <form
      noValidate
      {...form}
      onKeyDownCapture={(event) => {
        if (event.code === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
      }}
    >
      {children}
    </form>
  );
}
