// The filters of the list of users.
import type { ListUsers, UserState, UserType } from "@/ipc/generated/operations";

export const TYPES = ["CUSTOMER", "ADMIN"] as const satisfies readonly UserType[];
export const STATES = ["NORMAL", "INACTIVE"] as const satisfies readonly UserState[];

export type UserFilter = Pick<ListUsers, "q" | "type" | "state">;
