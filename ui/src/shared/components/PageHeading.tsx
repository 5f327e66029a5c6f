// The one h1 of a page: names the window and receives the focus when the page was navigated to, so
// that a screen reader starts reading there and Tab goes on from there.
import { Title, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useWindowTitle } from "@/shared/hooks/useWindowTitle";
import classes from "./PageHeading.module.css";

interface PageHeadingProps {
  /** Plain text; also the title of the window. */
  title: string;
  /** What the heading shows, where that is more than the text. */
  shown?: ReactNode;
  /** For pages whose look has no room for a heading. */
  hidden?: boolean;
  /** Right after the heading: a state, a way to copy it. */
  beside?: ReactNode;
  /** Stands at the right of the heading: filters, a button. */
  aside?: ReactNode;
}

export function PageHeading({ title, shown = title, hidden = false, beside, aside }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, search, key } = useLocation();
  // While the next page is loading, the old one is still shown under the new address.
  const address = pathname + search;
  const cameByNavigation = key !== "default";
  useWindowTitle(title);

  useEffect(() => {
    if (cameByNavigation) heading.current?.focus({ preventScroll: true });
    // Only another path is another page; filters in the query are not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);

  if (hidden) {
    return (
      <VisuallyHidden>
        <h1 ref={heading} tabIndex={-1} data-address={address}>
          {title}
        </h1>
      </VisuallyHidden>
    );
  }
  return (
    <div className={classes.row}>
      <div className={classes.title}>
        <Title order={1} ref={heading} tabIndex={-1} data-address={address} className={classes.heading}>
          {shown}
        </Title>
        {beside}
      </div>
      {aside}
    </div>
  );
}
