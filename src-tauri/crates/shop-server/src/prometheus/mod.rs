//! The figures of the running program for collectors of the Prometheus kind. The shop counts by itself, for its own pages;
//! here it is only written down anew, so that nothing is counted twice.
//!
//! The one label with more than one value is an operation's name: as many as there are operations.

mod text;

use std::sync::atomic::{AtomicU64, Ordering};

use shop_app::runtime::Figures;

use self::text::{Exposition, timed};

/// The media type of the text.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The figures as text.
pub fn exposition(figures: &Figures) -> String {
    let mut text = Exposition::default();
    text.gauge("jangteo_uptime_seconds", "Time since the program was started.", figures.uptime.as_secs_f64());
    text.gauge("jangteo_people", "People who did something in the last five minutes.", figures.people_here);
    locks(&mut text, figures);
    writer(&mut text, figures);
    text.counter(
        "jangteo_popular_cache_hits_total",
        "Answers that were in the cache of popular products.",
        figures.hits,
    );
    text.counter("jangteo_popular_cache_misses_total", "Answers that had to be computed.", figures.misses);
    operations(&mut text, figures);
    text.into_text()
}

fn locks(text: &mut Exposition, figures: &Figures) {
    let locks = &figures.locks;
    let busiest = locks.busiest.first().map_or(0, |(_, waiters)| *waiters);
    text.gauge("jangteo_lock_keys", "Keys that somebody waits for.", locks.active_keys);
    text.gauge("jangteo_lock_waiters", "Requests in the writer\'s queue.", locks.waiters);
    text.gauge("jangteo_lock_busiest_key_waiters", "Requests at the key at which most wait.", busiest);
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
