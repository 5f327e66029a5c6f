// The end of a keyset-paged list: fetches the next page as it comes near, and offers a button to
// users who do not scroll.
import { Button, Center } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";

interface LoadMoreProps {
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

export function LoadMore({ hasMore, loading, onMore }: LoadMoreProps) {
  const { t } = useTranslation("common");
  const sentinel = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(() => {
    if (!loading) onMore();
  });

  useEffect(() => {
    if (!hasMore || sentinel.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && more(), {
      rootMargin: "600px",
    });
    observer.observe(sentinel.current);
    return () => observer.disconnect();
    // Observing again after each page asks again when the page was too short to push the end away.
  }, [hasMore, loading]);

  if (!hasMore) return null;
  return (
    <Center ref={sentinel} py="xl">
      <Button variant="default" loading={loading} onClick={onMore}>
        {t("more")}
      </Button>
    </Center>
  );
}
