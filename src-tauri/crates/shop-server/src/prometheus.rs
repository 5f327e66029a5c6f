//! The metrics of the running program in the Prometheus text format 0.0.4: each family with its help and type, then its
//! samples. The shop counts them for its own pages; here they are only formatted, so that nothing is counted twice.
//!
//! The one label with more than one value is an operation's name. Names, help and labels are constants of this program, so
//! nothing needs to be escaped. The crate `prometheus-client` writes OpenMetrics instead, another format.

use std::fmt::{Display, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};

use shop_app::popularity::HitRate;
use shop_app::runtime::{BUCKET_BOUNDS, Distribution, Figures};

/// The media type of the text.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";
/// Microseconds in a second, the unit of times.
const MICROS: f64 = 1_000_000.0;

/// The figures as text.
pub fn exposition(figures: &Figures, popular_cache: HitRate) -> String {
    let mut text = Exposition::default();
    text.gauge("jangteo_uptime_seconds", "Time since the program was started.", figures.uptime.as_secs_f64());
    text.gauge("jangteo_people", "Users who did something in the last five minutes.", figures.users_here);
    locks(&mut text, figures);
    writer(&mut text, figures);
    text.counter(
        "jangteo_popular_cache_hits_total",
        "Answers that were in the cache of popular products.",
        popular_cache.hits,
    );
    text.counter("jangteo_popular_cache_misses_total", "Answers that had to be computed.", popular_cache.misses);
    operations(&mut text, figures);
    text.into_text()
}

fn locks(text: &mut Exposition, figures: &Figures) {
    let locks = &figures.locks;
    let busiest = locks.busiest.first().map_or(0, |(_, waiters)| *waiters);
    text.gauge("jangteo_lock_keys", "Lock keys for which requests wait.", locks.active_keys);
    text.gauge("jangteo_lock_waiters", "Requests in the writer's queue.", locks.waiters);
    text.gauge("jangteo_lock_busiest_key_waiters", "Requests at the key with the longest queue.", busiest);
    let none = String::new;
    text.times("jangteo_lock_wait_seconds", "From asking for keys to running.", [timed(none(), &locks.wait)]);
    text.times("jangteo_lock_hold_seconds", "From running to done.", [timed(none(), &locks.hold)]);
}

fn writer(text: &mut Exposition, figures: &Figures) {
    let (writer, read) = (&figures.writer, |counter: &AtomicU64| counter.load(Ordering::Relaxed));
    let sizes: Vec<u64> = writer.group_sizes.iter().map(read).collect();
    let commits = (String::new(), writer.commit_times.counts(), read(&writer.commit_micros));
    text.times("jangteo_writer_commit_seconds", "Commits that succeeded.", [commits]);
    let failed = read(&writer.failed_commits);
    text.counter("jangteo_writer_failed_commits_total", "Commits that failed.", failed);
    text.sizes("jangteo_writer_group_tasks", "Tasks that shared a commit.", &sizes, read(&writer.tasks));
}

fn operations(text: &mut Exposition, figures: &Figures) {
    let all = &figures.operations;
    let label = |name: &str| format!("operation=\"{name}\"");
    let times = all.iter().map(|one| timed(label(one.name), &one.times));
    text.times("jangteo_operation_seconds", "Operations, refused or not.", times);
    let refused = all.iter().map(|one| (label(one.name), one.refused));
    text.counters("jangteo_operation_refusals_total", "Operations that were refused.", refused);
    let failed = all.iter().map(|one| (label(one.name), one.failed));
    text.counters("jangteo_operation_failures_total", "Operations answered with a status of 500 or more.", failed);
}

#[derive(Default)]
struct Exposition(String);

impl Exposition {
    /// A gauge with one sample.
    fn gauge(&mut self, name: &str, help: &str, value: impl Display) {
        self.family(name, "gauge", help);
        self.sample(name, "", value);
    }

    /// A counter with one sample; its name ends in `_total`.
    fn counter(&mut self, name: &str, help: &str, value: u64) {
        self.counters(name, help, [(String::new(), value)]);
    }

    /// A counter with a sample for each label.
    fn counters(&mut self, name: &str, help: &str, values: impl IntoIterator<Item = (String, u64)>) {
        self.family(name, "counter", help);
        for (label, value) in values {
            self.sample(name, &label, value);
        }
    }

    /// A histogram of seconds for each label; its name ends in `_seconds`.
    fn times(
        &mut self,
        name: &str,
        help: &str,
        times: impl IntoIterator<Item = (String, [u64; BUCKET_BOUNDS.len() + 1], u64)>,
    ) {
        let bounds = BUCKET_BOUNDS.map(|micros| micros as f64 / MICROS);
        self.family(name, "histogram", help);
        for (label, counts, sum_micros) in times {
            self.histogram(name, &label, (&bounds, &counts), sum_micros as f64 / MICROS);
        }
    }

    /// A histogram of sizes, with powers of two as bounds.
    fn sizes(&mut self, name: &str, help: &str, counts: &[u64], sum: u64) {
        let bounds: Vec<f64> = (0..counts.len()).map(|exponent| 2_f64.powi(exponent as i32)).collect();
        self.family(name, "histogram", help);
        self.histogram(name, "", (&bounds, counts), sum as f64);
    }

    fn into_text(self) -> String {
        self.0
    }

    /// `counts` may have one element more than there are bounds, for values beyond all of them.
    fn histogram(&mut self, name: &str, label: &str, (bounds, counts): (&[f64], &[u64]), sum: f64) {
        let (bucket, comma) = (format!("{name}_bucket"), if label.is_empty() { "" } else { "," });
        let mut up_to = 0;
        for (bound, count) in bounds.iter().zip(counts) {
            up_to += count;
            self.sample(&bucket, &format!("{label}{comma}le=\"{bound}\""), up_to);
        }
        let all: u64 = counts.iter().sum();
        self.sample(&bucket, &format!("{label}{comma}le=\"+Inf\""), all);
        self.sample(&format!("{name}_sum"), label, sum);
        self.sample(&format!("{name}_count"), label, all);
    }

    fn family(&mut self, name: &str, kind: &str, help: &str) {
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn sample(&mut self, name: &str, label: &str, value: impl Display) {
        let _ = match label {
            "" => writeln!(self.0, "{name} {value}"),
            label => writeln!(self.0, "{name}{{{label}}} {value}"),
        };
    }
}

/// A label with its times, for [`Exposition::times`].
fn timed(label: String, times: &Distribution) -> (String, [u64; BUCKET_BOUNDS.len() + 1], u64) {
    (label, times.places, times.sum)
}
