// Events are the same however the stream was cut into pieces.
import { expect, it } from "vitest";
import { type SseEvent, sseParser } from "./sse";

const STREAM = ': hello\n\nevent: stock\ndata: {"type":"stock",\ndata: "productId":1}\n\nevent: cart\r\ndata:{}\r\n\r\n: heartbeat\r\nretry: 5\n\ndata\n\nevent: no data\n\ndata: 한글 : colon\r\rdata: unfinished';

const EVENTS: readonly SseEvent[] = [
  { type: "stock", data: '{"type":"stock",\n"productId":1}' },
  { type: "cart", data: "{}" },
  { type: "message", data: "" },
  { type: "message", data: "한글 : colon" },
];

function read(pieces: readonly string[]): SseEvent[] {
  const events: SseEvent[] = [];
  const take = sseParser((event) => events.push(event));
  pieces.forEach(take);
  return events;
}

it("reads a stream in one piece", () => {
  expect(read([STREAM])).toEqual(EVENTS);
});

it("reads it character by character, which also cuts every CRLF", () => {
  expect(read([...STREAM])).toEqual(EVENTS);
});

it("reads it cut in two at every place", () => {
  for (let cut = 0; cut <= STREAM.length; cut++) expect(read([STREAM.slice(0, cut), STREAM.slice(cut)]), `cut at ${cut}`).toEqual(EVENTS);
});
