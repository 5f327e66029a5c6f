// The large screen: the room alone, in type that the last row can read. Escape leads back.
import { Button } from "@mantine/core";
import { Minimize } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useNavigate } from "react-router";
import { useAdminSaleRoom } from "@/features/sale-room/queries";
import { useShopName } from "@/features/shop/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { Board } from "../Board";
import classes from "../board.module.css";

const PAGE = "/admin/sale-room";

export default function SaleRoomScreen() {
  const { t } = useTranslation("adminSale");
  const room = useAdminSaleRoom();
  const shopName = useShopName();
  useEscape();
  return (
    <main className={classes.screen}>
      <PageHeading title={t("title")} hidden />
      <div className={classes.bar}>
        <span className={classes.shop}>{shopName}</span>
        <Button component={Link} to={PAGE} variant="default" leftSection={<Minimize size={16} aria-hidden />} onClick={leaveFullscreen}>
          {t("screen.leave")}
        </Button>
      </div>
      <QueryView query={room}>
        {(data) => (data.room.sale ? <Board room={data} sale={data.room.sale} askedAt={room.dataUpdatedAt} /> : <Navigate to={PAGE} replace />)}
      </QueryView>
    </main>
  );
}

function leaveFullscreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
}

/** The browser takes the first Escape of a full screen for itself. */
function useEscape(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.code !== "Escape" || event.isComposing) return;
      leaveFullscreen();
      void navigate(PAGE);
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [navigate]);
}
