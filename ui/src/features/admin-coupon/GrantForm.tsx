// Gives a coupon to customers: those chosen by name, or all that words find.
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminCoupon, GrantCoupon } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { Form } from "@/shared/forms/Form";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { formatCount } from "@/shared/text/format";
import { couponName } from "@/shared/text/names";
import { toastError, toastSuccess } from "@/shared/toast";
import { CustomerChoice } from "./CustomerChoice";

const RECEIVERS = ["named", "all"] as const;

type Receivers = (typeof RECEIVERS)[number];

export function GrantForm({ coupon }: { coupon: AdminCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const [receivers, setReceivers] = useState<Receivers>("named");
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const grant = useGrant(coupon, () => setUserIds([]));
  const q = words.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (receivers === "named") void grant.run({ id: coupon.id, userIds: userIds.map(Number) }, t("grant.sureNamed", { count: userIds.length, shown: formatCount(userIds.length, lang) }));
    else void grant.run({ id: coupon.id, filter: q === "" ? {} : { q } }, q === "" ? t("grant.sureAll") : t("grant.sureFound", { words: q }));
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md" maw={560}>
        <Text size="sm">{t("grant.left", { left: formatCount(coupon.remainingQuantity, lang) })}</Text>
        <SegmentedControl
          aria-label={t("grant.to")}
          style={{ alignSelf: "start" }}
          value={receivers}
          onChange={(next) => setReceivers(next === "all" ? "all" : "named")}
          data={RECEIVERS.map((each) => ({ value: each, label: t(`grant.receivers.${each}`) }))}
        />
        {receivers === "named" ? (
          <CustomerChoice value={userIds} onChange={setUserIds} />
        ) : (
          <TextInput label={t("grant.words")} description={t("grant.wordsHint")} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={grant.pending} disabled={receivers === "named" && userIds.length === 0}>
            {t("grant.submit")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Asks, grants, and says how many got one. */
function useGrant(coupon: AdminCoupon, onGranted: () => void) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const name = couponName(coupon, lang);
  const { keyFor, failed } = useRequestKey();
  const { run, pending } = useOperation("grant_coupon", {
    onSuccess: ({ granted, alreadyIssued }) => {
      const had = alreadyIssued > 0 ? t("grant.had", { count: alreadyIssued, shown: formatCount(alreadyIssued, lang) }) : undefined;
      toastSuccess([t("grant.done", { count: granted, shown: formatCount(granted, lang) }), had].filter(Boolean).join(" · "));
      onGranted();
    },
    onError: (error) => {
      failed(error);
      if (error.code !== "INVALID_INPUT" && error.code !== "COUPON_SOLD_OUT") return false;
      toastError(error, t(error.code === "COUPON_SOLD_OUT" ? "grant.soldOut" : "grant.none"));
      return true;
    },
  });
  return {
    pending,
    run: async (request: GrantCoupon, to: string) => {
      const sure = await confirm({ title: t("grant.title", { name }), changes: [to, t("grant.once"), t("grant.final")], confirmLabel: t("grant.submit") });
      if (sure) await run(request, { idempotencyKey: keyFor(request) });
    },
  };
}
