// The place of the demo's tools in the frame of every page. In a real shop there is nothing, and nothing is loaded.
import { Suspense } from "react";
import { useShop } from "@/features/shop/queries";
import { lazyPart } from "../lazyPart";

const DemoBar = lazyPart(async () => (await import("./DemoBar")).DemoBar);

export function DemoSlot() {
  const shop = useShop().data;
  if (shop === undefined || !shop.demo || !shop.ready) return null;
  return (
    <Suspense>
      <DemoBar personas={shop.personas} />
    </Suspense>
  );
}
