// The editor of a product. Texts and terms are saved together; picture, options and stock each at once.
import { Alert, Button, Group } from "@mantine/core";
import { Copy, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { OptionsPart } from "@/features/admin-catalog/OptionsPart";
import { PicturePart } from "@/features/admin-catalog/PicturePart";
import { PicturesOrder } from "@/features/admin-catalog/PicturesOrder";
import { fieldsOf } from "@/features/admin-catalog/productFields";
import { BasicsSection, PricingSection } from "@/features/admin-catalog/ProductSections";
import { ProductStateBadge } from "@/features/admin-catalog/ProductStateBadge";
import { useDifferences } from "@/features/admin-catalog/useDifferences";
import { type ProductActs, useProductActs } from "@/features/admin-catalog/useProductActs";
import { useOptionsEdit } from "@/features/admin-catalog/useOptionsEdit";
import { type ProductEdit, useProductEdit } from "@/features/admin-catalog/useProductEdit";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import type { AdminProduct } from "@/ipc/generated/operations";
import { ConflictDialog } from "@/shared/components/ConflictDialog";
import { NameText } from "@/shared/components/NameText";
import { PageHeading } from "@/shared/components/PageHeading";
import { Form } from "@/shared/forms/Form";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import { SaveBar } from "../SaveBar";
import { useAskToLeave } from "../useAskToLeave";
import { useCategoryChoices } from "../useCategoryChoices";
import { StockPart } from "./StockPart";
import classes from "../products.module.css";

export function ProductEditor({ product }: { product: AdminProduct }) {
  const lang = useLang();
  const acts = useProductActs(() => undefined);
  const edit = useProductEdit(product);
  const options = useOptionsEdit(product);
  useAskToLeave(edit.isDirty || options.isDirty);
  const gone = product.state === "DELETED";
  return (
    <>
      <PageHeading title={productName(product, lang)} shown={<NameText name={product.name} nameEn={product.nameEn} />} beside={<ProductStateBadge state={product.state} />} aside={<Acts product={product} acts={acts} />} />
      {gone && <Gone product={product} acts={acts} />}
      <div className={classes.columns}>
        <div className={classes.parts}>
          <EditForm product={product} edit={edit} disabled={gone} />
          <OptionsPart edit={options} price={product.basePrice} disabled={gone} />
        </div>
        <div className={classes.parts}>
          <StockPart product={product} disabled={gone} />
          <PicturePart product={product} disabled={gone} />
          <PicturesOrder product={product} disabled={gone} />
        </div>
      </div>
      <Conflict edit={edit} />
    </>
  );
}

interface EditFormProps {
  product: AdminProduct;
  edit: ProductEdit;
  disabled: boolean;
}

function EditForm({ product, edit, disabled }: EditFormProps) {
  const { t } = useTranslation("adminProducts");
  const categories = useCategoryChoices(product.category);
  const { form, isDirty, pending, save } = edit;
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    save();
  };
  return (
    <Form onSubmit={submit}>
      <fieldset disabled={disabled} className={classes.fieldset}>
        <div className={classes.parts}>
          <BasicsSection form={form} categories={categories} />
          <PricingSection form={form} isNew={false} hasOptions={product.options.length > 0} />
          {!disabled && <SaveBar label={t("form.save")} unsaved={isDirty} pending={pending} onSave={save} onRevert={() => form.reset()} />}
        </div>
      </fieldset>
    </Form>
  );
}

function Acts({ product, acts }: { product: AdminProduct; acts: ProductActs }) {
  const { t } = useTranslation("adminProducts");
  if (product.state === "DELETED") return null;
  return (
    <Group gap="xs">
      <Button component={Link} to={`/admin/products/new?from=${product.id}`} variant="default" leftSection={<Copy size={16} aria-hidden />}>
        {t("detail.copy")}
      </Button>
      <Button component={Link} to={`/products/${product.id}`} variant="default">
        {t("detail.shopView")}
      </Button>
      <Button variant="default" leftSection={<Trash2 size={16} aria-hidden />} loading={acts.pending} onClick={() => void acts.remove([product])}>
        {t("detail.delete")}
      </Button>
    </Group>
  );
}

function Gone({ product, acts }: { product: AdminProduct; acts: ProductActs }) {
  const { t } = useTranslation("adminProducts");
  return (
    <Alert color="gray" title={t("detail.deletedTitle")} mb="md">
      <Group justify="space-between">
        {t("detail.deletedText")}
        <Button size="xs" loading={acts.pending} onClick={() => void acts.restore([product])}>
          {t("detail.restore")}
        </Button>
      </Group>
    </Alert>
  );
}

function Conflict({ edit }: { edit: ProductEdit }) {
  const differencesOf = useDifferences();
  const categoryName = useCategoryName();
  const { conflict, form, keepMine, takeTheirs, decideLater, pending } = edit;
  const differences = conflict === undefined ? [] : differencesOf(form.getValues(), fieldsOf(conflict), categoryName);
  return (
    <ConflictDialog
      opened={conflict !== undefined}
      differences={differences}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={decideLater}
      pending={pending}
    />
  );
}
