//! Power cuts while a backup is restored: the shop is the one before or the one after, whole.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use shop_app::backup::{make_backup, restore_backup};
use shop_app::context::{Call, Shop};
use shop_app::point::charge_points;
use shop_app::runtime::{ManualClock, Principal};
use shop_contract::{ChargePoints, Empty, RestoreBackup};
use shop_tests::fault_vfs::{Changed, install, place, record, recorded};

use super::cut;
use super::recovery::{Held, Recovery, examine};
use crate::folder::{closed_copy_of, file_in, open};
use crate::proof::is_full;
use crate::scene::{Scene, admitted, noon};

/// Images for each change in the quick and in the full form.
const QUICK: usize = 8;
const FULL: usize = 40;
/// Charges before the restore, and after it.
const CHARGES: usize = 5;
/// The key of the restore.
const RESTORE: &str = "restore";

/// What was written and answered around a restore.
struct Restored {
    base: Vec<u8>,
    changes: Vec<Changed>,
    /// Of each answer the place in the record, the user and the key; the restore is among them.
    answers: Vec<(usize, i64, String)>,
}

impl Restored {
    async fn run() -> Self {
        let scene = Scene::new();
        let (admin, who) = (scene.admin().await, scene.customer(1_000).await);
        let name = make_backup(scene.call(admin), Empty {}).await.expect("a copy is made").name;
        let folder = closed_copy_of(&scene);
        let base = fs::read(file_in(folder.path())).expect("the database");
        record(folder.path());
        let shop = open(folder.path(), &Arc::new(ManualClock::new(noon()))).expect("it opens");
        let mut answers = Vec::new();
        for number in 0..CHARGES {
            answers.push(charged(&shop, folder.path(), who, format!("before-{number}")).await);
        }
        let call = Call::new(Arc::clone(&shop), Some(admin), Some(RESTORE.to_owned()));
        restore_backup(admitted(call), RestoreBackup { name }).await.expect("it is restored");
        answers.push((place(folder.path()), admin.user_id, RESTORE.to_owned()));
        for number in 0..CHARGES {
            answers.push(charged(&shop, folder.path(), who, format!("after-{number}")).await);
        }
        drop(shop);
        Self { base, changes: recorded(folder.path()), answers }
    }

    /// Whether a database after so many changes holds what was answered.
    fn holds(&self, place: usize, held: &Held) -> Result<(), String> {
        let (before, after) = self.answers.split_at(CHARGES);
        let is_restored = held.has(after[0].1, RESTORE);
        let answered = |answers: &[(usize, i64, String)]| -> Vec<String> {
            let lost = answers.iter().filter(|(at, user_id, key)| *at <= place && !held.has(*user_id, key));
            lost.map(|(_, _, key)| key.clone()).collect()
        };
        let lost = if is_restored { answered(after) } else { answered(&self.answers) };
        let kept = is_restored && before.iter().any(|(_, user_id, key)| held.has(*user_id, key));
        if lost.is_empty() && !kept { Ok(()) } else { Err(format!("{lost:?} is lost; restored and before: {kept}")) }
    }
}

async fn charged(shop: &Arc<Shop>, folder: &Path, who: Principal, key: String) -> (usize, i64, String) {
    let call = admitted(Call::new(Arc::clone(shop), Some(who), Some(key.clone())));
    charge_points(call, ChargePoints::of(1_000)).await.expect("it is charged");
    (place(folder), who.user_id, key)
}

#[test]
fn a_restore_is_wholly_done_or_not_at_all_after_a_power_cut() {
    install();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let restored = runtime.block_on(Restored::run());
    let mut recovery = Recovery::new(noon(), Box::new(|content| examine(content, noon())));
    let each = if is_full() { FULL } else { QUICK };
    let places = (0..=restored.changes.len(), each);
    let holds = |place, held: &Held| restored.holds(place, held);
    let cuts = cut(&mut recovery, (&restored.base, &restored.changes), places, holds);
    let cuts = cuts.unwrap_or_else(|why| panic!("{why}"));
    eprintln!("{} changes, {cuts:?}", restored.changes.len());
    assert!(cuts.databases > CHARGES, "the cuts fall between many groups: {cuts:?}");
}
