// The place of the demo's tools in the frame of every page. In a real shop there is nothing, and nothing is loaded.
import { Suspense, useState } from "react";
import { useShop } from "@/features/shop/queries";
import { lazyPart } from "../lazyPart";

const DemoBar = lazyPart(async () => (await import("./DemoBar")).DemoBar);

export function DemoSlot() {
  const read = useShop().data;
  const [shop, setShop] = useState(read);
  // After a change of user the shop is read again: what is open here, such as the presentation, stays until it is known.
  if (read !== undefined && read !== shop) setShop(read);
  if (shop === undefined || !shop.demo || !shop.ready) return null;
  return (
    <Suspense>
      <DemoBar personas={shop.personas} />
    </Suspense>
  );
}
