//! A table taken in: all of it or nothing, in one transaction, and with every line that is not right told at once. It is
//! read before the writer is held; under the writer only ids are looked up and rows written.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::json;
use shop_domain::catalog::ProductState;
use shop_store::product::{ProductRow, changed, create, edit, find};
use shop_store::{Db, Stored};

use super::act;
use super::fault::{Bad, refusal};
use super::line::{Change, read};
use super::place::Places;
use super::sheet::Sheet;
use crate::audit;
use crate::catalog::admin::edit::later;
use crate::catalog::admin::view::{kept, kept_all};
use crate::contract::{
    AuditTarget, CsvFault, CsvReason, ErrorCode, ImportProducts, ImportedProducts, ShopError, ShopEvent,
};
use crate::runtime::locks::LockKey;
use crate::runtime::{Audience, Call, Identity, Notice, Shop, Stop, Writing};

/// Lines of a table at most.
const MOST_LINES: usize = 200_000;
/// The longest table, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Faults that are told one by one.
const MOST_FAULTS: usize = 100;
/// The admin hears of each so many lines.
const STEP: usize = 1_000;
/// Changes that are told product by product; of more the listeners are told to ask anew.
const MOST_EVENTS: usize = 100;

/// Takes a table in, or says what taking it in would do.
///
/// # Errors
/// `UNAUTHORIZED`, `FORBIDDEN`; `PAYLOAD_TOO_LARGE` above 64 MiB; `INVALID_INPUT` for a table that is none, and, unless it is
/// a dry run, for one with a line that is not right, with `faults` and `faultCount` in the details; as any write.
pub async fn import_products(call: Call, request: ImportProducts) -> Result<ImportedProducts, ShopError> {
    let admin = call.admin()?;
    if request.csv.len() > MOST_BYTES {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    let is_dry = request.dry_run.unwrap_or(false);
    let request = Arc::new(request);
    let typed = Arc::clone(&request);
    let table = tokio::task::spawn_blocking(move || Table::read(&typed.csv)).await;
    let table = table.map_err(|error| call.internal(&error.to_string()))??;
    if is_dry {
        return call.read(move |db| Ok(table.judged(db)?.1)).await;
    }
    let shop = Arc::clone(&call.shop);
    let work = move |writing: &mut Writing<'_>| table.write(writing, &shop, admin);
    let done = call.write("import_products", &*request, LockKey::Shop, work).await?;
    call.shop.ranking().forget_answers();
    Ok(done)
}

/// A table as read: what its good lines ask for, and what is wrong with the others.
struct Table {
    changes: Vec<(i64, Change)>,
    faults: Vec<CsvFault>,
}

impl Table {
    fn read(csv: &str) -> Result<Self, ShopError> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes());
        let no_table = |_| Bad::whole(CsvReason::NotATable).of_table();
        let names = reader.headers().map_err(no_table)?;
        if names.is_empty() {
            return Err(Bad::whole(CsvReason::NoNames).of_table());
        }
        let sheet = Sheet::read(names).map_err(|name| Bad::of(&name, CsvReason::UnknownColumn).of_table())?;
        let width = names.len();
        let mut table = Self { changes: Vec::new(), faults: Vec::new() };
        let mut places = Places::of(csv);
        for record in reader.records() {
            let record = record.map_err(no_table)?;
            let line = places.of_record(record.position().map_or(0, csv::Position::byte));
            if table.changes.len() + table.faults.len() == MOST_LINES {
                return Err(Bad::whole(CsvReason::TooManyLines).most(MOST_LINES).of_table());
            }
            if record.len() != width {
                table.faults.push(Bad::whole(CsvReason::WrongWidth).most(width).at(line));
                continue;
            }
            match read(&sheet, &record) {
                Ok(change) => table.changes.push((line, change)),
                Err(bad) => table.faults.push(bad.at(line)),
            }
        }
        Ok(table)
    }

    /// Holds the lines against the shop: the products that they change, in their order, and what the import comes to.
    fn judged(&self, db: &Db) -> Stored<(Vec<ProductRow>, ImportedProducts)> {
        let (mut rows, mut faults, mut seen_ids) = (Vec::new(), self.faults.clone(), HashSet::new());
        for (line, change) in &self.changes {
            let Change::Of { id, seen, .. } = change else { continue };
            let bad = |column: &str, reason| Bad::of(column, reason).at(*line);
            match find(db, *id)?.filter(|row| row.state != ProductState::Deleted) {
                None => faults.push(bad("id", CsvReason::NoSuchProduct)),
                Some(_) if !seen_ids.insert(*id) => faults.push(bad("id", CsvReason::SecondLine)),
                Some(row) if seen.is_some_and(|seen| seen != row.updated_at) => {
                    faults.push(bad("updatedAt", CsvReason::Changed));
                }
                Some(row) => rows.push(row),
            }
        }
        faults.sort_by_key(|fault| fault.line);
        let fault_count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
        faults.truncate(MOST_FAULTS);
        let updated = self.changes.iter().filter(|(_, change)| matches!(change, Change::Of { .. })).count();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let created = count(self.changes.len() - updated);
        let outcome = ImportedProducts { done: false, created, updated: count(updated), faults, fault_count };
        Ok((rows, outcome))
    }

    fn write(self, writing: &mut Writing<'_>, shop: &Shop, admin: Identity) -> Result<ImportedProducts, Stop> {
        let (rows, outcome) = self.judged(writing.tx)?;
        if outcome.fault_count > 0 {
            return Err(refusal(&outcome.faults, outcome.fault_count).into());
        }
        let (total, mut rows, mut ids) = (self.changes.len(), rows.into_iter(), Vec::new());
        for (number, (_, change)) in self.changes.into_iter().enumerate() {
            ids.push(apply(writing, admin, change, &mut rows)?);
            if (number + 1) % STEP == 0 {
                tell_progress(shop, admin, number + 1, total);
            }
        }
        let done = ImportedProducts { done: true, ..outcome };
        let counts = json!({"created": done.created, "updated": done.updated});
        audit::record(writing, admin, "import_products", (AuditTarget::Product, 0), &(), &counts)?;
        tell(writing, ids);
        Ok(done)
    }
}

