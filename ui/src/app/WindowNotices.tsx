// The bars that only the window shows. A browser does not load them.
import { Suspense } from "react";
import { host } from "@/ipc/host";
import { lazyPart } from "./lazyPart";

const CrashNotice = lazyPart(async () => (await import("./CrashNotice")).CrashNotice);

export function WindowNotices() {
  if (host() === "browser") return null;
  return (
    <Suspense>
      <CrashNotice />
    </Suspense>
  );
}
