// Carries calls and events inside the Tauri window.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { ShopEvent } from "./generated/operations";
import { settle } from "./result";
import type { Transport } from "./transport";

export const windowTransport: Transport = {
  call: (operation, args) => settle(invoke(operation, args)),

  callWithProgress: (operation, args, onProgress) => settle(invoke(operation, { ...args, progress: new Channel(onProgress) })),

  attachMenu: (args, onCue) => invoke("attach_menu", { ...args, channel: new Channel(onCue) }),

  async subscribe(onEvent) {
    let listening = true;
    const channel = new Channel<ShopEvent>((event) => {
      if (listening) onEvent(event);
    });
    await invoke("subscribe_events", { channel });
    return () => {
      listening = false;
    };
  },
};
