// The errors of a page while it is used: uncaught errors, `console.error` (which also reports violations of the content
// security policy), dialogs that a script opened, and answers of a server error.
import type { BrowserContext } from "@playwright/test";

/** The browser writes this for every refusal; the pages show them, and the stories look at the pages. */
const REFUSED = /^Failed to load resource:/;

export class Faults {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Listens to every page of the context, those opened later too. */
  constructor(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error" && !REFUSED.test(message.text())) this.note(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.note(`error: ${error.error().message}`));
    context.on("dialog", (dialog) => {
      this.note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on("response", (response) => {
      if (response.status() >= 500) this.note(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
  }

  /** One thing that the story brings about on purpose. */
  expect(fault: RegExp): void {
    this.expected.push(fault);
  }

  /** What was heard and not expected. */
  get unexpected(): readonly string[] {
    return this.heard.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }

  private note(fault: string): void {
    this.heard.push(fault);
  }
}
