// The field for a new note. What was typed stays until it is saved.
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import type { NoteTarget } from "./queries";

/** Characters of a note, as the shop allows them. */
const LONGEST = 2000;

export function NoteForm({ target, id }: { target: NoteTarget; id: number }) {
  const { t } = useTranslation("adminNotes");
  const [body, setBody] = useState("");
  const { key, renew } = useIdempotencyKey();
  const effects = {
    onSuccess: () => {
      setBody("");
      renew();
    },
    onError: () => true,
  };
  const onOrder = useOperation("add_order_note", effects);
  const onUser = useOperation("add_user_note", effects);
  const add = target === "order" ? onOrder : onUser;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== "") void add.run({ id, body }, { idempotencyKey: key });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          aria-label={t(`new.${target}`)}
          placeholder={t(`new.${target}`)}
          autosize
          minRows={2}
          maxRows={10}
          value={body}
          maxLength={LONGEST}
          onChange={(event) => {
            setBody(event.currentTarget.value);
            renew();
          }}
        />
        <FormError error={add.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" size="sm" mih={44} disabled={body.trim() === ""} loading={add.pending}>
            {t("add")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
