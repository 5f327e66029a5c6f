// What shipping costs, whether orders are picked up, and the carriers beside the known ones.
import { Button, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { SwitchField } from "@/shared/forms/SwitchField";
import { useFieldText } from "@/shared/forms/useFieldText";
import type { Fields } from "./fields";
import { FigureField } from "./FigureField";
import { ROW, TALL, TOGGLE } from "./row";
import classes from "./settings.module.css";
import { islandPreset } from "./shipping";

export function ShippingFields({ form }: { form: UseFormReturn<Fields> }) {
  const { t } = useTranslation("adminSettings");
  const fieldText = useFieldText();
  const { errors } = form.formState;
  const fillIslands = () => form.setValue("shippingSurcharge", islandPreset(), { shouldDirty: true, shouldValidate: true });
  return (
    <>
      <FigureField form={form} name="shippingBase" max={1_000_000} hint={t("shippingBase.hint")} />
      <FigureField form={form} name="shippingFreeOver" max={1_000_000_000_000} hint={t("shippingFreeOver.hint")} />
      <Textarea
        label={t("shippingSurcharge.label")}
        description={t("shippingSurcharge.hint")}
        classNames={TALL}
        autosize
        minRows={3}
        maxRows={10}
        error={errors.shippingSurcharge && t("shippingSurcharge.invalid")}
        {...form.register("shippingSurcharge")}
      />
      <div className={classes.below}>
        <Button variant="default" size="compact-md" onClick={fillIslands}>
          {t("shippingSurcharge.fill")}
        </Button>
      </div>
      <SwitchField control={form.control} name="shippingSurchargeWhenFree" label={t("shippingSurchargeWhenFree.label")} description={t("shippingSurchargeWhenFree.hint")} classNames={TOGGLE} />
      <SwitchField control={form.control} name="pickup" label={t("pickup.label")} description={t("pickup.hint")} classNames={TOGGLE} />
      <TextInput label={t("pickupAddress.label")} classNames={ROW} error={fieldText(errors.pickupAddress)} {...form.register("pickupAddress")} />
      <TextInput label={t("pickupHours.label")} classNames={ROW} error={fieldText(errors.pickupHours)} {...form.register("pickupHours")} />
      <Textarea
        label={t("carriers.label")}
        description={t("carriers.hint")}
        classNames={TALL}
        autosize
        minRows={2}
        maxRows={8}
        error={errors.carriers && t("carriers.invalid")}
        {...form.register("carriers")}
      />
    </>
  );
}
