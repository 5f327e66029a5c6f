// What the crowd does, how large it is, and the guards that it meets.
import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Text } from "@mantine/core";
import { Play, Square } from "lucide-react";
import { type FormEvent, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BOUNDS, type Crowd, faults, GUARDS, SCENARIOS, usualCrowd } from "@/features/admin-lab/scenarios";
import type { Lab } from "@/features/admin-lab/useLab";
import type { LabGuard, LabScenario } from "@/ipc/generated/operations";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

const FIELDS = ["people", "stock", "seed", "arrivalSeconds"] as const;

export const CrowdForm = memo(function CrowdForm({ running, start, stop }: Pick<Lab, "running" | "start" | "stop">) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const [crowd, setCrowd] = useState<Crowd>(() => usualCrowd("coupon-rush"));
  const [guards, setGuards] = useState<readonly LabGuard[]>(GUARDS);
  const wrong = faults(crowd);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!running && wrong.length === 0 && guards.length > 0) void start(crowd, GUARDS.filter((guard) => guards.includes(guard)));
  };
  const bounds = (field: (typeof FIELDS)[number]) => t("bounds", { min: formatCount(BOUNDS[field].min, lang), max: formatCount(BOUNDS[field].max, lang) });
  return (
    <Panel>
      <form onSubmit={submit} aria-label={t("form")}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="md">
          <Select
            label={t("scenario")}
            description={t(`does.${crowd.scenario}`)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={SCENARIOS.map((value) => ({ value, label: t(`name.${value}`) }))}
            value={crowd.scenario}
            allowDeselect={false}
            disabled={running}
            onChange={(value) => value !== null && setCrowd(usualCrowd(value as LabScenario))}
          />
          {FIELDS.map((field) => (
            <NumberInput
              key={field}
              label={t(`field.${field}`)}
              value={crowd[field]}
              onChange={(value) => setCrowd({ ...crowd, [field]: typeof value === "number" ? value : Number.NaN })}
              error={wrong.includes(field) ? bounds(field) : undefined}
              disabled={running}
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator={field === "seed" ? undefined : ","}
              hideControls
              inputMode="numeric"
              classNames={{ input: "tabular" }}
            />
          ))}
        </SimpleGrid>
        <Checkbox.Group mt="md" label={t("guards")} value={[...guards]} onChange={(chosen) => setGuards(chosen as LabGuard[])} error={guards.length === 0 ? t("noGuard") : undefined}>
          <Group gap="lg" mt={6}>
            {GUARDS.map((guard) => (
              <Checkbox key={guard} value={guard} label={t(`guard.${guard}`)} description={t(`guards_does.${guard}`)} disabled={running} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group mt="lg" gap="sm">
          {running ? (
            <Button variant="default" leftSection={<Square size={16} aria-hidden />} onClick={stop}>
              {t("stop")}
            </Button>
          ) : (
            <Button type="submit" leftSection={<Play size={16} aria-hidden />} disabled={wrong.length > 0 || guards.length === 0}>
              {t("start")}
            </Button>
          )}
          <Text size="sm" c="dimmed">
            {t("safe")}
          </Text>
        </Group>
      </form>
    </Panel>
  );
});
