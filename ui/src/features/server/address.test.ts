// Valid ports, and the devices that can use an address.
import { expect, it } from "vitest";
import { bestForPhones, initialChoice, isThisComputer, portOf } from "./address";

it.each([
  [{ kind: "free", typed: 8080 }, undefined],
  [{ kind: "chosen", typed: 8080 }, 8080],
  [{ kind: "chosen", typed: 1024 }, 1024],
  [{ kind: "chosen", typed: 65_535 }, 65_535],
  [{ kind: "chosen", typed: 1023 }, null],
  [{ kind: "chosen", typed: 65_536 }, null],
  [{ kind: "chosen", typed: 80.5 }, null],
  [{ kind: "chosen", typed: "" }, null],
] as const)("takes %j for the port %s", (choice, port) => {
  expect(portOf(choice)).toBe(port);
});

it("offers the port there is, and otherwise a free one", () => {
  const state = { running: false, addresses: [], lan: false, enabled: false };
  expect(initialChoice(state)).toEqual({ kind: "free", typed: "" });
  expect(initialChoice({ ...state, port: 8080 })).toEqual({ kind: "chosen", typed: 8080 });
});

it.each([
  ["http://127.0.0.1:8080", true],
  ["http://127.8.9.10:8080/", true],
  ["http://localhost:8080", true],
  ["http://[::1]:8080", true],
  ["http://192.168.0.12:8080", false],
  ["http://127.0.0.1.example.com:8080", false],
  ["nonsense", false],
])("%s is this computer's own: %s", (address, own) => {
  expect(isThisComputer(address)).toBe(own);
});

it("shows phones an address that they can open, where there is one", () => {
  expect(bestForPhones(["http://127.0.0.1:1", "http://192.168.0.2:1"])).toBe("http://192.168.0.2:1");
  expect(bestForPhones(["http://127.0.0.1:1"])).toBe("http://127.0.0.1:1");
  expect(bestForPhones([])).toBeUndefined();
});
