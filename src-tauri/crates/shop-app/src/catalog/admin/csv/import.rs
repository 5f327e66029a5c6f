//! Imports a table: all or nothing, in one transaction, and with all bad lines reported at once. The table is parsed
//! before the write transaction, which only looks up ids and writes rows.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::json;
use shop_domain::limits::REASON;
use shop_domain::user::parse_text;
use shop_store::product::{add_option, create, edit, edit_option, follow_options, names};
use shop_store::setting::{read, write};
use shop_store::{Db, StoreResult};

use super::choose::{Remembered, remember};
use super::fault::refusal;
use super::judge::judge;
use super::line::Change;
use super::plan::{OptionPlan, Plan};
use super::source::Source;
use super::table::{Choice, Table};
use super::{act, stock};
use crate::audit;
use crate::catalog::admin::edit::later;
use crate::catalog::admin::view::StockFacts;
use crate::context::AdminCall;
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{Audience, Notice, Principal, WorkError, Writing};
use crate::setting;
use shop_contract::{AuditTarget, ErrorCode, ImportProducts, ImportedProducts, ShopError, ShopEvent, operation};

/// Lines between two progress events to the admin.
const STEP: usize = 1_000;
/// Above this number of changes, one event tells clients to reload instead of one event for each product.
const MOST_EVENTS: usize = 100;
/// The reason of the stock change if the request has none.
const STOCK_REASON: &str = "CSV";

/// Imports a table, or with a dry run reports what the import would do.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` above 64 MiB; `INVALID_INPUT` for a table that cannot be read, and, unless it is a dry run,
/// for one with a bad line, with `faults` and `faultCount` in the details; as any write.
pub async fn import_products(call: AdminCall, request: ImportProducts) -> Result<ImportedProducts, ShopError> {
    let admin = call.admin();
    let is_dry = request.dry_run.unwrap_or(false);
    let sets_stock = request.set_stock.unwrap_or(false);
    let stock_reason = parse_text(request.stock_reason.as_deref().unwrap_or(STOCK_REASON), REASON)
        .map_err(|fault| ShopError::invalid("stockReason", &fault.to_string()))?;
    let kept = call.read(|db| Ok(read::<Vec<Remembered>>(db, setting::IMPORT_COLUMNS)?.unwrap_or_default())).await?;
    let request = Arc::new(request);
    let (typed, zone) = (Arc::clone(&request), call.shop.zone());
    let table = tokio::task::spawn_blocking(move || {
        let source = Source::of(&typed)?;
        Table::read(source, typed.columns.as_deref(), &kept, zone).map(|table| (table, kept))
    });
    let (table, kept) = table.await.map_err(|error| call.internal(&error.to_string()))??;
    let (table, existing_names) =
        call.read(move |db| Ok(existing_names(db, &table)?).map(|count| (table, count))).await?;
    if is_dry {
        return call.read(move |db| Ok(judge(&table, db, sets_stock, existing_names)?.outcome)).await;
    }
    let import = Import { table, admin, stock_reason: sets_stock.then_some(stock_reason), existing_names, kept };
    let shop = Arc::clone(&call.shop);
    let work = move |writing: &mut Writing<'_>| import.write(writing, &shop);
    let done = call.write(operation::import_products, &*request, LockKey::Shop, work).await?;
    call.shop.popularity.forget_answers();
    Ok(done)
}

