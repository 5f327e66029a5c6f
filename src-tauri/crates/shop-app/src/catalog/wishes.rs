//! Wish lists: products that a user marks to find them again.

use chrono::{DateTime, Utc};
use shop_domain::catalog::ProductState;
use shop_store::product::{by_ids, find};
use shop_store::wish::{WishKey, add, page, product_ids, remove};
use shop_store::{Db, StoreResult};

use super::view;
use crate::context::UserCall;
use crate::paging::Listing;
use crate::runtime::locks::LockKey;
use shop_contract::{Empty, ErrorCode, Instant, ListPage, ProductPage, ShopError, WishFor, WishIds, operation};

/// The products on the caller's wish list, latest first.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list.
pub async fn list_wishes(call: UserCall, request: ListPage) -> Result<ProductPage, ShopError> {
    let user_id = call.user_id();
    let listing = Listing::new("wishes", &user_id, request.limit)?;
    let after = listing.after(request.cursor.as_deref())?.map(|(Instant(marked_at), id)| (marked_at, id));
    let now = call.now();
    call.read(move |db| Ok(wished(db, &listing, user_id, after, now)?)).await
}

fn wished(
    db: &Db,
    listing: &Listing,
    user_id: i64,
    after: Option<WishKey>,
    now: DateTime<Utc>,
) -> StoreResult<ProductPage> {
    let (wishes, next_cursor) = listing.page(page(db, user_id, after, listing.fetch())?, |(key, _)| *key);
    let ids: Vec<i64> = wishes.into_iter().map(|(_, product_id)| product_id).collect();
    let items = by_ids(db, &ids)?.into_iter().map(|row| view::product(row, now)).collect();
    Ok(ProductPage { items, next_cursor, total_count: None })
}

/// The ids of the products on the caller's wish list, latest first.
pub async fn list_wish_ids(call: UserCall, _: Empty) -> Result<WishIds, ShopError> {
    let user_id = call.user_id();
    call.read(move |db| Ok(WishIds { product_ids: product_ids(db, user_id)? })).await
}

/// Adds a product to the wish list; no change if it is already there.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`.
pub async fn add_wish(call: UserCall, request: WishFor) -> Result<WishIds, ShopError> {
    let user_id = call.user_id();
    let id = request.product_id;
    call.write(operation::add_wish, &request, LockKey::User(user_id), move |writing| {
        let product = find(writing.tx, id)?.filter(|row| row.state != ProductState::Deleted);
        product.ok_or(ErrorCode::ProductNotFound)?;
        add(writing.tx, user_id, id, writing.now)?;
        Ok(WishIds { product_ids: product_ids(writing.tx, user_id)? })
    })
    .await
}

/// Removes a product from the wish list; no change if it is not there or the product is deleted.
pub async fn remove_wish(call: UserCall, request: WishFor) -> Result<WishIds, ShopError> {
    let user_id = call.user_id();
    let id = request.product_id;
    call.write(operation::remove_wish, &request, LockKey::User(user_id), move |writing| {
        remove(writing.tx, user_id, id, writing.now)?;
        Ok(WishIds { product_ids: product_ids(writing.tx, user_id)? })
    })
    .await
}
