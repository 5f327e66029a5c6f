// Why an event was not accepted. The shop sends a code of a closed list, with the HTTP status where there is one.
import type texts from "@/locales/ko/adminSystem.json";

export interface OutboxFault {
  /** A key of the texts under "outbox.faults". */
  kind: keyof typeof texts.outbox.faults;
  /** The HTTP status of the receiver's answer. */
  status?: string;
}

const CODES: readonly OutboxFault["kind"][] = ["TIMEOUT", "REFUSED", "NOT_ALLOWED", "TLS"];

/** A code that is newer than this list is a failure as any other. */
export function outboxFault(code: string): OutboxFault {
  const status = /^STATUS_(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) return { kind: "STATUS", status };
  return { kind: CODES.find((known) => known === code) ?? "FAILED" };
}
