//! The text of an order's receipt.

use shop_store::payment::PaymentRow;
use shop_store::seal::{covering, find};
use shop_store::{Db, StoreResult};

use super::key::SealKey;
use super::receipt::{Receipt, book_of, last_of};
use crate::context::UserCall;
use crate::runtime::WorkError;
use shop_contract::{ById, ErrorCode, OrderSeal, ShopError};

/// The seal that covers the payment of one of the caller's orders, as a text for its receipt; none before it is paid, and for
/// the few seconds until it is sealed.
///
/// # Errors
/// `ORDER_NOT_FOUND`, also for an order of another user.
pub async fn get_order_seal(call: UserCall, request: ById) -> Result<OrderSeal, ShopError> {
    let (user_id, folder) = (call.user_id(), call.shop.folder().to_owned());
    call.read(move |db| {
        let Some(receipt) = receipt(db, user_id, request.id)? else { return Ok(OrderSeal::default()) };
        // Without the key, which lies beside the books, nothing can be signed. The job that seals logs why it cannot be read, and
        // makes one where there is none.
        let text = SealKey::load(&folder).ok().flatten().map(|key| receipt.text(&key));
        Ok(OrderSeal { is_sealed: text.is_some(), number: text.is_some().then_some(receipt.seal), text })
    })
    .await
}

fn receipt(db: &Db, user_id: i64, order_id: i64) -> Result<Option<Receipt>, WorkError> {
    let order = shop_store::order::find(db, order_id)?.filter(|order| order.user_id == user_id);
    let order = order.ok_or(ErrorCode::OrderNotFound)?;
    let paid = shop_store::payment::made_for(db, &order.order_number)?;
    let Some((payment, paid_at)) = last_of(&paid).filter(|_| order.paid_at.is_some()) else { return Ok(None) };
    let sealed = seal_of(db, payment)?;
    Ok(sealed.map(|(seal, hash)| Receipt {
        order_number: order.order_number,
        total: order.total_amount.get(),
        paid_at,
        seal,
        hash,
    }))
}

fn seal_of(db: &Db, payment: &PaymentRow) -> StoreResult<Option<(i64, [u8; 32])>> {
    let Some(number) = covering(db, book_of(payment), payment.id)? else { return Ok(None) };
    Ok(find(db, number)?.map(|seal| (seal.id, seal.hash)))
}
