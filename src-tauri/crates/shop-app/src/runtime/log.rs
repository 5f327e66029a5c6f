//! Logs: one file a day in the data folder, fourteen kept, a line of JSON for each event with the trace id of its call.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Files kept.
const DAYS: usize = 14;

/// Starts logging into the folder; `JANGTEO_LOG` filters (`info` unless set). Keep the guard: dropping it writes what is left.
///
/// Where the folder cannot be written, or a subscriber is there already, nothing is logged and `None` returned: a shop
/// without a log is better than none.
#[must_use]
pub fn start_logging(folder: &Path) -> Option<WorkerGuard> {
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("jangteo")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = EnvFilter::try_from_env("JANGTEO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let subscriber = tracing_subscriber::fmt().json().with_writer(writer).with_env_filter(filter).finish();
    subscriber.try_init().ok()?;
    Some(guard)
}
