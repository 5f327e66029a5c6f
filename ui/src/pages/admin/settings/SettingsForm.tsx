// The settings as one form. A change that another admin saved meanwhile is shown beside the own one before anything is
// overwritten.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { Settings } from "@/ipc/generated/operations";
import { ConflictDialog, type Difference } from "@/shared/components/ConflictDialog";
import { Panel } from "@/shared/components/Panel";
import { Form } from "@/shared/forms/Form";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { SwitchField } from "@/shared/forms/SwitchField";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { AlertFields } from "./AlertFields";
import { DESKTOP, FIELDS, type Fields, fields, fieldsOf, requestOf } from "./fields";
import { ROW, TOGGLE } from "./row";
import { WebhookSigning } from "./WebhookSigning";

/** What is a whole number. */
type Figure = "lowStockThreshold" | "orderExpiryMinutes" | "backupHour" | "backupsKept";

export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation("adminSettings");
  const fieldText = useFieldText();
  const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: fieldsOf(settings) });
  const { errors, isDirty } = form.formState;
  const { read, save, pending, theirs, takeTheirs, forgetTheirs, firstSecret } = useSaveSettings(settings, form);
  const row = (name: "shopName" | "webhookUrl" | Figure) => ({ label: t(`${name}.label`), description: t(`${name}.hint`), classNames: ROW });
  const number = (name: Figure, max: number) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { ref, ...field } }) => (
        <NumberInput
          {...field}
          {...row(name)}
          ref={ref}
          suffix={t(`${name}.unit`)}
          max={max}
          clampBehavior="none"
          hideControls
          allowNegative={false}
          error={errors[name] && t(`${name}.range`)}
        />
      )}
    />
  );
  return (
    <Form onSubmit={(event) => void form.handleSubmit((typed) => save(typed, read.updatedAt))(event)}>
      <Stack maw="56rem">
        <Panel p={0}>
          <TextInput {...row("shopName")} error={fieldText(errors.shopName)} {...form.register("shopName")} />
          {number("lowStockThreshold", 100)}
          {number("orderExpiryMinutes", 10_080)}
          {number("backupHour", 23)}
          {number("backupsKept", 90)}
          <TextInput {...row("webhookUrl")} type="url" placeholder="https://" error={errors.webhookUrl && t("webhookUrl.invalid")} {...form.register("webhookUrl")} />
          <SwitchField control={form.control} name="webhookAllowLocal" label={t("webhookAllowLocal.label")} description={t("webhookAllowLocal.hint")} classNames={TOGGLE} />
          <WebhookSigning settings={settings} first={firstSecret} />
        </Panel>
        <AlertFields form={form} />
      </Stack>
      <Group mt="md">
        <Button type="submit" disabled={!isDirty} loading={pending}>
          {t("save")}
        </Button>
        {isDirty && (
          <Button variant="subtle" color="gray" disabled={pending} onClick={() => form.reset(fieldsOf(read))}>
            {t("discard")}
          </Button>
        )}
      </Group>
      <ConflictDialog
        opened={theirs !== null}
        pending={pending}
        differences={useDifferences(form.getValues(), theirs)}
        onKeepMine={() => theirs !== null && save(form.getValues(), theirs.updatedAt)}
        onTakeTheirs={takeTheirs}
        onClose={forgetTheirs}
      />
    </Form>
  );
}

function useSaveSettings(settings: Settings, form: ReturnType<typeof useForm<Fields>>) {
  const { t } = useTranslation("adminSettings");
  const client = useQueryClient();
  // What the form was filled from: only a change made from these may be saved without asking.
  const [read, setRead] = useState(settings);
  const [theirs, setTheirs] = useState<Settings | null>(null);
  const [firstSecret, setFirstSecret] = useState<string>();
  const take = (next: Settings) => {
    form.reset(fieldsOf(next));
    setRead(next);
    setTheirs(null);
  };
  const update = useOperation("update_settings", {
    onSuccess: (saved) => {
      if (saved.webhookSecret != null) setFirstSecret(saved.webhookSecret);
      take(saved);
      toastSuccess(t("saved"));
    },
    onError: (error) => {
      const current = currentOf(error, read);
      if (current === null) return showRefusedFields(error, form);
      setTheirs(current);
      return true;
    },
  });
  return {
    read,
    save: (typed: Fields, readAt: Settings["updatedAt"]) => void update.run(requestOf(typed, readAt)),
    pending: update.pending,
    theirs,
    takeTheirs: () => {
      if (theirs === null) return;
      client.setQueryData(keys.settings, theirs);
      take(theirs);
    },
    forgetTheirs: () => setTheirs(null),
    firstSecret,
  };
}

/** The current settings of a CONFLICT. */
function currentOf(error: ShopError, read: Settings): Settings | null {
  if (error.code !== "CONFLICT" || !("current" in error.details)) return null;
  const { current } = error.details;
  return "lowStockThreshold" in current ? { ...read, ...current } : null;
}

function useDifferences(mine: Fields, theirs: Settings | null): Difference[] {
  const { t } = useTranslation("adminSettings");
  if (theirs === null) return [];
  const other = fieldsOf(theirs);
  const said = (value: Fields[keyof Fields]) => (typeof value === "boolean" ? t(value ? "on" : "off") : isDesktop(value) ? t(`desktop.${value}`) : value);
  return FIELDS.filter((field) => mine[field] !== other[field]).map((field) => ({ label: t(`${field}.label`), mine: said(mine[field]), theirs: said(other[field]) }));
}

function isDesktop(value: unknown): value is Fields["desktop"] {
  return DESKTOP.some((each) => each === value);
}
