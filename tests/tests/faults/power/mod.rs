//! Power cuts: a workload is recorded, images of the disk are made for points of the record, and each is recovered.
//!
//! Every image is recovered by SQLite as at a start. Each database that comes out for the first time is checked and started as
//! a shop; one image of many is started as a shop as it is.

mod disk;
mod migrations;
mod planted;
mod recovery;
mod restores;
mod workload;

use std::ops::RangeInclusive;
use std::time::Instant;

use shop_store::StorageLimits;
use shop_tests::fault_vfs::{Changed, install};

use self::disk::Disk;
use self::recovery::{Held, Recovery, examine};
use self::workload::{Answered, Workload};
use crate::proof::{Report, is_full, report};

/// Groups committed by all writers that the file has had.
const GROUPS: &str = "SELECT coalesce(sum(sequence), 0) FROM commit_mark";
/// Images of the quick and of the full form.
const QUICK: usize = 15_000;
const FULL: usize = 100_000;
/// One image in so many is started as a shop as it is.
const STARTED: usize = 400;
/// Of one image in so many, the database is compared with its WAL.
const COMPARED: usize = 20;
/// The name of the database in its folder.
const DATABASE: &str = "jangteo.db";

/// What came of many power cuts.
#[derive(Debug, Default)]
struct Cuts {
    images: usize,
    databases: usize,
    started: usize,
}

/// Cuts the power after each of these numbers of changes, `each` times where something was not synced. `holds` says whether a
/// database holds what was answered after so many changes.
///
/// # Errors
/// The first image that is wrong, in words.
fn cut(
    recovery: &mut Recovery,
    (base, changes): (&[u8], &[Changed]),
    (places, each): (RangeInclusive<usize>, usize),
    holds: impl Fn(usize, &Held) -> Result<(), String>,
) -> Result<Cuts, String> {
    let mut cuts = Cuts::default();
    let mut disk = Disk::new(DATABASE.into(), base.to_vec());
    changes.iter().take(*places.start()).for_each(|change| disk.apply(change));
    for place in places {
        for number in 0..if disk.is_open() { each } else { 1 } {
            let seed = (place * each + number) as u64;
            let image = disk.cut(seed);
            let held = recovery.recover(&image).and_then(|held| holds(place, held));
            held.map_err(|why| format!("cut after change {place}, seed {seed}: {why}"))?;
            if cuts.images.is_multiple_of(COMPARED) {
                let compared = recovery.compare(&image);
                compared.map_err(|why| format!("WAL after change {place}, seed {seed}: {why}"))?;
            }
            if cuts.images.is_multiple_of(STARTED) {
                let held = recovery.start(&image).and_then(|held| holds(place, &held));
                held.map_err(|why| format!("start after change {place}, seed {seed}: {why}"))?;
                cuts.started += 1;
            }
            cuts.images += 1;
        }
        if let Some(change) = changes.get(place) {
            disk.apply(change);
        }
    }
    cuts.databases = recovery.databases();
    Ok(cuts)
}

/// As [`cut`], for the workload: what was answered up to the cut is there, and after the same groups the same database.
fn cut_workload(workload: &Workload, places: RangeInclusive<usize>, each: usize) -> Result<Cuts, String> {
    let Workload { base, changes, answers, now } = workload;
    let now = *now;
    let mut recovery = Recovery::new(now, Box::new(move |content| examine(content, now)));
    let answered = |place| &answers[..answers.partition_point(|answer: &Answered| answer.place <= place)];
    let cuts = cut(&mut recovery, (base, changes), (places, each), |place, held| held.holds(answered(place)))?;
    recovery.refuse_seconds()?;
    Ok(cuts)
}

/// Runs the workload on a runtime of its own.
fn recorded_workload(storage: StorageLimits) -> Workload {
    install();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(Workload::run(storage))
}

#[test]
fn no_answered_write_is_lost_or_half_done_after_a_power_cut() {
    let started = Instant::now();
    let workload = recorded_workload(StorageLimits::default());
    let (changes, answers) = (workload.changes.len(), workload.answers.len());
    assert!(answers > 200, "most of the workload is answered: {answers}");
    let reach = if is_full() { FULL } else { QUICK };
    let begun = Instant::now();
    // Where nothing is open there is one image alone, so that a few more are made elsewhere.
    let each = reach.div_ceil(changes) + reach.div_ceil(changes).div_ceil(10);
    let cuts = cut_workload(&workload, 0..=changes, each).unwrap_or_else(|why| panic!("{why}"));
    let rate = cuts.images as f64 / begun.elapsed().as_secs_f64();
    eprintln!("{changes} changes, {answers} answers, {cuts:?}, {rate:.0} images a second");
    assert!(cuts.databases > 60, "the cuts fall between many groups: {cuts:?}");
    let survived = planted::survivors(&workload);
    assert!(survived.is_empty(), "not caught: {survived:?}");
    let (figure, reach, planted) = (cuts.images as u64, reach as u64, planted::COUNT);
    let seconds = started.elapsed().as_secs_f64();
    report(&Report { goal: "power-cuts", figure, unit: "images", reach, planted, caught: planted, seconds });
}
