//! Starts that meet a fault: on a file of each schema that was released, which is copied and migrated, and on one of today's.
//!
//! The start fails or succeeds; the file is whole in either case, and the next start comes to what an undisturbed one does.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use shop_app::runtime::ManualClock;
use shop_tests::fault_vfs::{Code, Op, install, mend, met, seen, watch};
use shop_tests::schema_fixture::restore;
use tempfile::TempDir;

use crate::contents::{Contents, Varying};
use crate::folder::{copy_of, file_in, new_folder, open};
use crate::proof::{Report, is_full, report};
use crate::sample::sample;
use crate::scene::noon;
use crate::sweep::Injected;

/// Faults of each file in the quick and in the full form.
const QUICK: usize = 60;
const FULL: usize = 1_500;

/// The fault that a planted start swallows: no file can be written.
const FIRST_WRITE: Injected = Injected { code: Code::Full, skip: 0, is_lasting: true };

/// A file of an earlier schema, and what a start makes of it.
struct Fixture {
    name: String,
    template: TempDir,
    after: Contents,
    varying: Varying,
    calls: Vec<Op>,
}

impl Fixture {
    fn all() -> Vec<Self> {
        let folder = shop_tests::root().join("tests/fixtures");
        let entries = fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("an entry").path());
        let texts = entries.filter(|path| path.extension().is_some_and(|end| end == "sql"));
        texts.map(|path| Self::of(&path.display().to_string(), &fs::read_to_string(&path).expect("a text"))).collect()
    }

    fn of(name: &str, text: &str) -> Self {
        let template = new_folder();
        restore(&file_in(template.path()), text).expect("a file");
        let (mut runs, mut calls) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let folder = copy_of(template.path());
            watch(folder.path());
            drop(start(&folder).expect("an undisturbed start"));
            calls = seen(folder.path());
            runs.push(Contents::read(&file_in(folder.path())).expect("it is whole"));
        }
        let varying = runs[0].varying(&runs[1]).expect("two starts make the same");
        Self { name: name.to_owned(), template, after: runs.remove(0), varying, calls }
    }

    /// Starts with a fault, and then without. Whether the fault was met. `swallows` plants a start that reports no failure.
    fn run(&self, injected: Injected, swallows: bool) -> Result<bool, String> {
        let folder = copy_of(self.template.path());
        injected.plan(folder.path());
        let started = start(&folder);
        let is_met = met(folder.path()) > 0;
        mend(folder.path());
        let is_started = started.is_ok() || swallows;
        drop(started);
        let found = Contents::read(&file_in(folder.path()))?;
        if is_started && !found.is(&self.after, &self.varying) {
            return Err(format!("it has started on something else: {}", found.difference(&self.after)));
        }
        let again = start(&folder).map_err(|error| format!("it does not start any more: {error}"))?;
        let broken = shop_app::verify(&again).map_err(|error| error.to_string())?;
        drop(again);
        let found = Contents::read(&file_in(folder.path()))?;
        if !broken.is_empty() || !found.is(&self.after, &self.varying) {
            return Err(format!("the next start comes to {}, {broken:?} broken", found.difference(&self.after)));
        }
        Ok(is_met)
    }
}

fn start(folder: &TempDir) -> shop_store::StoreResult<Arc<shop_app::context::Shop>> {
    open(folder.path(), &Arc::new(ManualClock::new(noon())))
}

#[tokio::test]
async fn every_start_survives_every_fault() {
    install();
    let started = Instant::now();
    let (mut figure, mut wrong) = (0, Vec::new());
    let fixtures = Fixture::all();
    for fixture in &fixtures {
        let all = Injected::all(&fixture.calls);
        let count = all.len();
        let chosen = sample(all, if is_full() { FULL } else { QUICK }, fixture.calls.len() as u64);
        for injected in &chosen {
            match fixture.run(*injected, false) {
                Ok(is_met) => figure += u64::from(is_met),
                Err(why) => wrong.push(format!("{}, {injected:?}: {why}", fixture.name)),
            }
        }
        eprintln!("{}: {} tried of {count}", fixture.name, chosen.len());
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
    let is_caught = |fixture: &Fixture| fixture.run(FIRST_WRITE, true).is_err();
    let caught = u64::from(fixtures.iter().any(is_caught));
    let reach = if is_full() { 4_000 } else { 150 };
    let seconds = started.elapsed().as_secs_f64();
    report(&Report { goal: "faults-at-start", figure, unit: "faults", reach, planted: 1, caught, seconds });
}
