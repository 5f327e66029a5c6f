// The form of a new product, with its options and its picture.
import { zodResolver } from "@hookform/resolvers/zod";
import { Text } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { NewOptions } from "@/features/admin-catalog/NewOptions";
import { showTakenCode, takenWords } from "@/features/admin-catalog/codeTaken";
import { type ChosenPicture, NewPicture } from "@/features/admin-catalog/NewPicture";
import { BLANK, missingFields, type ProductFields, productFields } from "@/features/admin-catalog/productFields";
import { BasicsSection, PricingSection } from "@/features/admin-catalog/ProductSections";
import { useNewProduct } from "@/features/admin-catalog/useNewProduct";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { SaveBar } from "../SaveBar";
import { useAskToLeave } from "../useAskToLeave";
import { useCategoryChoices } from "../useCategoryChoices";
import classes from "../products.module.css";

/** `initial` are the fields of a copy, which is unsaved from the start. */
export function NewProductForm({ initial }: { initial?: ProductFields }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const navigate = useNavigate();
  const categories = useCategoryChoices(initial?.category);
  const form = useForm<ProductFields>({ resolver: zodResolver(productFields), defaultValues: BLANK });
  const [picture, setPicture] = useState<ChosenPicture>();
  const begin = useEffectEvent(() => {
    if (initial !== undefined) form.reset(initial, { keepDefaultValues: true });
  });
  useEffect(() => begin(), []);
  const unsaved = form.formState.isDirty || picture !== undefined;
  const leave = useAskToLeave(unsaved);
  const { run, pending, error } = useNewProduct((refusal) => showTakenCode(refusal, form, t) || showRefusedFields(refusal, form));
  const submit = form.handleSubmit(async (typed) => {
    const made = await run(typed, picture);
    if (made === undefined) return;
    leave();
    toastSuccess(t("form.created", { name: productName(made, lang) }));
    void navigate(`/admin/products/${made.id}`, { replace: true });
  });
  const missing = missingFields(form.watch()).map((field) => (field === "options" ? t("options.title") : t(`form.${field}`)));
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <div className={classes.parts} data-narrow>
        <Text size="sm" c="dimmed">
          {t("form.required")}
        </Text>
        <BasicsSection form={form} categories={categories} />
        <PricingSection form={form} isNew hasOptions={form.watch("options").length > 0} />
        <NewOptions form={form} />
        <NewPicture picture={picture} onChange={setPicture} disabled={pending} />
        <FormError error={error} words={takenWords(error, t)} />
        <SaveBar label={t("form.create")} unsaved={unsaved} missing={missing} pending={pending} onSave={() => void submit()} />
      </div>
    </Form>
  );
}
