// The frame of a page for a large screen: nothing beside it, and the events of the shop as everywhere.
import { Outlet } from "react-router";
import { useLiveEvents } from "../useLiveEvents";

export function ScreenShell() {
  useLiveEvents();
  return <Outlet />;
}