/// The number of new products whose name already exists, which indicates a repeated import. Reads all names, so it runs
/// before the write transaction.
fn existing_names(db: &Db, table: &Table) -> StoreResult<i64> {
    let new: Vec<&str> = table
        .changes
        .iter()
        .filter_map(|(_, change)| match change {
            Change::New(new) => Some(new.name.as_str()),
            Change::Of(_) => None,
        })
        .collect();
    if new.is_empty() {
        return Ok(0);
    }
    let there: HashSet<String> = names(db)?.into_iter().collect();
    let count = new.into_iter().filter(|name| there.contains(*name)).count();
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A table that is ready to be written.
struct Import {
    table: Table,
    admin: Principal,
    /// The reason of the stock change, if stock is set.
    stock_reason: Option<String>,
    existing_names: i64,
    kept: Vec<Remembered>,
}

impl Import {
    fn write(&self, writing: &mut Writing<'_>, shop: &Shop) -> Result<ImportedProducts, WorkError> {
        let Self { table, admin, stock_reason, existing_names, kept } = self;
        let judged = judge(table, writing.tx, stock_reason.is_some(), *existing_names)?;
        let outcome = judged.outcome;
        if outcome.fault_count > 0 {
            return Err(refusal(&outcome.faults, outcome.fault_count).into());
        }
        let (total, mut plans, mut ids) = (table.changes.len(), judged.plans.into_iter(), Vec::new());
        for (number, (_, change)) in table.changes.iter().enumerate() {
            ids.extend(apply(writing, *admin, change, &mut plans)?);
            if (number + 1) % STEP == 0 {
                tell_progress(shop, *admin, number + 1, total);
            }
        }
        let is_told = ids.len() + judged.levels.len() <= MOST_EVENTS;
        if let Some(reason) = stock_reason {
            for level in &judged.levels {
                stock::set(writing, *admin, level, reason, is_told)?;
            }
        }
        if let Some(Choice { headers, columns }) = &table.choice
            && let Some(kept) = remember(kept, headers, columns)
        {
            write(writing.tx, setting::IMPORT_COLUMNS, &kept, writing.now)?;
        }
        let stock_set = stock_reason.is_some() && outcome.stock_change_count > 0;
        let done = ImportedProducts { done: true, stock_set, ..outcome };
        let counts = json!({"created": done.created, "updated": done.updated, "unchanged": done.unchanged});
        audit::record(writing, *admin, operation::import_products, (AuditTarget::Product, 0), &(), &counts)?;
        tell(writing, ids, is_told);
        Ok(done)
    }
}

/// Writes the change of a line and returns the product's id; `None` if the line changes nothing.
fn apply(
    writing: &Writing<'_>,
    admin: Principal,
    change: &Change,
    plans: &mut impl Iterator<Item = Option<Plan>>,
) -> Result<Option<i64>, WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let plan = match change {
        Change::New(new) => return Ok(Some(create(tx, new, now)?)),
        Change::Of(_) => plans.next().ok_or(ErrorCode::ProductNotFound)?,
    };
    let Some(Plan { row, edit: wanted, options }) = plan else { return Ok(None) };
    let (id, at) = (row.id, later(now, row.updated_at));
    let stock = StockFacts::read(tx, &[id])?;
    let before = stock.view(row.clone(), now);
    let mut product = match wanted {
        Some(wanted) => edit(tx, row, &wanted, now, at)?,
        None => row,
    };
    if !options.is_empty() {
        for option in options {
            match option {
                OptionPlan::Add(new) => {
                    add_option(tx, id, &new, now)?;
                }
                OptionPlan::Edit(option_id, wanted) if edit_option(tx, id, option_id, &wanted, now)? => {}
                OptionPlan::Edit(..) => return Err(ErrorCode::NotFound.into()),
            }
        }
        product = follow_options(tx, product, now, at)?;
    }
    act::record(writing, admin, &before, &stock.view(product, now))?;
    Ok(Some(id))
}

/// Sends a progress event. The transaction is still open and may fail later.
fn tell_progress(shop: &Shop, admin: Principal, done: usize, total: usize) {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let event = ShopEvent::ImportProgress { done: count(done), total: count(total) };
    shop.events().send(Notice { audience: Audience::User(admin.user_id), event });
}

fn tell(writing: &mut Writing<'_>, ids: Vec<i64>, is_told: bool) {
    if !is_told {
        writing.effects.tell_all(ShopEvent::Missed {});
        return;
    }
    for product_id in ids {
        writing.effects.tell_all(ShopEvent::Product { product_id });
    }
}
