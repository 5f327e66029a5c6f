// Opening one's own shop: its name and its first admin, signed in right away. From another machine it takes the code
// that the terminal shows, because any user of the network could otherwise take the shop over.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormProvider, type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { businessFields, businessOf } from "@/features/shop/business";
import { businessShape } from "@/features/shop/businessRules";
import { BusinessFields } from "@/features/shop/BusinessFields";
import { CHARGING_DEFAULTS, chargingRequest, chargingShape } from "@/features/shop/charging";
import { ChargingFields } from "@/features/shop/ChargingFields";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import { useLogin } from "@/features/user/session";
import { landingOf } from "@/features/user/useReturnPath";
import type { ShopError } from "@/ipc/errors";
import type { Business } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { StepHeading } from "./StepHeading";

const local = z.object({ shopName: text(50), name: text(100), email, password: newPassword, setUpCode: z.string(), ...chargingShape, ...businessShape });
const remote = local.extend({ setUpCode: text(20) });
type Shop = z.infer<typeof local>;

interface SetUpFormProps {
  needsCode: boolean;
  onBack: () => void;
}

export function SetUpForm({ needsCode, onBack }: SetUpFormProps) {
  const { t } = useTranslation("welcome");
  const fieldText = useFieldText();
  const form = useForm<Shop>({
    resolver: zodResolver(needsCode ? remote : local),
    defaultValues: { shopName: "", name: "", email: "", password: "", setUpCode: "", ...CHARGING_DEFAULTS, ...businessFields(undefined) },
  });
  const { register, formState, control } = form;
  const { errors } = formState;
  const password = useWatch({ control, name: "password" });
  const setUp = useSetUp(form);
  return (
    <>
      <StepHeading title={t("setUp.title")} text={t("setUp.text")} />
      <Form onSubmit={(event) => void form.handleSubmit(setUp.run)(event)}>
        <Stack gap="md" maw="26rem">
          <FormError error={Object.keys(errors).length > 0 ? null : setUp.error} />
          {needsCode && (
            <TextInput
              size="md"
              label={t("setUp.code")}
              description={t("setUp.codeHint")}
              placeholder="ABCD-EFGH"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              error={fieldText(errors.setUpCode)}
              {...register("setUpCode")}
            />
          )}
          <TextInput size="md" label={t("setUp.shopName")} description={t("setUp.shopNameHint")} autoComplete="organization" error={fieldText(errors.shopName)} {...register("shopName")} />
          <TextInput size="md" label={t("setUp.name")} autoComplete="name" error={fieldText(errors.name)} {...register("name")} />
          <TextInput size="md" type="email" label={t("setUp.email")} autoComplete="username" error={fieldText(errors.email)} {...register("email")} />
          <NewPasswordInput typed={password} label={t("setUp.password")} error={fieldText(errors.password)} {...register("password")} />
          <FormProvider {...form}>
            <ChargingFields />
            <BusinessFields />
          </FormProvider>
          <Group mt="xs">
            <Button type="submit" size="md" loading={setUp.pending}>
              {t("setUp.submit")}
            </Button>
            <Button variant="subtle" color="gray" size="md" disabled={setUp.pending} onClick={onBack}>
              {t("back")}
            </Button>
          </Group>
        </Stack>
      </Form>
    </>
  );
}

function useSetUp(form: UseFormReturn<Shop>) {
  const { t } = useTranslation("welcome");
  const client = useQueryClient();
  const navigate = useNavigate();
  const login = useLogin();
  const creation = useOperation("set_up_shop", {
    onError: (error) => {
      if (isCodeRefused(error)) form.setError("setUpCode", { message: "setUpCode" }, { shouldFocus: true });
      else showRefusedFields(error, form);
      return true;
    },
  });
  const run = async (typed: Shop) => {
    const { setUpCode, shopName, name, email, password } = typed;
    const shop = { shopName, name, email, password, ...chargingRequest(typed), ...businessRequest(typed) };
    const info = await creation.run(setUpCode === "" ? shop : { ...shop, setUpCode });
    if (info.kind !== "ok") return;
    toastSuccess(t("setUp.done", { shop: info.value.name }));
    const signedIn = await login.run({ email: typed.email, password: typed.password });
    // Known to be ready before the shop's frame asks, which would otherwise lead back here.
    client.setQueryData(keys.shop, info.value);
    void navigate(signedIn.kind === "ok" ? landingOf(signedIn.value) : "/sign-in", { replace: true });
  };
  return { run, pending: creation.pending || login.pending, error: creation.error };
}

/** Nothing is sent where nothing is given. */
function businessRequest(typed: Shop): { business?: Business } {
  const business = businessOf(typed);
  return Object.values(business).some((text) => text !== "") ? { business } : {};
}

function isCodeRefused(error: ShopError): boolean {
  return error.code === "FORBIDDEN" && error.details.reason === "SET_UP_CODE";
}
