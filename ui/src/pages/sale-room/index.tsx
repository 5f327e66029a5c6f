// The sale room on a telephone: a name, then a countdown and one large button, then what became of it.
import { Button, Loader } from "@mantine/core";
import { DoorClosed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSaleRoom } from "@/features/sale-room/queries";
import { useSession } from "@/features/user/session";
import type { SaleRoom } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { OpeningFrame } from "@/shared/components/OpeningFrame";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { GuestView } from "./GuestView";
import { JoinForm } from "./JoinForm";
import { Live } from "./Live";
import classes from "./saleRoom.module.css";

export default function SaleRoomPage() {
  const { t } = useTranslation("saleRoom");
  const { customer, isPending } = useSession();
  const room = useSaleRoom(customer !== null);
  return (
    <OpeningFrame mainClass={classes.main}>
      <PageHeading title={t("title")} hidden />
      {customer !== null && <Live />}
      {isPending ? (
        <Loader mx="auto" />
      ) : (
        <QueryView query={room}>
          {(data) => {
            if (data.stage === "CLOSED" || !data.sale) return <Closed />;
            if (customer === null) return <Joining room={data} />;
            const { sale } = data;
            return <GuestView key={sale.startsAt} room={data} sale={sale} askedAt={room.dataUpdatedAt} name={customer.name} points={customer.availablePoint} />;
          }}
        </QueryView>
      )}
    </OpeningFrame>
  );
}

function Joining({ room }: { room: SaleRoom }) {
  const { t } = useTranslation("saleRoom");
  if (room.stage === "ENDED") return <EmptyState icon={DoorClosed} title={t("over.title")} description={t("over.text")} action={<ToShop />} />;
  return <JoinForm />;
}

function Closed() {
  const { t } = useTranslation("saleRoom");
  return <EmptyState icon={DoorClosed} title={t("closed.title")} description={t("closed.text")} action={<ToShop />} />;
}

function ToShop() {
  const { t } = useTranslation("saleRoom");
  return (
    <Button component={Link} to="/" variant="default" size="md">
      {t("toShop")}
    </Button>
  );
}
