// The sale room for its presenter: opens it, shows it, ends it, and removes the accounts of its guests afterwards.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Maximize, Square, UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAdminSaleRoom } from "@/features/sale-room/queries";
import { useShop } from "@/features/shop/queries";
import type { AdminSaleRoom } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { Board } from "./Board";
import { OpenForm } from "./OpenForm";
import { toastRefused } from "./refused";

export default function AdminSaleRoomPage() {
  const { t } = useTranslation("adminSale");
  const room = useAdminSaleRoom();
  const demo = useShop().data?.demo;
  const open = room.data !== undefined && room.data.room.stage !== "CLOSED";
  return (
    <>
      <PageHeading title={t("title")} aside={open ? <Acts /> : undefined} />
      <QueryView query={room}>
        {(data) => (
          <Stack gap="md">
            {!open && <Text c="dimmed">{t("about")}</Text>}
            {!open && demo !== undefined && <OpenForm demo={demo} />}
            {data.room.sale && !open && (
              <Title order={2} size="h3" mt="sm">
                {t("last")}
              </Title>
            )}
            {data.room.sale && <Board room={data} sale={data.room.sale} askedAt={room.dataUpdatedAt} />}
            {!open && <Removal room={data} />}
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function Acts() {
  const { t } = useTranslation("adminSale");
  const navigate = useNavigate();
  const closing = useOperation("close_sale_room", { onError: toastRefused });
  const end = async () => {
    const question = { title: t("close.title"), changes: [t("close.joining"), t("close.network")], confirmLabel: t("close.confirm"), keepLabel: t("close.keep") };
    if (await confirm(question)) void closing.run({});
  };
  const enlarge = () => {
    // Where the window does not allow it, the page is still as large as the window.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    void navigate("/admin/sale-room/screen");
  };
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<Square size={16} aria-hidden />} loading={closing.pending} onClick={() => void end()}>
        {t("close.action")}
      </Button>
      <Button leftSection={<Maximize size={16} aria-hidden />} onClick={enlarge}>
        {t("screen.open")}
      </Button>
    </Group>
  );
}

function Removal({ room: { removableGuests: count } }: { room: AdminSaleRoom }) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const removal = useOperation("remove_sale_guests", {
    onError: toastRefused,
    onSuccess: ({ removed }) => toastSuccess(t("remove.done", { count: removed, shown: formatCount(removed, lang) })),
  });
  if (count === 0) return null;
  const remove = async () => {
    const changes = [t("remove.personal"), t("remove.points"), t("remove.orders")];
    const question = { title: t("remove.title", { count, shown: formatCount(count, lang) }), changes, confirmLabel: t("remove.confirm"), destructive: true };
    if (await confirm(question)) void removal.run({});
  };
  return (
    <Group>
      <Button variant="default" leftSection={<UserX size={16} aria-hidden />} loading={removal.pending} onClick={() => void remove()}>
        {t("remove.action")}
      </Button>
    </Group>
  );
}
