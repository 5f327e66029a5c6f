// What appears over the pages on demand: dialogs and toasts. They come a moment after the first page.
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { useEffect } from "react";

export function Overlays({ onThere }: { onThere: () => void }) {
  // After those of the children: by then they listen.
  useEffect(onThere, [onThere]);
  return (
    <>
      <ModalsProvider />
      {/* On the left: what is to be paid, and its button, stand on the right. Not printed. */}
      <Notifications position="bottom-left" limit={2} data-chrome />
    </>
  );
}
