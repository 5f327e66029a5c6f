//! Shops that lose answered writes in a power cut, each of which the images must show. They are made from the record of a sound
//! shop, but for one that really writes without syncs.

use std::ops::RangeInclusive;

use shop_store::StorageLimits;
use shop_tests::fault_vfs::{Change, Changed};

use super::workload::{Answered, Workload};
use super::{DATABASE, cut_workload, recorded_workload};

/// Images for each place of the record around one group.
const AROUND: usize = 60;

/// How many there are.
pub const COUNT: u64 = 4;

/// The planted bugs that no image shows.
pub fn survivors(workload: &Workload) -> Vec<&'static str> {
    let group = Group::of(workload);
    let everywhere = |workload: &Workload| 0..=workload.changes.len();
    let unsynced = recorded_workload(StorageLimits { is_durable: false, ..StorageLimits::default() });
    let planted: [(&str, Workload, RangeInclusive<usize>); COUNT as usize] = [
        ("commits without a sync", unsynced.clone(), everywhere(&unsynced)),
        ("one sync of the WAL left out", without_syncs(workload, |at, _| at == group.sync), group.until_next()),
        ("an answer before its commit", early(workload, &group), group.sync..=group.sync),
        ("no sync of the database in a checkpoint", without_syncs(workload, is_of_database), everywhere(workload)),
    ];
    let survived = planted.into_iter().filter_map(|(name, workload, places)| {
        let each = if places.end() - places.start() > 1_000 { 1 } else { AROUND };
        match cut_workload(&workload, places, each) {
            Ok(_) => Some(name),
            Err(why) => {
                eprintln!("{name}: {why}");
                None
            }
        }
    });
    survived.collect()
}

/// A group with an answer that came before the next group was synced.
struct Group {
    answer: usize,
    /// The place of the answer in the record.
    place: usize,
    /// The sync of the WAL that brought the group to the disk, and the next one.
    sync: usize,
    next: usize,
}

impl Group {
    fn of(workload: &Workload) -> Self {
        let is_sync = |change: &Changed| change.change == Change::Sync && !is_database(change);
        let syncs = workload.changes.iter().enumerate().filter(|(_, change)| is_sync(change)).map(|(at, _)| at);
        let syncs: Vec<usize> = syncs.collect();
        let found = workload.answers.iter().enumerate().find_map(|(answer, Answered { place, groups, .. })| {
            let at = syncs.partition_point(|sync| sync < place).checked_sub(1)?;
            let (sync, next) = (*syncs.get(at)?, *syncs.get(at + 1)?);
            let before = workload.answers.iter().filter(|other| other.place <= sync).map(|other| other.groups).max()?;
            // The group is the only one between the two syncs.
            (*groups == before + 1 && next > place + 2).then_some(Self { answer, place: *place, sync, next })
        });
        found.expect("an answer comes between two syncs")
    }

    fn until_next(&self) -> RangeInclusive<usize> {
        self.place..=self.next
    }
}

fn is_database(changed: &Changed) -> bool {
    changed.file == DATABASE
}

fn is_of_database(_: usize, changed: &Changed) -> bool {
    is_database(changed)
}

/// The record without these syncs. A write of nothing takes the place of each, so that the places of answers stay.
fn without_syncs(workload: &Workload, is_left_out: impl Fn(usize, &Changed) -> bool) -> Workload {
    let mut planted = workload.clone();
    for (at, changed) in planted.changes.iter_mut().enumerate() {
        if changed.change == Change::Sync && is_left_out(at, changed) {
            changed.change = Change::Write(0, Vec::new());
        }
    }
    planted
}

/// The record with the answer of the group before its sync.
fn early(workload: &Workload, group: &Group) -> Workload {
    let mut planted = workload.clone();
    planted.answers[group.answer].place = group.sync;
    planted.answers.sort_by_key(|answer| answer.place);
    planted
}
