// The filters of the list of users.
import type { AccountState, ListUsers, UserType } from "@/ipc/generated/operations";

export const TYPES = ["CUSTOMER", "ADMIN"] as const satisfies readonly UserType[];
export const STATES = ["NORMAL", "INACTIVE", "DELETED"] as const satisfies readonly AccountState[];

export type UserFilter = Pick<ListUsers, "q" | "type" | "state">;
