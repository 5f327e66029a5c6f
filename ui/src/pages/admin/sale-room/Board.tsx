// The room as everyone in it looks at: how to join, what is left and for how long, who is in, and who got it.
import { Text, Title } from "@mantine/core";
import { QRCodeSVG } from "qrcode.react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { stageAt, timeLeft, useShopTime } from "@/features/sale-room/clock";
import { bestAddress, joinAddress, shortAddress } from "@/features/sale-room/joinAddress";
import { ObjectName, ObjectValue } from "@/features/sale-room/ObjectText";
import { host } from "@/ipc/host";
import type { AdminSaleRoom, RoomSale, SaleBuyer } from "@/ipc/generated/operations";
import { Meter } from "@/shared/components/Meter";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatOrdinal } from "@/shared/text/format";
import classes from "./board.module.css";

interface BoardProps {
  room: AdminSaleRoom;
  sale: RoomSale;
  /** When the room came, in milliseconds. */
  askedAt: number;
}

export function Board({ room, sale, askedAt }: BoardProps) {
  return (
    <div className={classes.board} data-joining={room.pin !== undefined || undefined}>
      {room.pin !== undefined && <Join pin={room.pin} addresses={room.addresses} />}
      <Thing room={room} sale={sale} askedAt={askedAt} />
      <Guests room={room} />
      <Buyers room={room} />
    </div>
  );
}

function Part({ title, remark, area, children }: { title: string; remark?: ReactNode; area: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={classes.part} data-area={area}>
      <div className={classes.head}>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        {remark !== undefined && <span className={classes.remark}>{remark}</span>}
      </div>
      {children}
    </section>
  );
}

/** The window starts its server when the room opens; the one of a terminal has to listen in the network from the start. */
function Join({ pin, addresses }: { pin: string; addresses: readonly string[] }) {
  const { t } = useTranslation("adminSale");
  const address = bestAddress(addresses);
  return (
    <Part title={t("join.title")} area="join">
      {address === undefined ? (
        <Text c="dimmed">{t(host() === "window" ? "join.waiting" : "join.noNetwork")}</Text>
      ) : (
        <QRCodeSVG value={joinAddress(address, pin)} level="M" marginSize={3} fgColor="#000000" bgColor="#ffffff" title={t("join.qr")} className={classes.qr} />
      )}
      <dl className={classes.facts}>
        {address !== undefined && (
          <div>
            <dt>{t("join.address")}</dt>
            <dd>{shortAddress(address)}</dd>
          </div>
        )}
        <div>
          <dt>{t("join.pin")}</dt>
          <dd className={classes.pin}>{`${pin.slice(0, 3)} ${pin.slice(3)}`}</dd>
        </div>
      </dl>
    </Part>
  );
}

function Thing({ room, sale, askedAt }: BoardProps) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const { object, remaining, quantity } = sale;
  const now = useShopTime(room.room, askedAt);
  const stage = stageAt(room.room, now);
  return (
    <section aria-label={object.name} className={classes.part} data-area="thing">
      <div className={classes.object}>
        {object.kind === "PRODUCT" && (
          <div className={classes.picture}>
            <ProductImage src={object.imageUrl} alt="" sizes="240px" eager />
          </div>
        )}
        <div>
          <Title order={2} className={classes.name}>
            <ObjectName object={object} />
          </Title>
          <p className={classes.value}>
            <ObjectValue object={object} />
          </p>
        </div>
      </div>
      <div className={classes.figures}>
        <div role="timer">
          <p className={classes.label}>{t(stage === "WAITING" ? "startsIn" : stage === "SELLING" ? "endsIn" : "result")}</p>
          <p className={classes.figure}>{stage === "WAITING" || stage === "SELLING" ? timeLeft(stage === "WAITING" ? sale.startsAt : sale.endsAt, now) : t(remaining === 0 ? "over.soldOut" : "over.time")}</p>
        </div>
        <div>
          <p className={classes.label}>{t("left")}</p>
          <p className={classes.figure}>
            {formatCount(remaining, lang)}
            <span className={classes.of}>{t("of", { shown: formatCount(quantity, lang) })}</span>
          </p>
        </div>
      </div>
      <Meter share={(100 * remaining) / quantity} thick />
    </section>
  );
}

function Guests({ room: { guests } }: Pick<BoardProps, "room">) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const count = guests.length;
  return (
    <Part title={t("guests.title")} area="guests" remark={<span aria-live="polite">{t("guests.count", { count, shown: formatCount(count, lang) })}</span>}>
      {count === 0 ? (
        <Text className={classes.quiet}>{t("guests.empty")}</Text>
      ) : (
        // The latest first: they look for themselves.
        <ul className={classes.guests}>
          {guests.toReversed().map((guest) => (
            <li key={guest.userId}>{guest.name}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Buyers({ room: { buyers, refused } }: Pick<BoardProps, "room">) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  const late = refused > 0 ? t("buyers.refused", { count: refused, shown: formatCount(refused, lang) }) : undefined;
  return (
    <Part title={t("buyers.title")} area="buyers" remark={late}>
      {buyers.length === 0 ? (
        <Text className={classes.quiet}>{t("buyers.empty")}</Text>
      ) : (
        <ol className={classes.buyers}>
          {buyers.map((buyer) => (
            <Buyer key={buyer.userId} buyer={buyer} />
          ))}
        </ol>
      )}
    </Part>
  );
}

function Buyer({ buyer: { rank, name, arrived } }: { buyer: SaleBuyer }) {
  const { t } = useTranslation("adminSale");
  const lang = useLang();
  return (
    <li>
      <span className={classes.rank}>{rank}</span>
      <span className={classes.buyer}>{name}</span>
      {arrived > 0 && <span className={classes.arrived}>{t("buyers.place", { arrived: formatOrdinal(arrived, lang) })}</span>}
    </li>
  );
}
