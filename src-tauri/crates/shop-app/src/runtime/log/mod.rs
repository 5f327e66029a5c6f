//! Logs: files in the data folder of at most 64 MB together, one line of JSON for each event with the trace id of its
//! call.

mod files;
mod sampler;

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt as _;

use self::files::{LogFiles, Room};
pub(crate) use self::sampler::LogSampler;

/// Starts logging into the folder; `JANGTEO_LOG` filters (default `info`). Keep the guard: dropping it flushes the log.
///
/// If the folder cannot be written, or a subscriber is already set, nothing is logged and `None` is returned: a shop
/// without a log is better than none.
#[must_use]
pub fn start_logging(folder: &Path) -> Option<WorkerGuard> {
    let files = LogFiles::open(folder, Room::default()).ok()?;
    // Written in batches, and flushed when the queue is empty.
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = EnvFilter::try_from_env("JANGTEO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // Each line has the span of the call; the list of its parent spans would repeat it.
    let lines = tracing_subscriber::fmt().json().with_span_list(false);
    let subscriber = lines.with_writer(writer).with_env_filter(filter).finish();
    subscriber.try_init().ok()?;
    Some(guard)
}
