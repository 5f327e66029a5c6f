// Time left until an instant, second by second. It is a timer that is not read out by itself.
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "@/shared/hooks/useNow";
import { splitDuration, two } from "@/shared/text/format";
import classes from "./Countdown.module.css";

interface CountdownProps {
  /** RFC 3339 instant. */
  until: string;
  /** Called once when it is over. */
  onEnd?: () => void;
}

export function Countdown({ until, onEnd }: CountdownProps) {
  const { t } = useTranslation("common");
  const left = new Date(until).getTime() - useNow(1000).getTime();
  const { days, hours, minutes, seconds } = splitDuration(left);
  const over = left <= 0;

  const tellEnd = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (over) tellEnd();
  }, [over]);

  return (
    <span role="timer" className={classes.countdown} aria-label={t("timeLeft", { days, hours, minutes })}>
      {days > 0 && <span className={classes.days}>{t("days", { count: days })}</span>}
      {[hours, minutes, seconds].map((part, place) => (
        <span key={place} className={classes.part} aria-hidden>
          {two(part)}
        </span>
      ))}
    </span>
  );
}
