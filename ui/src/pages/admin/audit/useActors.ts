// The admins, for the filter of the activity log by who did it.
import { useAdmins } from "@/features/admin-user/queries";

export function useActors(): readonly { value: string; label: string }[] {
  return (useAdmins().data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}
