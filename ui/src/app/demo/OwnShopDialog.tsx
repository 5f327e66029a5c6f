// From the demo to a shop of one's own: what it takes over, its name, its first admin, and whether the demo is kept.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { useProducts } from "@/features/catalog/queries";
import { CHARGING_DEFAULTS, chargingRequest, chargingShape } from "@/features/shop/charging";
import { ChargingFields } from "@/features/shop/ChargingFields";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import type { DemoProducts } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { whileReplacing } from "./replacing";

const CHOICES = ["none", "withoutStock", "withStock"] as const satisfies readonly DemoProducts[];

const shape = z.object({ shopName: text(50), name: text(100), email, password: newPassword, ...chargingShape });
type Shop = z.infer<typeof shape>;

export function OwnShopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["demo", "welcome", "common"]);
  const fieldText = useFieldText();
  const form = useForm<Shop>({ resolver: zodResolver(shape), defaultValues: { shopName: "", name: "", email: "", password: "", ...CHARGING_DEFAULTS } });
  const [products, setProducts] = useState<DemoProducts>("withoutStock");
  const [keeps, setKeeps] = useState(true);
  const begin = useBegin(onClose, (error) => showRefusedFields(error, form));
  const { register, control, formState } = form;
  const { errors } = formState;
  const password = useWatch({ control, name: "password" });
  const submit = (shop: Shop) => begin.run(shop, products, keeps);
  return (
    <Modal opened onClose={begin.pending ? () => undefined : onClose} title={t("own.title")} size="lg" closeButtonProps={{ "aria-label": t("common:close") }}>
      <Form onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <Stack gap="md">
          <Text c="dimmed">{t("own.text")}</Text>
          <FormError error={Object.keys(errors).length > 0 ? null : begin.error} />
          <TakenOver chosen={products} onChoose={setProducts} />
          <TextInput size="md" label={t("welcome:setUp.shopName")} description={t("welcome:setUp.shopNameHint")} autoComplete="organization" error={fieldText(errors.shopName)} {...register("shopName")} />
          <TextInput size="md" label={t("welcome:setUp.name")} autoComplete="name" error={fieldText(errors.name)} {...register("name")} />
          <TextInput size="md" type="email" label={t("welcome:setUp.email")} autoComplete="username" error={fieldText(errors.email)} {...register("email")} />
          <NewPasswordInput typed={password} label={t("welcome:setUp.password")} error={fieldText(errors.password)} {...register("password")} />
          <FormProvider {...form}>
            <ChargingFields />
          </FormProvider>
          <Checkbox label={t("own.keep")} description={t(keeps ? "own.keepText" : "own.removeText")} checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" disabled={begin.pending} onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={begin.pending}>
              {t("own.submit")}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

function TakenOver({ chosen, onChoose }: { chosen: DemoProducts; onChoose: (products: DemoProducts) => void }) {
  const { t } = useTranslation("demo");
  const lang = useLang();
  const count = useProducts({ limit: 1 }).data?.totalCount ?? 0;
  const shown = formatCount(count, lang);
  return (
    <Radio.Group label={t("own.products")} value={chosen} onChange={(value) => onChoose(CHOICES.find((one) => one === value) ?? "none")}>
      <Stack gap="xs" mt={6}>
        {CHOICES.map((one) => (
          <Radio key={one} value={one} label={t(`own.${one}`)} description={one === "none" ? t("own.noneText") : t(`own.${one}Text`, { count, shown })} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useBegin(onClose: () => void, onRefused: (error: Parameters<typeof showRefusedFields>[0]) => void) {
  const { t } = useTranslation("demo");
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = useOperation("begin_own_shop", {
    onError: (error) => {
      onRefused(error);
      return true;
    },
  });
  const run = async (typed: Shop, products: DemoProducts, keepDemo: boolean) => {
    const { shopName, name, email, password } = typed;
    const shop = { shopName, name, email, password, ...chargingRequest(typed) };
    const begun = await whileReplacing(() => begin.run({ shop, products, keepDemo }));
    if (begun.kind !== "ok") return;
    onClose();
    toastSuccess(t("own.done", { shop: shopName }));
    // The demo's own pages and users are gone: the dashboard of the new shop comes first, and is asked for anew.
    await navigate("/admin/dashboard");
    await client.resetQueries();
  };
  return { run, pending: begin.pending, error: begin.error };
}
