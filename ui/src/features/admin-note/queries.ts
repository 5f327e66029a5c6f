// The notes of admins on an order or a customer.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

/** What a note is on. */
export type NoteTarget = "order" | "user";

const LIST = { order: "list_order_notes", user: "list_user_notes" } as const;

export function useNotes(target: NoteTarget, id: number) {
  return useQuery({ queryKey: [...keys.notes, target, id], queryFn: () => read(LIST[target], { id }) });
}
