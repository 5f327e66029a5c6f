// What a guest sees: the thing, the countdown, one large button from the start on, and then the result.
import { Button, Stack, Text, Title } from "@mantine/core";
import { Frown, PartyPopper } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { stageAt, timeLeft, useShopTime } from "@/features/sale-room/clock";
import { ObjectName, ObjectValue } from "@/features/sale-room/ObjectText";
import type { RoomSale, SaleGrant, SaleRoom } from "@/ipc/generated/operations";
import { LineStatus } from "@/shared/components/LineStatus";
import { PlaceText } from "@/shared/components/PlaceText";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
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

export function GuestView({ room, sale, askedAt, name, points }: GuestViewProps) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  const stage = stageAt(room, useShopTime(room, askedAt));
  return (
    <Stack gap="lg" className={classes.card}>
      <Text c="dimmed" ta="center">
        {points > 0 ? t("helloWithPoints", { name, points: formatPoints(points, lang) }) : t("hello", { name })}
      </Text>
      <Thing sale={sale} />
      {sale.grant ? <Won grant={sale.grant} /> : stage === "ENDED" || sale.remaining === 0 ? <Lost /> : <Buying room={room} sale={sale} askedAt={askedAt} />}
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

/** The countdown ticks here alone, so that nothing else is drawn five times a second. */
function Buying({ room, sale, askedAt }: Pick<GuestViewProps, "room" | "sale" | "askedAt">) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  const now = useShopTime(room, askedAt);
  const selling = stageAt(room, now) === "SELLING";
  const buying = useOperation("buy_in_sale_room", { onError: (error) => error.code === "CONFLICT" });
  return (
    <>
      <div className={classes.clock} role="timer">
        <Text c="dimmed">{t(selling ? "endsIn" : "startsIn")}</Text>
        <span className={classes.figure}>{timeLeft(selling ? sale.endsAt : sale.startsAt, now)}</span>
        <Text fw={600}>{t("left", { count: sale.remaining, shown: formatCount(sale.remaining, lang) })}</Text>
      </div>
      <Button size="xl" className={classes.large} disabled={!selling} loading={buying.pending} onClick={() => void buying.run({})}>
        {t(sale.object.kind === "PRODUCT" ? "buy" : "get")}
      </Button>
      <LineStatus waiting={buying.pending} />
      {!selling && (
        <Text c="dimmed" ta="center">
          {t("wait")}
        </Text>
      )}
    </>
  );
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
