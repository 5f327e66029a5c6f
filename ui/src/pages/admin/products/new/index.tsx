// A new product, with its options. Its picture follows on its own page, once there is a product to have one.
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { NewOptions } from "@/features/admin-catalog/NewOptions";
import { BLANK, createRequest, type ProductFields, productFields } from "@/features/admin-catalog/productFields";
import { BasicsSection, PricingSection } from "@/features/admin-catalog/ProductSections";
import { BackLink } from "@/shared/components/BackLink";
import { PageHeading } from "@/shared/components/PageHeading";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { SaveBar } from "../SaveBar";
import { useAskToLeave } from "../useAskToLeave";
import { useCategoryChoices } from "../useCategoryChoices";
import classes from "../products.module.css";

export default function NewProductPage() {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const navigate = useNavigate();
  const categories = useCategoryChoices();
  const form = useForm<ProductFields>({ resolver: zodResolver(productFields), defaultValues: BLANK });
  const { key, renew } = useIdempotencyKey();
  const leave = useAskToLeave(form.formState.isDirty);
  const create = useOperation("create_product", {
    onSuccess: (made) => {
      leave();
      toastSuccess(t("form.created", { name: productName(made, lang) }));
      void navigate(`/admin/products/${made.id}`, { replace: true });
    },
    onError: (error) => {
      renew();
      showRefusedFields(error, form);
      return true;
    },
  });
  const submit = form.handleSubmit((typed) => create.run(createRequest(typed), { idempotencyKey: key }));
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <BackLink to="/admin/products" label={t("list")} />
      <PageHeading title={t("new")} />
      <div className={classes.parts} data-narrow>
        <BasicsSection form={form} categories={categories} />
        <PricingSection form={form} isNew hasOptions={form.watch("options").length > 0} />
        <NewOptions form={form} />
        <FormError error={create.error} />
        <SaveBar label={t("form.create")} unsaved={form.formState.isDirty} pending={create.pending} onSave={() => void submit()} />
      </div>
    </Form>
  );
}
