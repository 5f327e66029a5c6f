//! Power cuts while a file of an earlier schema is migrated: the next start comes to what an undisturbed one does.

use std::fs;
use std::sync::Arc;

use shop_app::runtime::ManualClock;
use shop_tests::fault_vfs::{install, record, recorded};
use shop_tests::schema_fixture::restore;

use super::cut;
use super::recovery::{Held, Recovery, held, start};
use crate::contents::{Contents, Varying};
use crate::folder::{file_in, new_folder, open};
use crate::proof::is_full;
use crate::scene::noon;

/// Images for each change in the quick and in the full form.
const QUICK: usize = 20;
const FULL: usize = 200;

/// Starts on a database, and compares what comes out.
fn started(content: &[u8], after: &Contents, varying: &Varying) -> Result<Held, String> {
    let folder = new_folder();
    let file = file_in(folder.path());
    fs::write(&file, content).map_err(|error| error.to_string())?;
    start(folder.path(), noon())?;
    let found = Contents::read(&file)?;
    if !found.is(after, varying) {
        return Err(format!("the start comes to something else: {}", found.difference(after)));
    }
    held(&file)
}

fn cut_migrations_of(name: &str, fixture: &str) {
    let folder = new_folder();
    let file = file_in(folder.path());
    restore(&file, fixture).expect("a file");
    let base = fs::read(&file).expect("the file");
    record(folder.path());
    drop(open(folder.path(), &Arc::new(ManualClock::new(noon()))).expect("an undisturbed start"));
    let changes = recorded(folder.path());
    let after = Contents::read(&file).expect("it is whole");
    let varying = Varying::new();
    let examine = Box::new(move |content: &[u8]| started(content, &after, &varying));
    let each = if is_full() { FULL } else { QUICK };
    let mut recovery = Recovery::new(noon(), examine);
    let places = (0..=changes.len(), each);
    let cuts =
        cut(&mut recovery, (&base, &changes), places, |_, _| Ok(())).unwrap_or_else(|why| panic!("{name}: {why}"));
    eprintln!("{name}: {} changes, {cuts:?}", changes.len());
    assert!(cuts.databases > 1, "{name}: the cuts fall between migrations: {cuts:?}");
}

#[test]
fn a_migration_is_finished_after_a_power_cut() {
    install();
    let folder = shop_tests::root().join("tests/fixtures");
    let mut fixtures: Vec<_> =
        fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("one").path()).collect();
    fixtures.retain(|path| path.extension().is_some_and(|end| end == "sql"));
    // The latest is of today's schema.
    fixtures.sort();
    fixtures.pop();
    for fixture in fixtures {
        cut_migrations_of(&fixture.display().to_string(), &fs::read_to_string(&fixture).expect("a text"));
    }
}
