// What a page complains of while it is used: errors nobody caught, `console.error` (also what the content security
// policy refuses is told there), dialogs that a script opened, and answers that say the server itself failed.
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
