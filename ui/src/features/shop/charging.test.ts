// What the form sends of the way in which points are charged.
import { expect, it } from "vitest";
import { CHARGING_DEFAULTS, chargingRequest } from "./charging";

const account = { bank: "국민은행", number: "123-456-7890", holder: "박주인" };

it("is a request against a deposit unless something else is chosen", () => {
  expect(chargingRequest(CHARGING_DEFAULTS)).toEqual({ pointCharging: "REQUEST", paymentMethods: ["POINT", "BANK_TRANSFER"] });
});

it("sends an account only where customers transfer", () => {
  const points = { paymentMethods: ["POINT"] };
  const sent = (pointCharging: "REQUEST" | "FREE", takesTransfers: boolean) => chargingRequest({ pointCharging, takesTransfers, ...account });
  expect(sent("REQUEST", false)).toEqual({ pointCharging: "REQUEST", ...points, depositAccount: account });
  expect(sent("FREE", false)).toEqual({ pointCharging: "FREE", ...points });
  expect(sent("FREE", true)).toEqual({ pointCharging: "FREE", paymentMethods: ["POINT", "BANK_TRANSFER"], depositAccount: account });
});

it("leaves an incomplete account to the shop, which names what is missing", () => {
  const sent = chargingRequest({ ...CHARGING_DEFAULTS, bank: "국민은행" });
  expect(sent.depositAccount).toEqual({ bank: "국민은행", number: "", holder: "" });
});
