// What the form sends of the way in which points are charged.
import { expect, it } from "vitest";
import { CHARGING_DEFAULTS, chargingRequest } from "./charging";

const account = { bank: "국민은행", number: "123-456-7890", holder: "박주인" };

it("is a request against a deposit unless something else is chosen", () => {
  expect(chargingRequest(CHARGING_DEFAULTS)).toEqual({ pointCharging: "REQUEST" });
});

it("sends an account only where customers transfer", () => {
  expect(chargingRequest({ pointCharging: "REQUEST", ...account })).toEqual({ pointCharging: "REQUEST", depositAccount: account });
  expect(chargingRequest({ pointCharging: "FREE", ...account })).toEqual({ pointCharging: "FREE" });
});

it("leaves an incomplete account to the shop, which names what is missing", () => {
  const sent = chargingRequest({ ...CHARGING_DEFAULTS, bank: "국민은행" });
  expect(sent.depositAccount).toEqual({ bank: "국민은행", number: "", holder: "" });
});
