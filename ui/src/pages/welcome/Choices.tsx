// The two ways to start. In a browser there is one: demo data is made by the window, or by the program itself.
import { Code, Text } from "@mantine/core";
import { ArrowRight, Store, Telescope, type LucideIcon } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import { host } from "@/ipc/host";
import { FormError } from "@/shared/forms/FormError";
import { StepHeading } from "./StepHeading";
import classes from "./welcome.module.css";

interface ChoicesProps {
  /** Why the last try to look around failed. */
  error: ShopError | null;
  onLook: () => void;
  onOwn: () => void;
}

export function Choices({ error, onLook, onOwn }: ChoicesProps) {
  const { t } = useTranslation("welcome");
  const choosesDemo = host() === "window";
  return (
    <>
      <StepHeading title={t("headline")} text={t(choosesDemo ? "lead" : "leadBrowser")} windowTitle={t("title")} large />
      <FormError error={error} />
      <div className={classes.choices}>
        {choosesDemo && <Choice icon={Telescope} title={t("look.title")} text={t("look.text")} action={t("look.action")} onChoose={onLook} main />}
        <Choice icon={Store} title={t("own.title")} text={t("own.text")} action={t("own.action")} onChoose={onOwn} main={!choosesDemo} />
      </div>
      {!choosesDemo && (
        <Text c="dimmed" size="sm">
          <Trans t={t} i18nKey="demoElsewhere" components={{ code: <Code /> }} />
        </Text>
      )}
    </>
  );
}

interface ChoiceProps {
  icon: LucideIcon;
  title: string;
  text: string;
  action: string;
  onChoose: () => void;
  /** The choice that is shown first. */
  main?: boolean;
}

function Choice({ icon: Icon, title, text, action, onChoose, main = false }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} data-main={main || undefined} onClick={onChoose}>
      <Icon size={28} strokeWidth={1.6} aria-hidden />
      <Text span fw={700} size="xl">
        {title}
      </Text>
      <Text span lh={1.6}>
        {text}
      </Text>
      <span className={classes.go}>
        {action}
        <ArrowRight size={18} aria-hidden />
      </span>
    </button>
  );
}
