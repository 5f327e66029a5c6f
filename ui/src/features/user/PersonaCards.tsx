// The users of a demo shop; a click signs in as one of them.
import { Badge, Group, Loader, Text } from "@mantine/core";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Persona } from "@/ipc/generated/operations";
import { Points } from "@/shared/components/Money";
import { describe } from "./personas";
import classes from "./PersonaCards.module.css";

interface PersonaCardsProps {
  personas: readonly Persona[];
  onPick: (persona: Persona) => void;
  /** A sign-in is running; no other user can be picked meanwhile. */
  pending: boolean;
}

export function PersonaCards({ personas, onPick, pending }: PersonaCardsProps) {
  const { t } = useTranslation("auth");
  const [picked, setPicked] = useState<string>();
  const pick = (persona: Persona) => {
    setPicked(persona.email);
    onPick(persona);
  };
  return (
    <ul className={classes.list}>
      {personas.map((persona) => (
        <li key={persona.email}>
          <button type="button" className={classes.card} disabled={pending} onClick={() => pick(persona)}>
            <span className={classes.initial} aria-hidden>
              {[...persona.name][0]}
            </span>
            <span className={classes.words}>
              <Group component="span" gap={8}>
                <Text span fw={600}>
                  {persona.name}
                </Text>
                {persona.type === "ADMIN" && (
                  <Badge component="span" variant="light" color="gray" size="sm" tt="none" c="var(--mantine-color-text)">
                    {t("personas.admin")}
                  </Badge>
                )}
              </Group>
              <Text span display="block" size="sm" c="dimmed">
                {persona.type === "CUSTOMER" ? <Points amount={persona.availablePoint} /> : t(describe(persona) === "clerk" ? "personas.clerkText" : "personas.adminText")}
              </Text>
            </span>
            {pending && picked === persona.email ? <Loader size={18} /> : <ChevronRight size={18} aria-hidden />}
          </button>
        </li>
      ))}
    </ul>
  );
}
