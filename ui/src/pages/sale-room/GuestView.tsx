// What a guest sees: the thing, the countdown, one large button from the start on, and then the result.
import { Button, Stack, Text, Title } from "@mantine/core";
import { Frown, PartyPopper } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type ShownStage, timeLeft, useShopTime, useStage } from "@/features/sale-room/clock";
import { ObjectName, ObjectValue } from "@/features/sale-room/ObjectText";
import type { RoomSale, SaleGrant, SaleRoom } from "@/ipc/generated/operations";
import { LineStatus } from "@/shared/components/LineStatus";
import { PlaceText } from "@/shared/components/PlaceText";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { formatCount, formatOrdinal, formatPoints } from "@/shared/text/format";
import classes from "./saleRoom.module.css";

interface GuestViewProps {
  room: SaleRoom;
  sale: RoomSale;
  /** When the room came, in milliseconds. */
  askedAt: number;
  name: string;
  points: number;
}

/** Keeps the guest's own grant: another sale needs another key. */
export function GuestView({ room, sale, askedAt, name, points }: GuestViewProps) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  const stage = useStage(room, askedAt);
  const [bought, setBought] = useState<SaleGrant>();
  const buying = useOperation("buy_in_sale_room", { onSuccess: setBought, onError: (error) => error.code === "CONFLICT" });
  const grant = sale.grant ?? bought;
  // The event of the last unit may come before the answer of its buyer.
  const isLost = (stage === "ENDED" || sale.remaining === 0) && !buying.pending;
  return (
    <Stack gap="lg" className={classes.card}>
      <Text c="dimmed" ta="center">
        {points > 0 ? t("helloWithPoints", { name, points: formatPoints(points, lang) }) : t("hello", { name })}
      </Text>
      <Thing sale={sale} />
      {grant ? <Won grant={grant} /> : isLost ? <Lost /> : <Buying room={room} sale={sale} askedAt={askedAt} stage={stage} buying={buying} />}
    </Stack>
  );
}

function Thing({ sale: { object } }: { sale: RoomSale }) {
  return (
    <div className={classes.thing}>
      {object.kind === "PRODUCT" && <div className={classes.picture}>
          <ProductImage src={object.imageUrl} alt="" sizes="220px" eager />
        </div>}
      <Title order={2} size="h2" ta="center">
        <ObjectName object={object} />
      </Title>
      <Text fz="1.5rem" fw={700} ta="center" className="tabular">
        <ObjectValue object={object} />
      </Text>
    </div>
  );
}

interface BuyingProps extends Pick<GuestViewProps, "room" | "sale" | "askedAt"> {
  stage: ShownStage;
  buying: Operation<"buy_in_sale_room">;
}

function Buying({ room, sale, askedAt, stage, buying }: BuyingProps) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  const waiting = stage === "WAITING";
  return (
    <>
      <div className={classes.clock} role="timer">
        <Text c="dimmed">{t(waiting ? "startsIn" : "endsIn")}</Text>
        <TimeLeft room={room} askedAt={askedAt} until={waiting ? sale.startsAt : sale.endsAt} />
        <Text fw={600}>{t("left", { count: sale.remaining, shown: formatCount(sale.remaining, lang) })}</Text>
      </div>
      <Button size="xl" className={classes.large} disabled={stage !== "SELLING"} loading={buying.pending} onClick={() => void buying.run({})}>
        {t(sale.object.kind === "PRODUCT" ? "buy" : "get")}
      </Button>
      <LineStatus waiting={buying.pending} />
      {waiting && (
        <Text c="dimmed" ta="center">
          {t("wait")}
        </Text>
      )}
    </>
  );
}

/** Redrawn five times a second, so it holds nothing else. */
function TimeLeft({ room, askedAt, until }: Pick<GuestViewProps, "room" | "askedAt"> & { until: string }) {
  return <span className={classes.figure}>{timeLeft(until, useShopTime(room, askedAt))}</span>;
}

function Won({ grant }: { grant: SaleGrant }) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  return (
    <div className={classes.result} role="status">
      <PartyPopper size={56} aria-hidden className={classes.won} />
      <Text fz="1.75rem" fw={800}>
        {t("won.title")}
      </Text>
      <Text fz="1.25rem" fw={600}>
        {t(grant.orderId ? "won.bought" : "won.got", { nth: formatOrdinal(grant.rank, lang) })}
      </Text>
      {grant.arrived > 0 && (
        <Text c="dimmed">
          <PlaceText place={{ arrived: grant.arrived, served: grant.served }} />
        </Text>
      )}
      <Button component={Link} to={grant.orderId ? `/orders/${grant.orderId}` : "/coupons?tab=usable"} variant="default" size="lg" mt="sm">
        {t(grant.orderId ? "won.order" : "won.coupon")}
      </Button>
    </div>
  );
}

function Lost() {
  const { t } = useTranslation("saleRoom");
  return (
    <div className={classes.result} role="status">
      <Frown size={56} aria-hidden className={classes.lost} />
      <Text fz="1.5rem" fw={800}>
        {t("lost.title")}
      </Text>
      <Text c="dimmed">{t("lost.text")}</Text>
      <Button component={Link} to="/" variant="default" size="lg" mt="sm">
        {t("toShop")}
      </Button>
    </div>
  );
}
