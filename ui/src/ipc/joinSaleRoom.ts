// Joining the sale room signs a guest in. That is done over HTTP alone: the window has its own user.
import { callLanguage } from "./call";
import { clientError } from "./errors";
import type { JoinSaleRoom, User } from "./generated/operations";
import { host } from "./host";
import { signIn } from "./http/session";
import type { Result } from "./result";

/** Joins and signs in. A session that was there before is replaced. */
export async function joinSaleRoom(request: JoinSaleRoom): Promise<Result<User>> {
  if (host() === "window") return clientError("BROWSER_ONLY");
  return signIn(request, callLanguage(), "/v1/sale-room/join");
}
