//! Changes of a product by an admin. Each takes the product as it was loaded and returns it as it is stored after the
//! change, so that it is not read twice. Each keeps the search index and the price that orders lists up to date; stock
//! levels belong to `stock`.

use chrono::{DateTime, Utc};
use rusqlite::Params;
use shop_domain::Won;
use shop_domain::catalog::{Codes, OptionState, ProductState, Sale, price_now, replace_main_picture};

use super::code::{Holder, bring_back_codes, set_codes, with_codes, withdraw_codes};
use super::read::{ProductRow, read, with_options};
use super::statements::product_columns;
use crate::column;
use crate::db::{StoreResult, Tx};
use crate::error::StoreError;
use crate::search;
use crate::time::Stamp;

/// The new values of a product; its texts have been checked. The picture is set separately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Korean name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Korean description.
    pub description: String,
    /// The Korean description as sanitized HTML, of which `description` is the text; empty removes it. `None` leaves it where
    /// `description` does not differ, and removes it otherwise.
    pub description_html: Option<String>,
    /// English description.
    pub description_en: Option<String>,
    /// Category code.
    pub category: String,
    /// Price of a unit without a sale; ignored for a product with options.
    pub price: Won,
    /// Units that one customer may buy.
    pub limited_quantity: Option<i64>,
    /// The sale.
    pub sale: Option<Sale>,
    /// The stock at which it counts as low; that of the shop if `None`.
    pub low_stock_threshold: Option<i64>,
    /// Its codes, which no other product bears.
    pub codes: Codes,
    /// State; unchanged if `None`.
    pub state: Option<ProductState>,
}

/// The new values of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionEdit {
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Price of a unit without a sale.
    pub price: Won,
    /// State.
    pub state: OptionState,
    /// Its codes, which no other product bears.
    pub codes: Codes,
}

/// Edits a loaded product and sets its `updated_at`: one UPDATE, and one write of the search index if a text differs.
/// Returns the product as it is stored now.
pub fn edit(
    tx: &Tx<'_>,
    product: ProductRow,
    edit: &Edit,
    now: DateTime<Utc>,
    updated_at: DateTime<Utc>,
) -> StoreResult<ProductRow> {
    let sale = edit.sale;
    let price = if product.options.is_empty() { edit.price } else { product.list_price };
    let is_same_text = has_texts_of(&product, edit);
    let params = (
        product.id,
        &edit.name,
        &edit.name_en,
        &edit.description,
        &edit.description_en,
        &edit.category,
        price.get(),
        edit.limited_quantity,
        sale.map(|sale| sale.rate().get()),
        sale.map(|sale| Stamp(sale.begins_at())),
        sale.map(|sale| Stamp(sale.ends_at())),
        price_now(price, sale.as_ref(), now).get(),
        edit.state.map(ProductState::as_str),
        Stamp(updated_at),
        &edit.description_html,
        edit.low_stock_threshold,
    );
    if edit.codes != product.codes {
        set_codes(tx, Holder { product_id: product.id, option_id: None }, &edit.codes, now)?;
    }
    let edited = ProductRow { options: product.options, codes: edit.codes.clone(), ..update(tx, EDIT, params)? };
    if !is_same_text {
        index_words(tx, &edited)?;
    }
    Ok(edited)
}

/// Updates a loaded product after a change of its options: its price, which is the lowest of theirs, its `updated_at`, and
/// the search index. Returns the product as it is stored now.
pub fn follow_options(
    tx: &Tx<'_>,
    product: ProductRow,
    now: DateTime<Utc>,
    updated_at: DateTime<Utc>,
) -> StoreResult<ProductRow> {
    let product = with_options(tx, vec![ProductRow { options: Vec::new(), ..product }])?;
    let product = with_codes(tx, product)?.remove(0);
    let (price, _) = product.price_range();
    let order_price = price_now(price, product.sale.as_ref(), now);
    let params = (product.id, Stamp(updated_at), price.get(), order_price.get());
    let updated = ProductRow { options: product.options, codes: product.codes, ..update(tx, FOLLOW_OPTIONS, params)? };
    index_words(tx, &updated)?;
    Ok(updated)
}

/// Sets or removes the main picture of a loaded product. Returns the product as it is stored now.
pub fn set_image(
    tx: &Tx<'_>,
    product: ProductRow,
    image: Option<&str>,
    updated_at: DateTime<Utc>,
) -> StoreResult<ProductRow> {
    let images = replace_main_picture(product.images(), image.map(str::to_owned));
    set_images(tx, product, &images, updated_at)
}

