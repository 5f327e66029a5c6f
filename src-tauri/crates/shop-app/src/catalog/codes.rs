//! Codes of goods that are free to be borne. The store holds that a code in use is unique; here its holder is named.

use std::collections::HashSet;

use shop_domain::catalog::{CodeKind, Codes};
use shop_store::Db;
use shop_store::product::{CodeTaken, Holder, NewProduct, in_use, taken_meanwhile};

use crate::runtime::WorkError;
use shop_contract::{Conflict, ShopError};

/// Why a code is refused that is stated twice for one product.
pub(super) const TWICE: &str = "given twice";

/// Refuses codes that something else than `holder` bears.
///
/// # Errors
/// `CONFLICT` with the code and what bears it.
pub(super) fn ensure_free(db: &Db, holder: Option<Holder>, codes: &Codes) -> Result<(), WorkError> {
    for kind in CodeKind::ALL {
        let Some(code) = codes.of(*kind) else { continue };
        if let Some(taken) = in_use(db, *kind, code)?.filter(|taken| Some(taken.row.holder) != holder) {
            return Err(refusal(taken).into());
        }
    }
    Ok(())
}

/// As [`ensure_free`], for a new product with its options.
///
/// # Errors
/// `CONFLICT` with the code and what bears it.
pub(super) fn ensure_all_free(db: &Db, new: &NewProduct) -> Result<(), WorkError> {
    let options = new.options.iter().map(|option| &option.codes);
    std::iter::once(&new.codes).chain(options).try_for_each(|codes| ensure_free(db, None, codes))
}

/// As [`ensure_free`], for a deleted product that comes back with its codes.
///
/// # Errors
/// `CONFLICT` with the code and what bears it.
pub(super) fn ensure_still_free(db: &Db, product_id: i64) -> Result<(), WorkError> {
    taken_meanwhile(db, product_id)?.map_or(Ok(()), |taken| Err(refusal(taken).into()))
}

/// Refuses a code that a new product states twice, for itself or its options.
///
/// # Errors
/// `INVALID_INPUT`, naming the field.
pub(super) fn ensure_distinct(product: &Codes, options: &[&Codes]) -> Result<(), ShopError> {
    let mut seen = HashSet::new();
    for codes in std::iter::once(product).chain(options.iter().copied()) {
        for kind in CodeKind::ALL {
            let Some(code) = codes.of(*kind) else { continue };
            if !seen.insert((*kind, code.to_ascii_lowercase())) {
                let field = if *kind == CodeKind::Sku { "options.sku" } else { "options.barcode" };
                return Err(ShopError::invalid(field, TWICE));
            }
        }
    }
    Ok(())
}

fn refusal(taken: CodeTaken) -> ShopError {
    let CodeTaken { row, product_name } = taken;
    Conflict::CodeTaken {
        code_kind: row.kind.into(),
        code: row.code,
        product_id: row.holder.product_id,
        product_name,
        product_option_id: row.holder.option_id,
    }
    .into()
}
