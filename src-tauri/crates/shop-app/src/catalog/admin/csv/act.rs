//! The audit entries of an import: only products that really changed are recorded.

use serde_json::{Map, Value, json};
use shop_store::StoreResult;

use crate::audit;
use crate::runtime::{Principal, Writing};
use shop_contract::{AdminProduct, AuditTarget, operation};

/// This field changes with every edit and is not recorded by itself.
const INSTANT: &str = "updatedAt";

/// Records the changes of a product; nothing if it is unchanged.
pub(super) fn record(
    writing: &Writing<'_>,
    admin: Principal,
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

/// The fields that differ, from both maps; null if one map lacks the field.
fn differing(before: Map<String, Value>, after: Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let all = before.keys().chain(after.keys()).filter(|field| *field != INSTANT);
    let other: Vec<_> = all.filter(|field| before.get(*field) != after.get(*field)).cloned().collect();
    let of = |fields: &Map<String, Value>| {
        other.iter().map(|field| (field.clone(), fields.get(field).cloned().unwrap_or_default())).collect()
    };
    (of(&before), of(&after))
}
