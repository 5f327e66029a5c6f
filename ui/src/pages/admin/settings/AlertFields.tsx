// Which alerts are wanted, from when on, and whether they also appear on the desktop.
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { SwitchField } from "@/shared/forms/SwitchField";
import { ALERTS, COUPON_PERCENT_MOST, DESKTOP, DISK_MEGABYTES_MOST, type Fields } from "./fields";
import { FigureField } from "./FigureField";
import classes from "./settings.module.css";
import { ROW, TOGGLE } from "./row";

type Form = UseFormReturn<Fields>;

export function AlertFields({ form }: { form: Form }) {
  const { t } = useTranslation("adminSettings");
  const figures: Partial<Record<(typeof ALERTS)[number], ReactNode>> = {
    couponRunningOut: <FigureField form={form} name="couponPercentLeft" max={COUPON_PERCENT_MOST} />,
    lowDisk: <FigureField form={form} name="diskMegabytesFree" max={DISK_MEGABYTES_MOST} />,
  };
  return (
    <>
      {ALERTS.map((name) => (
        <div key={name} className={classes.kind}>
          <SwitchField control={form.control} name={name} label={t(`${name}.label`)} description={t(`${name}.hint`)} classNames={TOGGLE} />
          {figures[name]}
        </div>
      ))}
      <Desktop form={form} />
    </>
  );
}

function Desktop({ form }: { form: Form }) {
  const { t } = useTranslation("adminSettings");
  const data = DESKTOP.map((value) => ({ value, label: t(`desktop.${value}`) }));
  return (
    <Controller
      control={form.control}
      name="desktop"
      render={({ field: { ref, ...field } }) => (
        <Select {...field} ref={ref} label={t("desktop.label")} description={t("desktop.hint")} classNames={ROW} data={data} allowDeselect={false} />
      )}
    />
  );
}
