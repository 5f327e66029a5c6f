//! Notices for customers that wait for what is sold out. A job looks for what is in stock again, so that no sale, cancellation
//! or count has to; each request is answered once.

use std::sync::Arc;

use shop_domain::catalog::{OptionState, ProductState, RestockState, request_restock};
use shop_store::product::{ProductRow, find};
use shop_store::restock::{self, RestockRow};

use super::view::image_url;
use crate::context::{Shop, UserCall};
use crate::paging::Listing;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;
use shop_contract::{
    ById, Done, ErrorCode, ListPage, RequestRestockNotice, RestockNotice, RestockNoticePage, RestockNoticeState,
    ShopError, ShopEvent, operation,
};

/// The caller's requests that wait or were answered, latest first.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list.
pub async fn list_restock_notices(call: UserCall, request: ListPage) -> Result<RestockNoticePage, ShopError> {
    let user_id = call.user_id();
    let listing = Listing::new("restock notices", &user_id, request.limit)?;
    let before = listing.after(request.cursor.as_deref())?;
    call.read(move |db| {
        let rows = restock::page(db, user_id, before, listing.fetch())?;
        let (rows, next_cursor) = listing.page(rows, |row| row.id);
        Ok(RestockNoticePage { items: rows.into_iter().map(view).collect(), next_cursor })
    })
    .await
}

/// Asks for a notice when something is in stock again; a request that waits already is the answer.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`, also for what is no longer sold, for an option of another product, and if the product has options
/// and none is named; `CONFLICT` for what can be bought now; `INVALID_INPUT` if 100 wait; as any write.
pub async fn request_restock_notice(call: UserCall, request: RequestRestockNotice) -> Result<RestockNotice, ShopError> {
    let user_id = call.user_id();
    let (product_id, option_id) = (request.product_id, request.product_option_id);
    call.write(operation::request_restock_notice, &request, LockKey::User(user_id), move |writing| {
        let tx = writing.tx;
        let product = find(tx, product_id)?.ok_or(ErrorCode::ProductNotFound)?;
        let available = offered(&product, option_id);
        let waiting = restock::waiting_count(tx, user_id)?;
        request_restock(product.state, available.is_some(), available.unwrap_or_default(), waiting)
            .map_err(ShopError::from)?;
        let id = restock::add(tx, user_id, product_id, option_id, writing.now)?;
        Ok(view(restock::find(tx, id)?.ok_or(ErrorCode::NotFound)?))
    })
    .await
}

/// Withdraws a request that waits, or removes one that was answered.
///
/// # Errors
/// `NOT_FOUND`, also for another customer's; as any write.
pub async fn withdraw_restock_notice(call: UserCall, request: ById) -> Result<Done, ShopError> {
    let user_id = call.user_id();
    let id = request.id;
    call.write(operation::withdraw_restock_notice, &request, LockKey::User(user_id), move |writing| {
        if !restock::withdraw(writing.tx, user_id, id, writing.now)? {
            return Err(ErrorCode::NotFound.into());
        }
        Ok(Done {})
    })
    .await
}

/// Tells customers of what is in stock again, at most `limit` of them; returns how many.
pub async fn notify_restocked(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if shop.read(|db| restock::due(db, 1))?.is_empty() {
        return Ok(0);
    }
    shop.write(LockKey::Shop, move |writing| {
        let mut told = 0;
        for row in restock::due(writing.tx, limit)? {
            if restock::mark_notified(writing.tx, row.id, writing.now)? {
                told += 1;
                let RestockRow { id, user_id, product_id, product_name, product_name_en, .. } = row;
                let event = ShopEvent::Restock { notice_id: id, product_id, product_name, product_name_en };
                writing.effects.tell(user_id, event);
            }
        }
        Ok(told)
    })
    .await
}

/// The units of what is asked for; `None` if it is not offered.
fn offered(product: &ProductRow, option_id: Option<i64>) -> Option<i64> {
    if product.state == ProductState::Deleted {
        return None;
    }
    let Some(id) = option_id else { return product.options.is_empty().then_some(product.own_stock) };
    let option = product.options.iter().find(|option| option.id == id && option.state == OptionState::Normal);
    option.map(|option| option.available_quantity)
}

fn view(row: RestockRow) -> RestockNotice {
    RestockNotice {
        id: row.id,
        product_id: row.product_id,
        product_option_id: row.option_id,
        product_name: row.product_name,
        product_name_en: row.product_name_en,
        option_name: row.option_name,
        option_name_en: row.option_name_en,
        image_url: image_url(row.image.as_deref()),
        state: if row.state == RestockState::Waiting {
            RestockNoticeState::Waiting
        } else {
            RestockNoticeState::Notified
        },
        created_at: row.created_at,
        notified_at: row.notified_at,
    }
}
