// Records a page during an action: the times of its frames, and the longest task of its main thread. Frames are counted
// in the page; tasks are read from Chromium's trace, with the processor time that they used.
import type { Page, Request } from "@playwright/test";

/** The category in which Chromium traces each task of a thread, and nothing within it. */
const TASKS = "disabled-by-default-devtools.timeline";

/** Times are in milliseconds. */
export interface Recorded {
  name: string;
  /** Pages after the first that a list fetched meanwhile. */
  pages: number;
  /** From each frame to the next, ascending. */
  frames: readonly number[];
  /** Long animation frames, as the browser counts them: those that kept the thread for 50 ms and more. */
  long: number;
  worstTask: Task;
}

export interface Task {
  /** By the clock, in which others may have had the processor. */
  wall: number;
  /** What the thread ran of it. */
  cpu: number;
}

declare global {
  interface Window {
    recording?: { starts: number[]; long: number; stop: boolean };
  }
}

export async function record(page: Page, name: string, act: () => Promise<void>): Promise<Recorded> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("a trace is taken of a whole browser");
  let pages = 0;
  const count = (request: Request) => {
    if (new URL(request.url()).searchParams.has("cursor")) pages += 1;
  };
  page.on("request", count);
  await page.evaluate(begin);
  await act();
  const { starts, long } = await page.evaluate(end);
  page.off("request", count);
  // Once more, because tracing itself takes its time from the frames.
  await browser.startTracing(page, { categories: ["-*", TASKS] });
  await act();
  const trace = await browser.stopTracing();
  const frames = starts.slice(1).map((start, index) => start - (starts[index] ?? start));
  return { name, pages, frames: frames.sort((a, b) => a - b), long, worstTask: worstTask(trace) };
}

/** Runs in the page. A frame bears the time at which the browser wanted it, so a late one shows in the next. */
function begin(): void {
  const recording = { starts: [] as number[], long: 0, stop: false };
  window.recording = recording;
  new PerformanceObserver((list) => (recording.long += list.getEntries().length)).observe({ type: "long-animation-frame" });
  const frame = (start: number) => {
    recording.starts.push(start);
    if (!recording.stop) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page. */
function end(): { starts: number[]; long: number } {
  if (window.recording === undefined) throw new Error("nothing is being recorded");
  window.recording.stop = true;
  const { starts, long } = window.recording;
  return { starts, long };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** The longest task of the main thread that did most, which is that of the page; others belong to pages in reserve. */
function worstTask(trace: Buffer): Task {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const tasks = new Map<string, TraceEvent[]>();
  for (const event of traceEvents) {
    if (event.name === "thread_name" && event.args?.name === "CrRendererMain") tasks.set(threadOf(event), []);
  }
  for (const event of traceEvents) if (event.name === "RunTask" && event.ph === "X") tasks.get(threadOf(event))?.push(event);
  const busiest = [...tasks.values()].reduce((most, each) => (ran(each) > ran(most) ? each : most), []);
  const ms = (micros = 0) => micros / 1_000;
  return busiest.map(({ dur, tdur }) => ({ wall: ms(dur), cpu: ms(tdur) })).reduce((worst, task) => (task.cpu > worst.cpu ? task : worst), { wall: 0, cpu: 0 });
}

function ran(tasks: readonly TraceEvent[]): number {
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}
