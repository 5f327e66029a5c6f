// A coupon made or changed, with a preview beside the form of how it looks and what it takes off; and its holders.
import { Alert, Button, Drawer, Group, Stack, Tabs, Text, Title } from "@mantine/core";
import { Info } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { CouponAt } from "@/features/admin-coupon/CouponAt";
import { CouponEffect } from "@/features/admin-coupon/CouponEffect";
import { DiscountFields, DistributionFields, TimeFields } from "@/features/admin-coupon/CouponFieldset";
import { GrantForm } from "@/features/admin-coupon/GrantForm";
import { useDifferences } from "@/features/admin-coupon/differences";
import { type CouponFields, termsOf } from "@/features/admin-coupon/fields";
import { useDeleteCoupon } from "@/features/admin-coupon/useCouponChanges";
import { type CouponEditor, useCouponEditor } from "@/features/admin-coupon/useCouponEditor";
import { CouponTicket } from "@/features/coupon/CouponTicket";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { ConflictDialog } from "@/shared/components/ConflictDialog";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useFreeEscape } from "@/shared/hooks/useFreeEscape";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDate } from "@/shared/text/format";
import classes from "./CouponDrawer.module.css";
import { Holders } from "./Holders";

interface CouponDrawerProps {
  /** The one to change; a new one when "new"; none when undefined. */
  subject: AdminCoupon | "new" | undefined;
  onClose: () => void;
}

export function CouponDrawer({ subject, onClose }: CouponDrawerProps) {
  if (subject === undefined) return null;
  const coupon = subject === "new" ? undefined : subject;
  return <OpenDrawer key={coupon?.id ?? "new"} coupon={coupon} onClose={onClose} />;
}

