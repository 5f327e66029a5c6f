// Leaving the shop: what is lost is said before, the password is asked, and the act is confirmed once more.
import { zodResolver } from "@hookform/resolvers/zod";
import { Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { z } from "zod";
import { useMyCoupons } from "@/features/coupon/queries";
import { usePoints } from "@/features/point/queries";
import { PasswordField } from "@/features/user/NewPasswordInput";
import type { User } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { PageHeading } from "@/shared/components/PageHeading";
import { Form } from "@/shared/forms/Form";
import { currentPassword } from "@/shared/forms/rules";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { useLeaving } from "./useLeaving";

const leaving = z.object({ password: currentPassword });

export function LeavePart({ customer }: { customer: User }) {
  const { t } = useTranslation("me");
  const fieldText = useFieldText();
  const losses = useLosses(customer);
  const [openOrder, setOpenOrder] = useState<number | null>(null);
  const form = useForm({ resolver: zodResolver(leaving), defaultValues: { password: "" } });
  const leave = useLeaving((error) => {
    if (error.code === "INVALID_ORDER_STATE") setOpenOrder(error.details.orderId ?? 0);
    else if (error.code === "UNAUTHORIZED") form.setError("password", { message: "wrongPassword" }, { shouldFocus: true });
    else return false;
    return true;
  });
  const ask = async ({ password }: { password: string }) => {
    setOpenOrder(null);
    const confirmed = await confirm({ title: t("leave.question"), changes: losses, confirmLabel: t("leave.confirm"), keepLabel: t("leave.stay"), destructive: true });
    if (confirmed) await leave.run({ password });
  };
  return (
    <>
      <PageHeading title={t("leave.title")} />
      <Text mb="sm">{t("leave.text")}</Text>
      <List spacing={6} mb="lg">
        {losses.map((loss) => (
          <List.Item key={loss}>{loss}</List.Item>
        ))}
      </List>
      <Text c="dimmed" size="sm" mb="xl">
        {t("leave.kept")}
      </Text>
      <Form onSubmit={(event) => void form.handleSubmit(ask)(event)}>
        <Stack gap="lg" maw="28rem">
          {/* Tells password keepers whose password this is. */}
          <input type="email" autoComplete="username" value={customer.email} readOnly hidden />
          <PasswordField autoComplete="current-password" label={t("password.current")} error={fieldText(form.formState.errors.password)} {...form.register("password")} />
          <div role="alert">{openOrder !== null && <OpenOrder id={openOrder} />}</div>
          <Group>
            <Button type="submit" size="md" color="red.9" loading={leave.pending}>
              {t("leave.submit")}
            </Button>
          </Group>
        </Stack>
      </Form>
    </>
  );
}

/** What the customer loses, one line each. */
function useLosses(customer: User): string[] {
  const { t } = useTranslation("me");
  const lang = useLang();
  const points = usePoints().data?.availablePoint ?? customer.availablePoint;
  const coupons = useMyCoupons("AVAILABLE").data?.length ?? 0;
  return [
    ...(points > 0 ? [t("leave.points", { points: formatPoints(points, lang) })] : []),
    ...(coupons > 0 ? [t("leave.coupons", { count: coupons })] : []),
    t("leave.profile"),
    t("leave.lists"),
    t("leave.signIn"),
  ];
}

function OpenOrder({ id }: { id: number }) {
  const { t } = useTranslation("me");
  return (
    <Text c="var(--mantine-color-error)">
      {t("leave.openOrder")}{" "}
      <Anchor component={Link} to={id === 0 ? "/orders" : `/orders/${id}`} underline="always">
        {t("leave.showOrder")}
      </Anchor>
    </Text>
  );
}
