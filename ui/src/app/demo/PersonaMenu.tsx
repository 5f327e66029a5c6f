// The users of the demo, with what each one shows; a press signs in as one of them.
import { Menu, Text } from "@mantine/core";
import { Check, ChevronUp, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { describe } from "@/features/user/personas";
import { useSession } from "@/features/user/session";
import type { Persona } from "@/ipc/generated/operations";
import { initialOf } from "./personas";
import { usePersonaSwitch } from "./useDemo";
import classes from "./DemoBar.module.css";

export function PersonaMenu({ personas }: { personas: readonly Persona[] }) {
  const { t } = useTranslation("demo");
  const { customer } = useSession();
  const { switchTo, leave, pending } = usePersonaSwitch();
  const name = customer?.name ?? t("persona.visitor");
  return (
    <Menu position="top-start" width={320} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t("persona.current", { name })} disabled={pending}>
          <span className={classes.initial} data-initial={customer === null ? undefined : initialOf(customer.name)} aria-hidden>
            {customer === null && <UserRound size={14} />}
          </span>
          <span className={classes.name}>{name}</span>
          <ChevronUp size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("persona.choose")}</Menu.Label>
        {personas.map((persona) => (
          <Menu.Item
            key={persona.email}
            aria-current={persona.email === customer?.email || undefined}
            leftSection={<span className={classes.initial} data-initial={initialOf(persona.name)} data-admin={persona.type === "ADMIN" || undefined} aria-hidden />}
            rightSection={persona.email === customer?.email && <Check size={16} aria-hidden />}
            onClick={() => switchTo(persona)}
          >
            <Words title={persona.name} text={t(`persona.${describe(persona)}`)} />
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          disabled={customer === null}
          leftSection={
            <span className={classes.initial} aria-hidden>
              <UserRound size={14} />
            </span>
          }
          onClick={leave}
        >
          <Words title={t("persona.visitor")} text={t("persona.visitorText")} />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <>
      <Text span display="block" fw={600} size="sm">
        {title}
      </Text>
      <Text span display="block" size="xs" c="dimmed">
        {text}
      </Text>
    </>
  );
}
