// The Korean description in the form of a product. The editor comes when the form is shown.
import { Input, Skeleton } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useFieldText } from "@/shared/forms/useFieldText";
import type { ProductFields } from "./productFields";

const DescriptionEditor = lazy(() => import("./DescriptionEditor"));

export function DescriptionField({ form }: { form: UseFormReturn<ProductFields> }) {
  const { t } = useTranslation("adminProducts");
  const fieldText = useFieldText();
  const errorId = useId();
  const label = t("form.description");
  return (
    <Controller
      control={form.control}
      name="descriptionHtml"
      render={({ field: { value, onChange, onBlur }, fieldState }) => (
        <Input.Wrapper label={label} labelElement="div" error={fieldText(fieldState.error)} errorProps={{ id: errorId }}>
          <Suspense fallback={<Skeleton height={201} />}>
            <DescriptionEditor label={label} value={value} onChange={onChange} onBlur={onBlur} invalid={fieldState.invalid} describedBy={errorId} />
          </Suspense>
        </Input.Wrapper>
      )}
    />
  );
}
