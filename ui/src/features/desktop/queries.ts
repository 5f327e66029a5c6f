// What only the window has: its version, pages as PDF files, and reports of crashes. A browser never asks.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { About, CrashReport } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";

/** The version of the window's program, once it is known. */
export function useAbout(): About | undefined {
  return useQuery({ queryKey: keys.about, queryFn: () => read("get_about", {}), enabled: host() === "window", staleTime: Infinity }).data;
}

/** The newest report of a crash that was not dismissed, with the folder of all reports. */
export function useCrash(): { report: CrashReport; folder: string } | undefined {
  const { data } = useQuery({ queryKey: keys.crash, queryFn: () => read("get_crash", {}), enabled: host() === "window", staleTime: Infinity });
  return data?.report == null ? undefined : { report: data.report, folder: data.folder };
}

/** Showing the folder of the reports, and dismissing the one that is shown. */
export function useCrashActs() {
  return { show: useOperation("show_crash_folder"), dismiss: useOperation("dismiss_crash") };
}

/** Saves the page that is shown as a PDF file; a dialog of the system asks for the place. */
export function useSavePdf() {
  return useOperation("save_pdf");
}
