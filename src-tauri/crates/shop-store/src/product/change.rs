//! Changes of a product by an admin. Each keeps the search index and the price that orders lists up to date; stock
//! levels belong to `stock`.

use chrono::{DateTime, Utc};
use shop_domain::Won;
use shop_domain::catalog::{OptionState, ProductState, Sale, price_now};

use super::read::ProductRow;
use crate::db::{Stored, Tx};
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
    /// English description.
    pub description_en: Option<String>,
    /// Category code.
    pub category: String,
    /// Price of a unit without a sale.
    pub price: Won,
    /// Units that one customer may buy.
    pub limited_quantity: Option<i64>,
    /// The sale.
    pub sale: Option<Sale>,
    /// State; unchanged if `None`.
    pub state: Option<ProductState>,
}

/// The new values of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionEdit {
    /// Name.
    pub name: String,
    /// Price of a unit without a sale.
    pub price: Won,
    /// State.
    pub state: OptionState,
}

/// Changes a product.
pub fn edit(tx: &Tx<'_>, id: i64, edit: &Edit, now: DateTime<Utc>) -> Stored<()> {
    let sale = edit.sale;
    tx.change_one(
        "UPDATE product SET name = ?2, name_en = ?3, description = ?4, description_en = ?5, category = ?6, price = ?7,
                            limited_quantity = ?8, sale_rate = ?9, sale_begins_at = ?10, sale_ends_at = ?11,
                            list_order_price = ?12, state = coalesce(?13, state)
         WHERE id = ?1",
        (
            id,
            &edit.name,
            &edit.name_en,
            &edit.description,
            &edit.description_en,
            &edit.category,
            edit.price.get(),
            edit.limited_quantity,
            sale.map(|sale| sale.rate().get()),
            sale.map(|sale| Stamp(sale.begins_at())),
            sale.map(|sale| Stamp(sale.ends_at())),
            price_now(edit.price, sale.as_ref(), now).get(),
            edit.state.map(ProductState::as_str),
        ),
    )
}

/// Says that a product was changed at `now`: it gets the instant, and is found by the texts that it has now.
pub fn changed(tx: &Tx<'_>, product: &ProductRow, now: DateTime<Utc>) -> Stored<()> {
    tx.change_one("UPDATE product SET updated_at = ?2 WHERE id = ?1", (product.id, Stamp(now)))?;
    index_words(tx, product)
}

/// Makes a product findable by the texts that it has now.
pub(super) fn index_words(tx: &Tx<'_>, product: &ProductRow) -> Stored<()> {
    let mut texts = vec![product.name.as_str(), product.name_en.as_deref().unwrap_or_default(), &product.category];
    texts.extend(product.options.iter().map(|option| option.name.as_str()));
    search::index(tx, product.id, &texts)
}

/// Gives a product a picture, or none.
pub fn set_image(tx: &Tx<'_>, id: i64, image: Option<&str>) -> Stored<()> {
    tx.change_one("UPDATE product SET image = ?2 WHERE id = ?1", (id, image))
}

/// Takes a product out of the shop; it remembers what it was.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] for one that is deleted already.
pub fn delete(tx: &Tx<'_>, id: i64) -> Stored<()> {
    tx.change_one(
        "UPDATE product SET state_before = state, state = 'DELETED' WHERE id = ?1 AND state <> 'DELETED'",
        [id],
    )
}

/// Puts a deleted product back as it was.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] for one that is not deleted.
pub fn restore(tx: &Tx<'_>, id: i64) -> Stored<()> {
    tx.change_one(
        "UPDATE product SET state = coalesce(state_before, 'NORMAL'), state_before = NULL
         WHERE id = ?1 AND state = 'DELETED'",
        [id],
    )
}

/// Changes an option of a product, also one that is deleted; says whether there is one.
pub fn edit_option(tx: &Tx<'_>, product_id: i64, id: i64, edit: &OptionEdit, now: DateTime<Utc>) -> Stored<bool> {
    let changed = tx.change(
        "UPDATE product_option SET name = ?3, price = ?4, state = ?5, updated_at = ?6 WHERE id = ?1 AND product_id = ?2",
        (id, product_id, &edit.name, edit.price.get(), edit.state.as_str(), Stamp(now)),
    )?;
    Ok(changed == 1)
}
