//! Reports of crashes: text files in the data folder's `crash`, written when a part of the program panics, and at the next start
//! where the last run did not end by itself. The window offers the newest one. Nothing is sent anywhere.

mod files;
mod marker;
mod report;
mod scrub;

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use shop_app::runtime::{Clock as _, DataFolder, SystemClock};
use shop_contract::{CrashKind, CrashNotice};

use files::{ReportFiles, ReportName};
use marker::Marker;
use report::{Circumstances, Panic};

/// Reports of panics in one run. The first panic is the cause more often than the last, so later ones must not replace it.
const PANICS_REPORTED: usize = 3;

/// The reports of a data folder, and the marker of this run.
pub struct CrashReports {
    folder: DataFolder,
    files: ReportFiles,
    panics: AtomicUsize,
    /// Whether this run is marked.
    begun: AtomicBool,
    /// Held while a report is written: two threads can panic at once.
    writing: Mutex<()>,
}

impl CrashReports {
    /// The reports of a folder.
    pub fn new(folder: DataFolder) -> Arc<Self> {
        let files = ReportFiles::in_folder(folder.crashes());
        let (panics, begun) = (AtomicUsize::new(0), AtomicBool::new(false));
        Arc::new(Self { folder, files, panics, begun, writing: Mutex::new(()) })
    }

    /// Reports the last run if it did not end by itself, and marks this one as running. The caller must hold the lock of the
    /// folder.
    pub fn begin(&self) {
        self.look_back();
        match Marker::of_this_run(SystemClock.now()).write(&self.folder) {
            Ok(()) => self.begun.store(true, Ordering::Relaxed),
            Err(error) => {
                tracing::warn!(%error, "this run could not be marked, so that its crash would not be noticed");
            }
        }
    }

    /// Writes a report of each panic from now on, then does as before.
    pub fn watch_panics(self: &Arc<Self>) {
        let (reports, before) = (Arc::clone(self), std::panic::take_hook());
        std::panic::set_hook(Box::new(move |info| {
            before(info);
            reports.panicked(info);
        }));
    }

    /// Marks this run as ended by itself, if it has begun.
    pub fn end(&self) {
        if !self.begun.load(Ordering::Relaxed) {
            return;
        }
        if let Err(error) = Marker::remove(&self.folder) {
            tracing::warn!(%error, "the end of this run could not be marked");
        }
    }

    /// The newest report that was not dismissed.
    pub fn notice(&self) -> CrashNotice {
        CrashNotice { report: self.files.newest_unseen(), folder: self.files.folder().display().to_string() }
    }

    /// Dismisses the reports up to the newest.
    pub fn dismiss(&self) -> std::io::Result<()> {
        self.files.mark_seen()
    }

    /// The folder of the reports.
    pub fn folder(&self) -> &std::path::Path {
        self.files.folder()
    }

    fn look_back(&self) {
        let Some(marker) = Marker::read(&self.folder) else { return };
        if !marker.is_of_this_boot() {
            tracing::info!("the computer was restarted while the shop was open");
        } else if !self.files.has_panic_since(marker.started_at) {
            tracing::warn!(started_at = %marker.started_at, "the last run did not end by itself");
            self.write(CrashKind::UncleanEnd, &marker.version, &marker.commit, None);
        }
    }

    fn panicked(&self, info: &PanicHookInfo<'_>) {
        if self.panics.fetch_add(1, Ordering::Relaxed) < PANICS_REPORTED {
            let panic = Panic::new(info, Backtrace::force_capture().to_string());
            self.write(CrashKind::Panic, env!("CARGO_PKG_VERSION"), env!("JANGTEO_COMMIT"), Some(&panic));
        }
    }

    fn write(&self, kind: CrashKind, version: &str, commit: &str, panic: Option<&Panic>) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let at = SystemClock.now();
        let around = Circumstances::of_this_machine(version, commit, &self.folder.logs());
        if let Err(error) = self.files.write(ReportName { at, kind }, &report::text(kind, at, &around, panic)) {
            tracing::error!(%error, "a report of a crash could not be written");
        }
    }
}

#[cfg(test)]
mod tests;
