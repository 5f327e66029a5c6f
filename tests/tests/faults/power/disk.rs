//! The disk under a shop: what is on it for certain, and what a power cut may keep, drop, tear or reorder.

use std::collections::BTreeMap;
use std::ffi::OsString;

use shop_tests::fault_vfs::{Change, Changed};

use crate::sample::Numbers;

/// The files that a power cut leaves; `None` for a file that is not there.
pub type Image = BTreeMap<OsString, Option<Vec<u8>>>;

/// Percents of the changes that a power cut keeps; one for each image.
const KEPT: [usize; 5] = [0, 20, 50, 80, 100];
/// Bytes that a disk writes whole; one for each image.
const SECTORS: [usize; 2] = [512, 4_096];
/// Percent of the kept sectors that are torn all the same.
const TORN: usize = 5;

/// What was written under a name until it was deleted.
#[derive(Default)]
struct Content<'a> {
    durable: Vec<u8>,
    /// Changes since the last sync.
    pending: Vec<&'a Change>,
}

/// One name in the folder. Deleting and creating a file are changes of the folder: they are on the disk when the folder is
/// synced, and until then the name may still lead to what was there before.
#[derive(Default)]
struct Name<'a> {
    durable: Option<Content<'a>>,
    /// What the name has led to since the last sync of the folder.
    since: Vec<Option<Content<'a>>>,
}

/// The files of a folder.
pub struct Disk<'a> {
    names: BTreeMap<OsString, Name<'a>>,
}

impl<'a> Name<'a> {
    /// The file that a call on this name now reaches.
    fn open(&mut self) -> Option<&mut Content<'a>> {
        self.since.last_mut().unwrap_or(&mut self.durable).as_mut()
    }

    fn sync_folder(&mut self) {
        if let Some(last) = self.since.pop() {
            self.durable = last;
            self.since.clear();
        }
    }
}

impl<'a> Disk<'a> {
    /// A disk that holds the database alone.
    pub fn new(name: OsString, base: Vec<u8>) -> Self {
        let database = Content { durable: base, pending: Vec::new() };
        Self { names: BTreeMap::from([(name, Name { durable: Some(database), since: Vec::new() })]) }
    }

    /// One change more has happened.
    pub fn apply(&mut self, Changed { file, change }: &'a Changed) {
        let name = self.names.entry(file.clone()).or_default();
        match change {
            Change::Create => name.since.push(Some(Content::default())),
            Change::Delete(_) => name.since.push(None),
            Change::Sync => {
                if let Some(content) = name.open() {
                    content.pending.drain(..).for_each(|change| whole(&mut content.durable, change));
                }
            }
            Change::Write(..) | Change::Truncate(_) => {
                if let Some(content) = name.open() {
                    content.pending.push(change);
                }
            }
        }
        // SQLite syncs the folder with the first sync of a new file, and with a deletion that it asks for.
        let is_folder_synced = match change {
            Change::Delete(is_synced) => *is_synced,
            Change::Sync => !name.since.is_empty(),
            _ => false,
        };
        if is_folder_synced {
            self.names.values_mut().for_each(Name::sync_folder);
        }
    }

    /// Whether a power cut now can leave more than one image.
    pub fn is_open(&self) -> bool {
        let is_open =
            |content: &Option<Content<'_>>| content.as_ref().is_some_and(|content| !content.pending.is_empty());
        self.names.values().any(|name| !name.since.is_empty() || is_open(&name.durable))
    }

    /// What a power cut leaves, as the seed decides: of what was not synced each piece is kept, dropped or torn. A later piece
    /// that is kept where an earlier one is dropped is a reordering.
    pub fn cut(&self, seed: u64) -> Image {
        let mut numbers = Numbers::of(seed);
        let chance = Chance { kept: KEPT[numbers.below(KEPT.len())], sector: SECTORS[numbers.below(SECTORS.len())] };
        let left = self.names.iter().map(|(name, at)| {
            let steps = at.since.iter().take_while(|_| numbers.chance(chance.kept)).count();
            let led_to = if steps == 0 { &at.durable } else { &at.since[steps - 1] };
            (name.clone(), led_to.as_ref().map(|content| chance.left(content, &mut numbers)))
        });
        left.collect()
    }
}

/// How an image keeps what was not synced.
struct Chance {
    kept: usize,
    sector: usize,
}

impl Chance {
    fn left(&self, content: &Content<'_>, numbers: &mut Numbers) -> Vec<u8> {
        let mut left = content.durable.clone();
        for change in &content.pending {
            self.apply(&mut left, change, numbers);
        }
        left
    }

    fn apply(&self, content: &mut Vec<u8>, change: &Change, numbers: &mut Numbers) {
        let Change::Write(at, bytes) = change else {
            if numbers.chance(self.kept) {
                whole(content, change);
            }
            return;
        };
        let (mut from, mut at) = (0, in_memory(*at));
        while from < bytes.len() {
            let count = (self.sector - at % self.sector).min(bytes.len() - from);
            if numbers.chance(self.kept) {
                let written = if numbers.chance(TORN) { numbers.below(count) } else { count };
                overwrite(content, at, &bytes[from..from + written]);
            }
            (from, at) = (from + count, at + count);
        }
    }
}

/// Applies a change of the content without loss.
fn whole(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write(at, bytes) => overwrite(content, in_memory(*at), bytes),
        Change::Truncate(length) => content.resize(in_memory(*length), 0),
        Change::Create | Change::Delete(_) | Change::Sync => {}
    }
}

fn in_memory(at: u64) -> usize {
    usize::try_from(at).expect("BUG: a file that is in memory")
}

/// What lies between the end of a file and a later write is zero.
fn overwrite(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}
