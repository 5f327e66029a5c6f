// The fields of a coupon: its discount, how customers get it, its quantity and its period. The discount is locked once a coupon was issued.
import { Fieldset, Input, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { MomentField } from "@/shared/components/dates/MomentField";
import { FigureField } from "./FigureField";
import type { CouponFields } from "./fields";
import { ProductChoice } from "./ProductChoice";
import { useRefusedText } from "./useRefusedText";
import classes from "./CouponFieldset.module.css";

interface CouponFieldsetProps {
  form: UseFormReturn<CouponFields>;
  locked: boolean;
}

export function DiscountFields({ form, locked }: CouponFieldsetProps) {
  const { t } = useTranslation("adminCoupons");
  const refused = useRefusedText();
  const { control, formState, register } = form;
  const { errors } = formState;
  const [by, type] = useWatch({ control, name: ["by", "type"] });
  return (
    <Fieldset legend={t("form.what")} className={classes.fields}>
      <Stack gap="md">
        <TextInput label={t("form.name")} maxLength={200} error={refused(errors.name)} data-autofocus {...register("name")} />
        <TextInput label={t("form.nameEn")} placeholder={t("form.optional")} maxLength={200} error={refused(errors.nameEn)} {...register("nameEn")} />
        <Choice form={form} name="type" values={["CART", "CART_ITEM"]} label={t("form.type")} textOf={(value) => t(`type.${value}`)} disabled={locked} />
        {type === "CART_ITEM" && (
          <Controller
            control={control}
            name="productIds"
            render={({ field, fieldState }) => <ProductChoice value={field.value} onChange={field.onChange} disabled={locked} error={refused(fieldState.error)} />}
          />
        )}
        <Choice form={form} name="by" values={["rate", "price"]} label={t("form.by")} textOf={(value) => t(`form.${value}`)} disabled={locked} />
        <SimpleGrid cols={2} spacing="md">
          {by === "rate" ? (
            <>
              <FigureField control={control} name="discountRate" label={t("form.discountRate")} unit="percent" error={refused(errors.discountRate)} disabled={locked} />
              <FigureField control={control} name="maxDiscountPrice" label={t("form.maxDiscountPrice")} description={t("form.maxHint")} unit="won" error={refused(errors.maxDiscountPrice)} disabled={locked} />
            </>
          ) : (
            <FigureField control={control} name="discountPrice" label={t("form.discountPrice")} unit="won" error={refused(errors.discountPrice)} disabled={locked} />
          )}
          <FigureField control={control} name="minOrderAmount" label={t("form.minOrderAmount")} description={t("form.minHint")} unit="won" error={refused(errors.minOrderAmount)} disabled={locked} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

/** How customers get it. */
export function DistributionFields({ form }: { form: UseFormReturn<CouponFields> }) {
  const { t } = useTranslation("adminCoupons");
  const refused = useRefusedText();
  const { control, formState, register } = form;
  const distribution = useWatch({ control, name: "distribution" });
  return (
    <Fieldset legend={t("form.how")} className={classes.fields}>
      <Stack gap="md">
        <Choice form={form} name="distribution" values={["OPEN", "CODE", "GRANT"]} label={t("form.distribution")} textOf={(value) => t(`distribution.${value}`)} />
        {distribution === "CODE" ? (
          <TextInput
            label={t("form.code")}
            description={t("form.codeHint")}
            placeholder="AUTUMN-2026"
            maxLength={64}
            autoCapitalize="characters"
            spellCheck={false}
            error={refused(formState.errors.code)}
            {...register("code")}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t(`form.distributionHint.${distribution}`)}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

/** `editing` adds what only a coupon that there is can have: its state. */
export function TimeFields({ form, locked, editing }: CouponFieldsetProps & { editing: boolean }) {
  const { t } = useTranslation("adminCoupons");
  const refused = useRefusedText();
  const { control, formState } = form;
  const { errors } = formState;
  return (
    <Fieldset legend={t("form.when")} className={classes.fields}>
      <Stack gap="md">
        {editing && <Choice form={form} name="state" values={["NORMAL", "DISCONTINUED"]} label={t("form.state")} textOf={(value) => t(`form.stateText.${value}`)} />}
        <SimpleGrid cols={2} spacing="md">
          <FigureField control={control} name="totalQuantity" label={t("form.totalQuantity")} unit="none" error={refused(errors.totalQuantity)} />
          <span />
          <MomentField control={control} name="beginDate" label={t("form.beginDate")} error={refused(errors.beginDate)} disabled={locked} />
          <MomentField control={control} name="endDate" label={t("form.endDate")} error={refused(errors.endDate)} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

interface ChoiceProps<V extends string> {
  form: UseFormReturn<CouponFields>;
  name: "type" | "by" | "state" | "distribution";
  values: readonly V[];
  label: string;
  textOf: (value: V) => string;
  disabled?: boolean;
}

function Choice<V extends string>({ form, name, values, label, textOf, disabled }: ChoiceProps<V>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Controller
        control={form.control}
        name={name}
        render={({ field: { value, onChange } }) => (
          <SegmentedControl aria-label={label} value={value} onChange={onChange} disabled={disabled} data={values.map((each) => ({ value: each, label: textOf(each) }))} fullWidth />
        )}
      />
    </Input.Wrapper>
  );
}
