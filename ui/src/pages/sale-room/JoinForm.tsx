// A name and the PIN, which the QR code has brought along.
import { Alert, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ShopError } from "@/ipc/errors";
import { joinSaleRoom } from "@/ipc/joinSaleRoom";
import { errorText } from "@/shared/text/errorText";
import classes from "./saleRoom.module.css";

const PIN = /^[0-9]{6}$/;
const LONGEST_NAME = 20;

export function JoinForm() {
  const { t } = useTranslation("saleRoom");
  const [params] = useSearchParams();
  const given = params.get("pin") ?? "";
  const [pin, setPin] = useState(given);
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const { join, pending, error } = useJoin();
  const noName = name.trim() === "";
  const noPin = !PIN.test(pin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!noName && !noPin) void join({ pin, name });
  };
  return (
    <form onSubmit={submit} noValidate className={classes.card}>
      <Stack gap="lg">
        <div>
          <Title order={2} size="h1" aria-hidden>
            {t("join.title")}
          </Title>
          <Text c="dimmed" mt={6}>
            {t("join.text")}
          </Text>
        </div>
        {error !== null && (
          <Alert color="red" variant="light" role="alert">
            {words(error, t)}
          </Alert>
        )}
        <TextInput
          size="lg"
          label={t("join.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={LONGEST_NAME}
          autoComplete="nickname"
          error={tried && noName ? t("join.nameNeeded") : undefined}
          data-autofocus
        />
        <TextInput
          size="lg"
          label={t("join.pin")}
          description={t("join.pinHint")}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, "").slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={tried && noPin ? t("join.pinHint") : undefined}
          classNames={{ input: classes.pin }}
        />
        <Button type="submit" size="xl" loading={pending} className={classes.large}>
          {t("join.submit")}
        </Button>
      </Stack>
    </form>
  );
}

function words(error: ShopError, t: (key: "join.wrongPin" | "join.full" | "join.over") => string): string {
  if (error.code === "FORBIDDEN") return t("join.wrongPin");
  const reason = error.code === "CONFLICT" && "reason" in error.details ? error.details.reason : undefined;
  if (reason === "ROOM_FULL") return t("join.full");
  return reason === "ROOM_CLOSED" ? t("join.over") : errorText(error);
}

/** After the sign-in everything is asked for again, now as the guest. */
function useJoin() {
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ShopError | null>(null);
  const join = async (request: { pin: string; name: string }) => {
    if (pending) return;
    setPending(true);
    const joined = await joinSaleRoom(request);
    setPending(false);
    if (joined.kind === "ok") await client.resetQueries();
    else setError(joined);
  };
  return { join, pending, error };
}
