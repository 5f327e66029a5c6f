// What is sold, how many, when it starts and for how long. Opening it lets the guests in.
import { Button, Group, NumberInput, SegmentedControl, Select, SimpleGrid, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { DoorOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Choice, useChoices } from "@/features/sale-room/choices";
import { BOUNDS, faults, fieldsOf, type ObjectKind, requestOf, USUAL, type Wanted } from "@/features/sale-room/wanted";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount } from "@/shared/text/format";
import { nameIn } from "@/shared/text/names";
import { toastRefused } from "./refused";

const TYPING_MS = 200;

export function OpenForm({ demo }: { demo: boolean }) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const [wanted, setWanted] = useState<Wanted>({ ...USUAL, kind: demo ? "product" : "coupon" });
  const [chosen, setChosen] = useState<Choice>();
  const opening = useOperation("open_sale_room", { onError: toastRefused });
  const options = chosen?.options ?? [];
  const request = requestOf(wanted, options.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request !== undefined) void opening.run(request);
  };
  const choose = (choice: Choice | undefined) => {
    setChosen(choice);
    setWanted({ ...wanted, id: choice === undefined ? null : String(choice.id), optionId: null });
  };
  return (
    <Panel>
      <form onSubmit={submit} aria-label={t("form.label")}>
        {demo ? (
          <SegmentedControl
            aria-label={t("form.kind")}
            mb="md"
            value={wanted.kind}
            onChange={(kind) => {
              setChosen(undefined);
              setWanted({ ...wanted, kind: kind as ObjectKind, id: null, optionId: null });
            }}
            data={[
              { value: "product", label: t("form.product") },
              { value: "coupon", label: t("form.coupon") },
            ]}
          />
        ) : (
          <Text c="dimmed" mb="md">
            {t("form.onlyCoupons")}
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
          <ObjectSelect key={wanted.kind} kind={wanted.kind} chosen={chosen} onChoose={choose} />
          {options.length > 0 && (
            <Select
              label={t("form.option")}
              data={options.map((option) => ({ value: String(option.id), label: `${nameIn(lang, option.name, option.nameEn)} · ${formatCount(option.left, lang)}` }))}
              value={wanted.optionId}
              onChange={(optionId) => setWanted({ ...wanted, optionId })}
              withScrollArea={false}
              styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
            />
          )}
          <Figures wanted={wanted} onChange={setWanted} />
        </SimpleGrid>
        <Group mt="lg" gap="sm">
          <Button type="submit" size="md" leftSection={<DoorOpen size={18} aria-hidden />} loading={opening.pending} disabled={request === undefined}>
            {t("form.open")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("form.network")}
          </Text>
        </Group>
      </form>
    </Panel>
  );
}

interface FiguresProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

/** How many, from when, for how long, and the points of a guest. */
function Figures({ wanted, onChange }: FiguresProps) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const wrong = faults(wanted);
  return fieldsOf(wanted).map((field) => (
    <NumberInput
      key={field}
      label={t(`form.${field}`)}
      description={field === "points" ? t("form.pointsHint") : undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={wanted[field]}
      onChange={(value) => onChange({ ...wanted, [field]: typeof value === "number" ? value : Number.NaN })}
      error={wrong.includes(field) ? t("form.bounds", { min: formatCount(BOUNDS[field].min, lang), max: formatCount(BOUNDS[field].max, lang) }) : undefined}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      hideControls
      inputMode="numeric"
      classNames={{ input: "tabular" }}
    />
  ));
}

interface ObjectSelectProps {
  kind: ObjectKind;
  chosen: Choice | undefined;
  onChoose: (choice: Choice | undefined) => void;
}

/** Found by name as one types; each with what is left of it. */
function ObjectSelect({ kind, chosen, onChoose }: ObjectSelectProps) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  const label = (choice: Choice) => `${nameIn(lang, choice.name, choice.nameEn)} · ${formatCount(choice.left, lang)}`;
  // The text of what was chosen is no search.
  const words = chosen !== undefined && typed === label(chosen) ? "" : typed.trim();
  const [q] = useDebouncedValue(words, TYPING_MS);
  const found = useChoices(kind, q, opened);
  const choices = new Map<string, Choice>((found.data ?? []).map((choice) => [String(choice.id), choice]));
  if (chosen !== undefined) choices.set(String(chosen.id), chosen);
  return (
    <Select
      label={t(`form.${kind}`)}
      placeholder={t("form.search")}
      data={[...choices].map(([value, choice]) => ({ value, label: label(choice) }))}
      filter={({ options }) => options}
      value={chosen === undefined ? null : String(chosen.id)}
      onChange={(value) => onChoose(value === null ? undefined : choices.get(value))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      nothingFoundMessage={found.isFetching ? undefined : t("form.none")}
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
    />
  );
}
