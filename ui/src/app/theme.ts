// The look: persimmon on warm white. Shades are chosen for WCAG AA: white on 7, 8 on white, 4 on dark.
import type {
  ActionIconProps, AnchorProps, ButtonProps, CheckboxProps, InputWrapperProps, MenuProps, ModalProps, NotificationProps, NumberInputProps, TooltipProps,
} from "@mantine/core";
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";
import type { CSSProperties } from "react";
import { pasteWholeNumber } from "@/shared/forms/pasteWholeNumber";

const persimmon: MantineColorsTuple = [
  "#fff3ec", "#ffe4d6", "#ffc9ae", "#ffab84", "#fa8d60", "#ee7041", "#dc5526", "#c04316", "#a33711", "#842d10",
];

const warmGray: MantineColorsTuple = [
  "#faf9f7", "#f4f2ef", "#e9e6e1", "#dcd8d2", "#c8c3bb", "#a39d95", "#7d7770", "#5c5751", "#3b3834", "#22201e",
];

const warmDark: MantineColorsTuple = [
  "#ece9e5", "#d2cec8", "#b6b1aa", "#8f8a83", "#4b4844", "#373531", "#2a2826", "#1a1917", "#131211", "#0d0c0b",
];

/** By its props alone: a component named here would be loaded with every page. */
function set<Props>(settings: { defaultProps?: Partial<Props>; styles?: Record<string, CSSProperties> }): typeof settings {
  return settings;
}

export const theme = createTheme({
  primaryColor: "persimmon",
  primaryShade: { light: 7, dark: 7 },
  colors: { persimmon, gray: warmGray, dark: warmDark },
  white: "#ffffff",
  black: "#22201e",
  fontFamilyMonospace: "ui-monospace, monospace",
  fontFamily: '"Pretendard Variable", Pretendard, "Noto Sans CJK KR", system-ui, sans-serif',
  defaultRadius: "md",
  radius: { xs: "4px", sm: "8px", md: "12px", lg: "18px", xl: "28px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  headings: {
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.35" },
      h2: { fontSize: "1.375rem", lineHeight: "1.4" },
      h3: { fontSize: "1.125rem", lineHeight: "1.45" },
    },
  },
  components: {
    ActionIcon: set<ActionIconProps>({ defaultProps: { variant: "subtle", color: "gray" } }),
    Anchor: set<AnchorProps>({ defaultProps: { underline: "hover" } }),
    Button: set<ButtonProps>({ defaultProps: { radius: "md" } }),
    Checkbox: set<CheckboxProps>({ defaultProps: { radius: "xs" } }),
    InputWrapper: set<InputWrapperProps>({ styles: { label: { marginBottom: 6 }, description: { marginBottom: 3 } } }),
    // The placeholder that Mantine focuses first is an element without a role inside a menu.
    Menu: set<MenuProps>({ defaultProps: { withInitialFocusPlaceholder: false, radius: "md", shadow: "md" } }),
    Modal: set<ModalProps>({ defaultProps: { radius: "lg", centered: true, padding: "lg", attributes: { header: { role: "presentation" } } }, styles: { title: { fontWeight: 700, fontSize: "1.125rem" } } }),
    Notification: set<NotificationProps>({ defaultProps: { radius: "md" }, styles: { description: { color: "var(--mantine-color-dimmed)" } } }),
    // Every number of the shop is a whole one. A decimal point stays as it was typed, and what it makes is refused; without it 12.5
    // would become 125. A comma only groups.
    NumberInput: set<NumberInputProps>({ defaultProps: { onPasteCapture: pasteWholeNumber, allowedDecimalSeparators: ["."] } }),
    Tooltip: set<TooltipProps>({ defaultProps: { openDelay: 400 } }),
  },
});

/**
 * Mantine's own dimmed, link, error and placeholder colours fall short of AA; these do not. Style sheets take
 * light and dark from these variables: `light-dark()` does not survive the build for older WebKit.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#645f58",
    "--mantine-color-placeholder": "#6f6a63",
    "--mantine-color-anchor": persimmon[8],
    "--mantine-color-error": "#bd1226",
    "--mantine-color-default-border": warmGray[2],
    "--accent-text": persimmon[7],
    "--accent-text-strong": persimmon[8],
    "--accent-tint": persimmon[0],
    "--accent-tint-strong": persimmon[1],
    "--surface-0": warmGray[0],
    "--surface-1": warmGray[0],
    "--surface-2": warmGray[1],
    "--surface-3": warmGray[1],
    "--strong": warmGray[7],
    "--strong-text": "#ffffff",
    "--ink": warmGray[9],
  },
  dark: {
    "--mantine-color-dimmed": "#b0aba4",
    "--mantine-color-placeholder": "#a09a92",
    "--mantine-color-anchor": persimmon[4],
    "--mantine-color-error": "#ff8f8f",
    "--mantine-color-default-border": warmDark[5],
    "--accent-text": persimmon[4],
    "--accent-text-strong": persimmon[3],
    "--accent-tint": "#2b1f19",
    "--accent-tint-strong": "#3a281f",
    "--mantine-color-yellow-light": "#33290f",
    "--mantine-color-yellow-light-color": "#ffd98a",
    "--mantine-color-red-light": "#3a1d1d",
    "--mantine-color-red-light-color": "#ff9d9d",
    // Quiet buttons and badges in the accent's colour, as the rest of the page has it.
    "--mantine-color-persimmon-light": "#3a281f",
    "--mantine-color-persimmon-light-hover": "#4a3226",
    "--mantine-color-persimmon-light-color": persimmon[3],
    "--surface-0": warmDark[8],
    "--surface-1": warmDark[6],
    "--surface-2": warmDark[6],
    "--surface-3": warmDark[5],
    "--strong": warmDark[2],
    "--strong-text": warmDark[8],
    "--ink": warmDark[5],
  },
});
