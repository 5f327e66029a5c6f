// An instant in the user's zone, readable by users and, through <time>, by machines.
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatAge, formatDate, formatDateTime, formatUntil } from "@/shared/text/format";

interface DateTextProps {
  /** RFC 3339 instant. */
  at: string;
  withTime?: boolean;
}

export function DateText({ at, withTime = false }: DateTextProps) {
  const lang = useLang();
  return (
    <time dateTime={at} className="tabular">
      {withTime ? formatDateTime(at, lang) : formatDate(at, lang)}
    </time>
  );
}

/** "3분 전", kept current; the exact time is in the tooltip. */
export function AgeText({ at }: { at: string }) {
  const lang = useLang();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatDateTime(at, lang)}>
      {formatAge(at, now, lang)}
    </time>
  );
}

/** "3분 후", kept current; the exact time stands in the tooltip. */
export function UntilText({ at }: { at: string }) {
  const lang = useLang();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatDateTime(at, lang)}>
      {formatUntil(at, now, lang)}
    </time>
  );
}
