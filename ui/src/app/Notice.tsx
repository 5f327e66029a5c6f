// A bar between the header and the page, about something that concerns every page. The region is always there, so that a
// screen reader reads out what appears in it.
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./Notice.module.css";

interface NoticeProps {
  icon?: LucideIcon;
  title?: string;
  text?: string;
  /** Nothing is wrong now, so the bar is not red. */
  calm?: boolean;
  children?: ReactNode;
}

export function Notice({ icon: Icon, title, text, calm = false, children }: NoticeProps) {
  return (
    <div role="status" data-chrome>
      {title !== undefined && (
        <div className={classes.bar} data-calm={calm || undefined}>
          {Icon !== undefined && <Icon size={22} aria-hidden className={classes.icon} />}
          <div className={classes.words}>
            <strong>{title}</strong>
            <span>{text}</span>
          </div>
          {children}
        </div>
      )}
    </div>
  );
}
