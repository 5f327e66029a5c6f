// A real `jangteo serve` on a demo shop of its own. It listens on a free port and is ended by the signal that an operator
// would send. Every story also proves that it exits with 0 and that the data pass `verify` afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, open, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { makeDemoShop, type Size, verify } from "./jangteo";
import { BINARY, SHOPS, TEMPLATE } from "./places";

const LISTENING = /^listening on (http:\/\/127\.0\.0\.1:(\d+))$/;

export class Shop {
  private constructor(
    private readonly data: string,
    private server: Server,
  ) {}

  /** A copy of the template, a shop of another size, or none yet, in a folder of this name; with `lan` also in the network. */
  static async open(name: string, size?: Size | "none", lan = false): Promise<Shop> {
    const data = `${SHOPS}/${name}`;
    // A story that is repeated starts from an empty folder.
    await rm(data, { recursive: true, force: true });
    if (size === undefined) await cp(TEMPLATE, data, { recursive: true });
    else if (size !== "none") await makeDemoShop(data, size);
    return new Shop(data, await start(data, 0, lan));
  }

  /** Such as `http://127.0.0.1:40123`. */
  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  /** A file of its data folder, for stories of a disk that does harm. */
  fileOf(path: string): string {
    return `${this.data}/${path}`;
  }

  /** Ends the server and leaves the data as they are. */
  async close(): Promise<void> {
    const { process } = this.server;
    const ended = once(process, "exit");
    process.kill("SIGTERM");
    const [code, signal] = (await ended) as [number | null, string | null];
    if (code !== 0) throw new Error(`the server ended with ${code ?? signal}`);
  }

  /** Serves the same data at the same address again, as pages that are still open expect. */
  async reopen(): Promise<void> {
    this.server = await start(this.data, this.port);
  }

  async closeAndVerify(): Promise<void> {
    await this.close();
    await verify(this.data);
  }
}

interface Server {
  process: ChildProcess;
  url: string;
  port: number;
}

async function start(data: string, port: number, lan = false): Promise<Server> {
  // Its log is kept beside the data, to be read after a failure.
  const notices = await open(`${data}.log`, "a");
  const process = spawn(BINARY, ["serve", "--data", data, "--port", `${port}`, ...(lan ? ["--lan"] : [])], { stdio: ["ignore", "pipe", notices.fd] });
  await notices.close();
  if (process.stdout === null) throw new Error("the output was asked to be piped");
  for await (const line of createInterface({ input: process.stdout })) {
    const [, url, bound] = LISTENING.exec(line) ?? [];
    if (url === undefined) throw new Error(`the server says ${JSON.stringify(line)} instead of its address`);
    return { process, url, port: Number(bound) };
  }
  throw new Error("the server ended before it listened");
}