function OpenDrawer({ coupon, onClose }: { coupon: AdminCoupon | undefined; onClose: () => void }) {
  const { t } = useTranslation(["adminCoupons", "common"]);
  const editor = useCouponEditor(coupon, onClose);
  const { isDirty } = editor.form.formState;
  const [asking, setAsking] = useState(false);
  const freeEscape = useFreeEscape(asking || editor.theirs !== undefined);
  const leave = async () => {
    if (!isDirty) return onClose();
    setAsking(true);
    const sure = await confirm({ title: t("form.leaveTitle"), changes: [t("form.leaveText")], confirmLabel: t("form.leave"), destructive: true });
    setAsking(false);
    if (sure) onClose();
  };
  const edit = (
    <div className={classes.columns}>
      <EditorForm editor={editor} onGone={onClose} />
      <Preview editor={editor} />
    </div>
  );
  return (
    <Drawer
      opened
      onClose={() => void leave()}
      closeOnEscape={freeEscape}
      position="right"
      size="min(64rem, 96vw)"
      title={coupon === undefined ? t("form.newTitle") : t("form.editTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 700, fontSize: "1.25rem" } }}
    >
      {coupon === undefined ? edit : <Parts coupon={coupon} edit={edit} />}
      <Conflict editor={editor} />
    </Drawer>
  );
}

/** Whether the shop gives any of it: it neither ended nor was stopped. */
function canGrant({ state }: AdminCoupon): boolean {
  return state === "NORMAL";
}

/** The form stays as it is while the holders or the past are shown. */
function Parts({ coupon, edit }: { coupon: AdminCoupon; edit: ReactNode }) {
  const { t } = useTranslation(["adminCoupons", "adminAsOf"]);
  const [part, setPart] = useState<string | null>("edit");
  return (
    <Tabs value={part} onChange={setPart}>
      <Tabs.List>
        <Tabs.Tab value="edit">{t("part.edit")}</Tabs.Tab>
        {canGrant(coupon) && <Tabs.Tab value="grant">{t("part.grant")}</Tabs.Tab>}
        <Tabs.Tab value="holders">{t("part.holders")}</Tabs.Tab>
        <Tabs.Tab value="past">{t("adminAsOf:title")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="edit" pt="md" keepMounted>
        {edit}
      </Tabs.Panel>
      <Tabs.Panel value="grant" pt="md">
        {part === "grant" && <GrantForm coupon={coupon} />}
      </Tabs.Panel>
      <Tabs.Panel value="holders">{part === "holders" && <Holders coupon={coupon} />}</Tabs.Panel>
      <Tabs.Panel value="past" pt="md">
        {part === "past" && <CouponAt couponId={coupon.id} />}
      </Tabs.Panel>
    </Tabs>
  );
}

function EditorForm({ editor, onGone }: { editor: CouponEditor; onGone: () => void }) {
  const { t } = useTranslation("adminCoupons");
  const { form, seen, error, pending, submit } = editor;
  const deletion = useDeleteCoupon();
  const locked = (seen?.issuedQuantity ?? 0) > 0;
  const gone = seen?.state === "DELETED";
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xl">
        <Notice coupon={seen} />
        <fieldset disabled={gone} className={classes.plain}>
          <Stack gap="xl">
            <DiscountFields form={form} locked={locked} />
            <DistributionFields form={form} />
            <TimeFields form={form} locked={locked} editing={seen !== undefined} />
          </Stack>
        </fieldset>
        <FormError error={error} />
        {!gone && (
          <Group justify="space-between" className={classes.foot}>
            {seen === undefined ? (
              <span />
            ) : (
              <Button variant="subtle" color="red.9" c="var(--mantine-color-error)" loading={deletion.pending} onClick={() => void deletion.remove(seen).then((done) => done && onGone())}>
                {t("form.delete")}
              </Button>
            )}
            <Button type="submit" loading={pending}>
              {seen === undefined ? t("form.create") : t("form.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </Form>
  );
}

/** Why not everything, or nothing, of a coupon can be changed. */
function Notice({ coupon }: { coupon: AdminCoupon | undefined }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  if (coupon === undefined) return null;
  const { state, issuedQuantity } = coupon;
  const texts: string[] = [];
  if (state === "DELETED") texts.push(t("form.deleted"));
  else {
    if (state === "EXPIRED") texts.push(t("form.expired"));
    if (issuedQuantity > 0) texts.push(t("form.locked", { shown: formatCount(issuedQuantity, lang) }));
  }
  if (texts.length === 0) return null;
  return (
    <Alert color="gray" icon={<Info size={18} aria-hidden />}>
      {texts.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
    </Alert>
  );
}

function Preview({ editor }: { editor: CouponEditor }) {
  const { t } = useTranslation("adminCoupons");
  const typed = useWatch({ control: editor.form.control }) as CouponFields;
  const terms = termsOf(typed);
  const heading = (text: string) => (
    <Title order={3} size="h4" mb="sm">
      {text}
    </Title>
  );
  return (
    <aside className={classes.preview} aria-label={t("preview.title")}>
      <section aria-label={t("preview.ticket")}>
        {heading(t("preview.ticket"))}
        {/* The ticket fills the height of what it stands in. */}
        <div>
          <Ticket typed={typed} />
        </div>
      </section>
      <section aria-label={t("preview.effect")}>
        {heading(t("preview.effect"))}
        <CouponEffect terms={terms} count={Number(typed.totalQuantity)} ofItem={typed.type === "CART_ITEM"} />
      </section>
    </aside>
  );
}

function Ticket({ typed }: { typed: CouponFields }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const { rate, price, cap, minOrder } = termsOf(typed);
  const coupon = {
    name: typed.name.trim() === "" ? t("preview.unnamed") : typed.name,
    type: typed.type,
    discountRate: rate,
    discountPrice: price,
    maxDiscountPrice: cap,
    minOrderAmount: minOrder,
    productIds: typed.type === "CART_ITEM" ? typed.productIds.map(Number) : undefined,
  };
  const at = (written: string) => (Number.isNaN(Date.parse(written)) ? "–" : formatDate(written, lang));
  return <CouponTicket coupon={coupon} period={t("period", { from: at(typed.beginDate), until: at(typed.endDate) })} faded={typed.state === "DISCONTINUED"} />;
}

function Conflict({ editor: { form, theirs, pending, keepMine, takeTheirs, putOff } }: { editor: CouponEditor }) {
  const differences = useDifferences();
  return (
    <ConflictDialog
      opened={theirs !== undefined}
      differences={theirs === undefined ? [] : differences(form.getValues(), theirs)}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={putOff}
      pending={pending}
    />
  );
}
