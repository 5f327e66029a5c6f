// The page of each alert: a list of the rows that it is about.
import { AlarmClock, ChartNoAxesColumnDecreasing, CreditCard, DatabaseZap, HardDrive, type LucideIcon, Send, TicketPercent } from "lucide-react";
import type { AlertKind } from "@/ipc/generated/operations";

export interface AlertPage {
  icon: LucideIcon;
  /** `day` is the business day of the list. */
  to: (day: string) => string;
}

export const ALERT_PAGES: Readonly<Record<AlertKind, AlertPage>> = {
  LOW_STOCK: { icon: ChartNoAxesColumnDecreasing, to: () => "/admin/products?stock=low" },
  COUPON_RUNNING_OUT: { icon: TicketPercent, to: () => "/admin/coupons?state=NORMAL" },
  PAYMENT_FAILED: { icon: CreditCard, to: (day) => `/admin/orders?tab=failed&from=${day}&to=${day}` },
  OUTBOX_FAILED: { icon: Send, to: () => "/admin/system?part=outbox&state=FAILED" },
  LOW_DISK: { icon: HardDrive, to: () => "/admin/system" },
  STORAGE: { icon: DatabaseZap, to: () => "/admin/system?part=backups" },
  CLOCK: { icon: AlarmClock, to: () => "/admin" },
};
