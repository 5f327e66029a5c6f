// A part of the frame that comes a moment after the first page. Where the server is away just then, it comes once it is back;
// the page stands without it until then.
import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import { whenReachable } from "@/ipc/connection";

export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  const inTime = async () => {
    await whenReachable();
    return load();
  };
  return lazy(async () => ({ default: await load().catch(inTime) }));
}
