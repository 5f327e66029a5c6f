// The fields of a product in sections: texts, price, conditions.
import { Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { MomentField } from "@/shared/components/dates/MomentField";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { SwitchField } from "@/shared/forms/SwitchField";
import { useFieldText } from "@/shared/forms/useFieldText";
import { DescriptionField } from "./DescriptionField";
import { EDITED_STATES, type ProductFields } from "./productFields";
import { WholeNumberInput } from "./WholeNumberInput";
import classes from "./admin-catalog.module.css";

export interface Choice {
  value: string;
  label: string;
}

/** Marks a field without which there is no product. */
const REQUIRED = { "aria-required": true, labelProps: { className: classes.required } } as const;

interface SectionProps {
  form: UseFormReturn<ProductFields>;
}

export function BasicsSection({ form, categories }: SectionProps & { categories: readonly Choice[] }) {
  const { t } = useTranslation("adminProducts");
  const fieldText = useFieldText();
  const { register, formState } = form;
  const { errors } = formState;
  // What bears the code is named by the shop; see codeTaken.ts.
  const codeFault = (name: "sku" | "barcode") => (errors[name]?.type === "taken" ? errors[name].message : fieldText(errors[name]));
  return (
    <TitledPanel title={t("form.basics")}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t("form.name")} {...REQUIRED} error={fieldText(errors.name)} {...register("name")} />
          <TextInput label={t("form.nameEn")} placeholder={t("form.optional")} error={fieldText(errors.nameEn)} {...register("nameEn")} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <CategoryField form={form} categories={categories} />
          <TextInput label={t("form.sku")} placeholder={t("form.optional")} error={codeFault("sku")} {...register("sku")} />
          <TextInput label={t("form.barcode")} placeholder={t("form.optional")} error={codeFault("barcode")} {...register("barcode")} />
        </SimpleGrid>
        <DescriptionField form={form} />
        <Textarea
          label={t("form.descriptionEn")}
          placeholder={t("form.optional")}
          autosize
          minRows={3}
          maxRows={12}
          error={fieldText(errors.descriptionEn)}
          {...register("descriptionEn")}
        />
      </Stack>
    </TitledPanel>
  );
}

/** A category is there as soon as a product is in it: what is typed and not found makes a new one. */
function CategoryField({ form, categories }: SectionProps & { categories: readonly Choice[] }) {
  const { t } = useTranslation("adminProducts");
  const fieldText = useFieldText();
  const [typed, setTyped] = useState("");
  return (
    <Controller
      control={form.control}
      name="category"
      render={({ field: { ref, value, onChange, onBlur }, fieldState }) => (
        <Select
          ref={ref}
          label={t("form.category")}
          {...REQUIRED}
          searchable
          data={withNew(categories, [value, typed.trim()], (name) => t("form.categoryNew", { name }))}
          value={value === "" ? null : value}
          onChange={(next) => onChange(next ?? "")}
          onSearchChange={setTyped}
          onBlur={onBlur}
          error={fieldText(fieldState.error)}
        />
      )}
    />
  );
}

function withNew(categories: readonly Choice[], names: readonly string[], wordsFor: (name: string) => string): Choice[] {
  const known = new Set(categories.flatMap(({ value, label }) => [value, label]));
  const fresh = [...new Set(names)].filter((name) => name !== "" && !known.has(name) && !isNewWords(name, names, wordsFor));
  return [...categories, ...fresh.map((name) => ({ value: name, label: wordsFor(name) }))];
}

/** The field searches by labels, and the label of a new category is no name of another one. */
function isNewWords(name: string, names: readonly string[], wordsFor: (name: string) => string): boolean {
  return names.some((other) => other !== name && wordsFor(other) === name);
}

interface PricingSectionProps extends SectionProps {
  isNew: boolean;
  /** The product has options, which have the prices. */
  hasOptions: boolean;
}

export function PricingSection({ form, isNew, hasOptions }: PricingSectionProps) {
  const { t } = useTranslation("adminProducts");
  const { control } = form;
  return (
    <TitledPanel title={t("form.pricing")}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <WholeNumberInput control={control} name="price" label={t("form.price")} {...(hasOptions ? {} : REQUIRED)} description={t(hasOptions ? "form.priceOfOptions" : "form.priceHint")} disabled={hasOptions} />
          <WholeNumberInput control={control} name="limitedQuantity" label={t("form.limitedQuantity")} description={t("form.limitHint")} />
          {isNew ? (
            <WholeNumberInput control={control} name="stock" label={t("form.stock")} description={t("form.stockHint")} disabled={hasOptions} />
          ) : (
            <StateField form={form} />
          )}
        </SimpleGrid>
        <WholeNumberInput control={control} name="lowStockThreshold" label={t("form.lowStockThreshold")} description={t("form.lowStockHint")} maw={360} />
        <SaleFields form={form} />
      </Stack>
    </TitledPanel>
  );
}

function StateField({ form }: SectionProps) {
  const { t } = useTranslation("adminProducts");
  return (
    <Controller
      control={form.control}
      name="state"
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <Select
          ref={ref}
          label={t("form.state")}
          // As high as the hints beside it.
          description={"\u00a0"}
          allowDeselect={false}
          data={EDITED_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
        />
      )}
    />
  );
}

function SaleFields({ form }: SectionProps) {
  const { t } = useTranslation("adminProducts");
  const fieldText = useFieldText();
  const { control, watch, formState } = form;
  return (
    <>
      <SwitchField control={control} name="hasSale" label={t("form.sale")} description={t("form.saleHint")} />
      {watch("hasSale") && (
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <WholeNumberInput control={control} name="saleRate" label={t("form.saleRate")} />
          <MomentField control={control} name="saleBegins" label={t("form.saleBegins")} error={fieldText(formState.errors.saleBegins)} />
          <MomentField control={control} name="saleEnds" label={t("form.saleEnds")} error={fieldText(formState.errors.saleEnds)} />
        </SimpleGrid>
      )}
    </>
  );
}
