// Reads a stream of server-sent events. The browser's own EventSource cannot send a bearer token.

export interface SseEvent {
  /** "message" where the server names none. */
  type: string;
  data: string;
}

/** Returns a function that takes the stream piece by piece, however it was cut, and passes on each whole event. */
export function sseParser(onEvent: (event: SseEvent) => void): (piece: string) => void {
  let rest = "";
  let type = "";
  let data: string[] = [];

  const takeLine = (line: string) => {
    if (line === "") {
      if (data.length > 0) onEvent({ type: type === "" ? "message" : type, data: data.join("\n") });
      type = "";
      data = [];
      return;
    }
    // A line that begins with a colon has an empty name: a comment, which the server sends to keep the line open.
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") type = value;
    if (name === "data") data.push(value);
  };

  return (piece) => {
    rest += piece;
    // A CR at the very end may be the first half of a CRLF.
    for (let end; (end = /\r\n|\n|\r(?=[^])/.exec(rest)) !== null; ) {
      takeLine(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
    }
  };
}
