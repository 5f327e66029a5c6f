// Access from the network needs a confirmation and shows a warning; a failed start says why.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { ServerState, StartServer } from "@/ipc/generated/operations";
import { renderPage, standInWindow } from "@/shared/testing";
import { ServerPanel } from "./ServerPanel";

let state: ServerState;
let taken: number | undefined;
const started: StartServer[] = [];

const invoke = vi.fn((command: string, { request }: { request: StartServer }) => {
  if (command === "stop_server") state = { ...state, running: false, addresses: [] };
  if (command === "start_server") {
    started.push(request);
    if (request.port !== undefined && request.port === taken) {
      state = { running: false, enabled: true, lan: request.lan, port: taken, addresses: [], fault: "Address already in use (os error 98)" };
      return Promise.resolve(state);
    }
    const port = request.port ?? 43_817;
    const addresses = [`http://127.0.0.1:${port}`, ...(request.lan ? [`http://192.168.0.12:${port}`] : [])];
    state = { running: true, enabled: true, port, lan: request.lan, addresses };
  }
  return Promise.resolve(state);
});

beforeEach(() => {
  state = { running: false, enabled: false, lan: false, addresses: [] };
  taken = undefined;
  started.length = 0;
});

standInWindow(invoke);

function show() {
  renderPage(<ServerPanel />);
}

async function switchOn() {
  fireEvent.click(await screen.findByRole("switch", { name: "서버" }));
  await screen.findByText("http://127.0.0.1:43817");
}

it("starts for this computer alone, on a free port", async () => {
  show();
  expect(await screen.findByRole("switch", { name: "네트워크 공개" }), "nothing to open yet").toBeDisabled();
  await switchOn();
  expect(started).toEqual([{ port: undefined, lan: false }]);
  expect(screen.getByRole("img", { name: "http://127.0.0.1:43817 QR 코드" })).toBeInTheDocument();
  expect(screen.queryByText("네트워크에 공개되어 있습니다")).toBeNull();
});

it("opens to the network only after a yes, on the same port, and warns until it is closed", async () => {
  show();
  await switchOn();
  fireEvent.click(screen.getByRole("switch", { name: "네트워크 공개" }));
  fireEvent.click(await screen.findByRole("button", { name: "취소" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(started, "a no changes nothing").toHaveLength(1);

  fireEvent.click(screen.getByRole("switch", { name: "네트워크 공개" }));
  expect(await screen.findByText(/암호화되지 않아 비밀번호/), "what happens is named").toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "공개하기" }));
  await screen.findByText("네트워크에 공개되어 있습니다");
  expect(started.at(-1)).toEqual({ port: 43_817, lan: true });
  expect(screen.getByRole("img", { name: "http://192.168.0.12:43817 QR 코드" }), "the one a phone can open").toBeInTheDocument();

  fireEvent.click(screen.getByRole("button", { name: "네트워크 공개 끄기" }));
  await waitFor(() => expect(screen.queryByText("네트워크에 공개되어 있습니다")).toBeNull());
  expect(started.at(-1)).toEqual({ port: 43_817, lan: false });
});

it("says that the chosen port is another program's, and keeps the choice", async () => {
  taken = 8080;
  show();
  fireEvent.click(await screen.findByRole("radio", { name: "직접 지정" }));
  expect(screen.getByRole("switch", { name: "서버" }), "no port, no start").toBeDisabled();
  fireEvent.change(screen.getByLabelText("포트 번호"), { target: { value: "8080" } });
  fireEvent.click(screen.getByRole("switch", { name: "서버" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("포트 8080번은 다른 프로그램에서 사용 중");
  expect(screen.getByLabelText("포트 번호")).toHaveValue("8080");
});
