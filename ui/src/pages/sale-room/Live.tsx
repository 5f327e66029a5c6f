// Listens to the events of the shop while a guest is signed in: this page stands outside of the shell, which does it elsewhere.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { subscribe } from "@/ipc/call";
import { applySaleRoom } from "@/features/sale-room/liveRoom";
import { tellLine } from "@/shared/line";
import { keys } from "@/shared/queryKeys";

export function Live() {
  const client = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    const listening = subscribe((event) => {
      if (event.type === "saleRoom") applySaleRoom(client, event);
      else if (event.type === "line") tellLine(event);
      else if (event.type === "points") void client.invalidateQueries({ queryKey: keys.session });
      else if (event.type === "missed") void client.invalidateQueries({ queryKey: keys.saleRoom });
    });
    listening.then(
      (unsubscribe) => (left ? unsubscribe() : (stop = unsubscribe)),
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [client]);
  return null;
}
