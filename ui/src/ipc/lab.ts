// The Lab runs in the window alone: a crowd on a scratch shop, which reports its progress ten times a second.
import { callLanguage } from "./call";
import type { LabOutcome, LabProgress, RunLab } from "./generated/operations";
import type { Result } from "./result";
import { chooseTransport } from "./transport";

/** Runs a crowd under one guard. Refused with CONFLICT while another run is made. */
export async function runLab(request: RunLab, onProgress: (state: LabProgress) => void): Promise<Result<LabOutcome>> {
  const args = { request, lang: callLanguage() };
  const tell = (state: unknown) => onProgress(state as LabProgress);
  return (await chooseTransport().callWithProgress("run_lab", args, tell)) as Result<LabOutcome>;
}