/// Writes what a line asks for and gives the product's id.
fn apply(
    writing: &Writing<'_>,
    admin: Identity,
    change: Change,
    rows: &mut impl Iterator<Item = ProductRow>,
) -> Result<i64, Stop> {
    let (tx, now) = (writing.tx, writing.now);
    match change {
        Change::New(new) => Ok(create(tx, &new, now)?),
        Change::Of { id, cells, .. } => {
            let row = rows.next().ok_or(ErrorCode::ProductNotFound)?;
            let at = later(now, row.updated_at);
            let before = kept_all(tx, vec![row.clone()], now)?.remove(0);
            edit(tx, id, &cells.onto(row), now)?;
            changed(tx, &find(tx, id)?.ok_or(ErrorCode::ProductNotFound)?, at)?;
            act::record(writing, admin, &before, &kept(tx, id, now)?)?;
            Ok(id)
        }
    }
}

/// Progress is no promise: it is told while the transaction is still open.
fn tell_progress(shop: &Shop, admin: Identity, done: usize, total: usize) {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let event = ShopEvent::ImportProgress { done: count(done), total: count(total) };
    shop.events().send(Notice { audience: Audience::User(admin.user_id), event });
}

fn tell(writing: &mut Writing<'_>, ids: Vec<i64>) {
    if ids.len() > MOST_EVENTS {
        writing.effects.tell_all(ShopEvent::Missed {});
        return;
    }
    for product_id in ids {
        writing.effects.tell_all(ShopEvent::Product { product_id });
    }
}
