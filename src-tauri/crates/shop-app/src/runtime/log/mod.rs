//! Logs: files in the data folder that never take more than 64 MB together, a line of JSON for each event with the trace id
//! of its call.

mod files;
mod sampler;

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt as _;

use self::files::{LogFiles, Room};
pub(super) use self::sampler::LogSampler;

/// Starts logging into the folder; `JANGTEO_LOG` filters (`info` unless set). Keep the guard: dropping it writes what is left.
///
/// Where the folder cannot be written, or a subscriber is there already, nothing is logged and `None` returned: a shop
/// without a log is better than none.
#[must_use]
pub fn start_logging(folder: &Path) -> Option<WorkerGuard> {
    let files = LogFiles::open(folder, Room::default()).ok()?;
    // What is told at once is written at once; it is flushed whenever nothing more is waiting.
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = EnvFilter::try_from_env("JANGTEO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // The span of the call stands in each line; the list of all spans around it would only say it again.
    let lines = tracing_subscriber::fmt().json().with_span_list(false);
    let subscriber = lines.with_writer(writer).with_env_filter(filter).finish();
    subscriber.try_init().ok()?;
    Some(guard)
}
