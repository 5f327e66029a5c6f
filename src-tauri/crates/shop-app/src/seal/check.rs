//! Recomputes the chain of seals and names the rows that were changed, removed or put in after they were sealed.

use std::path::Path;

use shop_store::seal::{Book, DIGEST, Range, Seal, after, each, each_unsealed, outside, ranges};
use shop_store::verify::{Broken, Findings};
use shop_store::{Db, StoreResult};

use super::chain::{Draft, row_hash};
use super::key::{SealKey, is_signed};

/// The number of this check among the invariants of the data.
const NUMBER: i64 = 8;
/// Its statement in words.
const SAYS: &str = "every sealed row is as it was when it was sealed";
/// The table of seals, where a seal itself is wrong.
const SEAL: &str = "seal";
/// Seals that are read at once.
const PAGE: i64 = 500;

/// The sealed rows that are not as they were, the first `limit` of them by name, in the order of their seals; and seals that do
/// not fit their rows, their key or each other. The hash of a seal covers all seals before it, so the last signature of each key
/// is enough. The key of `folder`, where one is given and has a key, has made the last seal, unless rows wait for the next one:
/// those of a restored backup of another computer do. `go_on` is asked now and then.
pub fn broken(
    db: &Db,
    folder: Option<&Path>,
    limit: usize,
    go_on: &dyn Fn() -> StoreResult<()>,
) -> StoreResult<Findings> {
    let mut checking = Checking { previous: None, found: Found::new(limit) };
    loop {
        go_on()?;
        let id = checking.previous.as_ref().map_or(0, |seal| seal.id);
        let seals = after(db, id, PAGE)?;
        if seals.is_empty() {
            break;
        }
        for seal in seals {
            checking.next(db, seal)?;
        }
    }
    let Checking { previous, mut found } = checking;
    if let Some(last) = &previous {
        found.check_signature(last);
        match folder.map_or(Ok(None), SealKey::load) {
            Ok(Some(key)) if key.public() != last.public_key && !is_any_unsealed(db)? => {
                found.add(SEAL, last.id, "was signed by another key than the one in the data folder");
            }
            Ok(_) => {}
            Err(error) => {
                found.add(SEAL, last.id, &format!("cannot be compared with the key in the data folder: {error}"))
            }
        }
    }
    for book in Book::ALL {
        for id in outside(db, book, limit as i64)? {
            found.add(book.table(), id, "was put in after the rows around it were sealed");
        }
    }
    Ok(found.0)
}

fn is_any_unsealed(db: &Db) -> StoreResult<bool> {
    let mut is_any = false;
    for book in Book::ALL {
        each_unsealed(db, book, 1, |_, _| {
            is_any = true;
            Ok(())
        })?;
    }
    Ok(is_any)
}

struct Checking {
    previous: Option<Seal>,
    found: Found,
}

impl Checking {
    fn next(&mut self, db: &Db, seal: Seal) -> StoreResult<()> {
        let number = self.previous.as_ref().map_or(1, |seal| seal.id + 1);
        if seal.id != number {
            self.found.add(SEAL, number, &format!("is missing, with all up to {}", seal.id - 1));
        }
        if let Some(previous) = &self.previous
            && previous.public_key != seal.public_key
        {
            self.found.check_signature(previous);
        }
        let mut draft = Draft::new(seal.id, self.previous.as_ref(), seal.created_at);
        let mut rows = Vec::new();
        for range in ranges(db, seal.id)? {
            compare(db, &range, &mut draft, &mut rows)?;
        }
        let (hash, _) = draft.finish();
        if hash != seal.hash && rows.is_empty() {
            self.found.add(SEAL, seal.id, "does not fit its rows, its time or the seal before it");
        } else if hash == seal.hash && !rows.is_empty() {
            self.found.add(SEAL, seal.id, "has other digests than its rows, which are as they were");
        } else {
            rows.iter().for_each(|(book, id, what)| self.found.add(book.table(), *id, what));
        }
        self.previous = Some(seal);
        Ok(())
    }
}

type Row = (Book, i64, &'static str);

/// Adds the rows of a range as they are now, and lists those that are not as the range says.
fn compare(db: &Db, range: &Range, draft: &mut Draft, rows: &mut Vec<Row>) -> StoreResult<()> {
    let mut next = range.first_row;
    let removed = |ids: std::ops::Range<i64>, rows: &mut Vec<Row>| {
        rows.extend(ids.map(|id| (range.book, id, "was removed after it was sealed")));
    };
    each(db, range.book, range.first_row..=range.last_row, |id, bytes| {
        removed(next..id, rows);
        next = id + 1;
        let at = usize::try_from(id - range.first_row).unwrap_or(usize::MAX).saturating_mul(DIGEST);
        let is_as_it_was =
            range.digests.get(at..at.saturating_add(DIGEST)) == Some(&row_hash(range.book, bytes)[..DIGEST]);
        if !is_as_it_was {
            rows.push((range.book, id, "was changed after it was sealed"));
        }
        draft.add(range.book, id, bytes);
        Ok(())
    })?;
    removed(next..range.last_row + 1, rows);
    Ok(())
}

/// The findings with the number that is named.
struct Found(Findings, usize);

impl Found {
    fn new(limit: usize) -> Self {
        Self(Findings { invariant: NUMBER, says: SAYS, rows: Vec::new(), count: 0 }, limit)
    }

    fn add(&mut self, table: &str, id: i64, found: &str) {
        self.0.count += 1;
        if self.0.rows.len() < self.1 {
            let (table, found) = (table.to_owned(), found.to_owned());
            self.0.rows.push(Broken { invariant: NUMBER, says: SAYS, table, id, found });
        }
    }

    fn check_signature(&mut self, seal: &Seal) {
        if !is_signed(&seal.public_key, &seal.hash, &seal.signature) {
            self.add(SEAL, seal.id, "has a signature that its key did not make");
        }
    }
}
