// The customer's profile, and the two fields that can be changed.
import { zodResolver } from "@hookform/resolvers/zod";
import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { z } from "zod";
import type { User } from "@/ipc/generated/operations";
import { PageHeading } from "@/shared/components/PageHeading";
import { Form } from "@/shared/forms/Form";
import { optionalPhone, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDate } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import classes from "./me.module.css";

const profile = z.object({ name: text(100), phone: optionalPhone });

export function ProfilePart({ customer }: { customer: User }) {
  const { t } = useTranslation("me");
  const lang = useLang();
  return (
    <>
      <PageHeading title={t("nav.profile")} />
      <Group gap="lg" mb={40} wrap="nowrap">
        <span className={classes.avatar} aria-hidden>
          {[...customer.name][0]}
        </span>
        <div>
          <Group gap="xs">
            <Text fw={700} size="xl">
              {customer.name}
            </Text>
            {customer.type === "ADMIN" && <Badge variant="light" color="gray" tt="none" c="var(--mantine-color-text)">{t("profile.admin")}</Badge>}
          </Group>
          <Text c="dimmed">{t("profile.since", { date: formatDate(customer.createdAt, lang) })}</Text>
        </div>
      </Group>
      <ProfileForm customer={customer} />
      {customer.type === "CUSTOMER" && (
        <Text size="sm" c="dimmed" mt={48}>
          <Anchor component={Link} to="/me/leave" c="inherit" underline="always">
            {t("leave.title")}
          </Anchor>
        </Text>
      )}
    </>
  );
}

function ProfileForm({ customer }: { customer: User }) {
  const { t } = useTranslation("me");
  const fieldText = useFieldText();
  const form = useForm({ resolver: zodResolver(profile), defaultValues: { name: customer.name, phone: customer.phone ?? "" } });
  const { errors, isDirty } = form.formState;
  const update = useOperation("update_me", {
    onSuccess: ({ name, phone }) => {
      form.reset({ name, phone: phone ?? "" });
      toastSuccess(t("profile.saved"));
    },
    onError: (error) => showRefusedFields(error, form),
  });
  return (
    <Form onSubmit={(event) => void form.handleSubmit((typed) => update.run(typed))(event)}>
      <Stack gap="lg" maw="28rem">
        <TextInput size="md" label={t("profile.email")} description={t("profile.emailHint")} value={customer.email} readOnly variant="filled" />
        <TextInput size="md" label={t("profile.name")} autoComplete="name" error={fieldText(errors.name)} {...form.register("name")} />
        <TextInput size="md" type="tel" label={t("profile.phone")} autoComplete="tel" error={fieldText(errors.phone)} {...form.register("phone")} />
        <Group>
          <Button type="submit" size="md" disabled={!isDirty} loading={update.pending}>
            {t("profile.save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
