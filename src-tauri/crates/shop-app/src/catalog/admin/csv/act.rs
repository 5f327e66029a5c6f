//! What an import does to each product, for the audit log: of a hundred thousand products only what has become another.

use serde_json::{Map, Value, json};
use shop_store::StoreResult;

use crate::audit;
use crate::runtime::{Identity, Writing};
use shop_contract::{AdminProduct, AuditTarget, operation};

/// Changes with every edit, and is no news by itself.
const INSTANT: &str = "updatedAt";

/// Writes down how a product was changed; nothing for one that is as it was.
pub(super) fn record(
    writing: &Writing<'_>,
    admin: Identity,
    before: &AdminProduct,
    after: &AdminProduct,
) -> StoreResult<()> {
    let (was, is) = differing(fields(before), fields(after));
    if was.is_empty() {
        return Ok(());
    }
    audit::record(writing, admin, operation::import_products, (AuditTarget::Product, after.id), &was, &is)
}

fn fields(product: &AdminProduct) -> Map<String, Value> {
    match json!(product) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// The fields that are not the same, in both; null where one lacks it.
fn differing(before: Map<String, Value>, after: Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let all = before.keys().chain(after.keys()).filter(|field| *field != INSTANT);
    let other: Vec<_> = all.filter(|field| before.get(*field) != after.get(*field)).cloned().collect();
    let of = |fields: &Map<String, Value>| {
        other.iter().map(|field| (field.clone(), fields.get(field).cloned().unwrap_or_default())).collect()
    };
    (of(&before), of(&after))
}