/// Sets the pictures of a loaded product, the main one first. Returns the product as it is stored now.
pub fn set_images(
    tx: &Tx<'_>,
    product: ProductRow,
    images: &[String],
    updated_at: DateTime<Utc>,
) -> StoreResult<ProductRow> {
    let more = images.get(1..).filter(|more| !more.is_empty()).map(column::text_list_value);
    let params = (product.id, Stamp(updated_at), images.first(), more);
    Ok(ProductRow { options: product.options, codes: product.codes, ..update(tx, SET_IMAGES, params)? })
}

/// Deletes a loaded product, stores its former state and frees its codes. Returns the product as it is stored now.
///
/// # Errors
/// [`StoreError::NotOneRow`] if it is deleted already.
pub fn delete(tx: &Tx<'_>, product: ProductRow, updated_at: DateTime<Utc>) -> StoreResult<ProductRow> {
    let params = (product.id, Stamp(updated_at));
    let deleted = ProductRow { options: product.options, codes: product.codes, ..update(tx, DELETE, params)? };
    withdraw_codes(tx, deleted.id, None, updated_at)?;
    Ok(deleted)
}

/// Gives a loaded, deleted product its former state and its codes. Returns the product as it is stored now.
///
/// # Errors
/// [`StoreError::NotOneRow`] if it is not deleted.
pub fn restore(tx: &Tx<'_>, product: ProductRow, updated_at: DateTime<Utc>) -> StoreResult<ProductRow> {
    let params = (product.id, Stamp(updated_at));
    let restored = ProductRow { options: product.options, codes: product.codes, ..update(tx, RESTORE, params)? };
    bring_back_codes(tx, restored.id, updated_at)?;
    Ok(restored)
}

const EDIT: &str = concat!(
    "UPDATE product SET name = ?2, name_en = ?3, description = ?4, description_en = ?5, category = ?6, price = ?7,
                        limited_quantity = ?8, sale_rate = ?9, sale_begins_at = ?10, sale_ends_at = ?11,
                        list_order_price = ?12, state = coalesce(?13, state), updated_at = ?14,
                        description_html = CASE WHEN ?15 IS NOT NULL THEN nullif(?15, '')
                                                WHEN description = ?4 THEN description_html END,
                        low_stock_threshold = ?16
     WHERE id = ?1 RETURNING ",
    product_columns!("product", "product.description_html")
);
const FOLLOW_OPTIONS: &str = concat!(
    "UPDATE product SET updated_at = ?2, price = ?3, list_order_price = ?4 WHERE id = ?1 RETURNING ",
    product_columns!("product", "product.description_html")
);
const SET_IMAGES: &str = concat!(
    "UPDATE product SET updated_at = ?2, image = ?3, more_images = ?4 WHERE id = ?1 RETURNING ",
    product_columns!("product", "product.description_html")
);
const DELETE: &str = concat!(
    "UPDATE product SET updated_at = ?2, state_before = state, state = 'DELETED'
     WHERE id = ?1 AND state <> 'DELETED' RETURNING ",
    product_columns!("product", "product.description_html")
);
const RESTORE: &str = concat!(
    "UPDATE product SET updated_at = ?2, state = coalesce(state_before, 'NORMAL'), state_before = NULL
     WHERE id = ?1 AND state = 'DELETED' RETURNING ",
    product_columns!("product", "product.description_html")
);

/// Runs an UPDATE of exactly one product; returns the row, without options.
fn update(tx: &Tx<'_>, sql: &'static str, params: impl Params) -> StoreResult<ProductRow> {
    tx.row(sql, params, read)?.ok_or(StoreError::NotOneRow { changed: 0, statement: sql })
}

fn has_texts_of(product: &ProductRow, edit: &Edit) -> bool {
    product.name == edit.name && product.name_en == edit.name_en && product.category == edit.category
}

/// Indexes the texts of a product.
pub(super) fn index_words(tx: &Tx<'_>, product: &ProductRow) -> StoreResult<()> {
    let mut texts = vec![product.name.as_str(), product.name_en.as_deref().unwrap_or_default(), &product.category];
    for option in &product.options {
        texts.extend([option.name.as_str(), option.name_en.as_deref().unwrap_or_default()]);
    }
    search::index(tx, product.id, &texts)
}

/// Edits an option of a product, also a deleted one; returns whether there is one. Call [`follow_options`] after it.
pub fn edit_option(tx: &Tx<'_>, product_id: i64, id: i64, edit: &OptionEdit, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE product_option SET name = ?3, name_en = ?4, price = ?5, state = ?6, updated_at = ?7
         WHERE id = ?1 AND product_id = ?2",
        (id, product_id, &edit.name, &edit.name_en, edit.price.get(), edit.state.as_str(), Stamp(now)),
    )?;
    match edit.state {
        _ if changed == 0 => {}
        OptionState::Deleted => withdraw_codes(tx, product_id, Some(id), now)?,
        _ => set_codes(tx, Holder { product_id, option_id: Some(id) }, &edit.codes, now)?,
    }
    Ok(changed == 1)
}
