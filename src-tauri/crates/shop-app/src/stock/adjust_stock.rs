//! An admin's change of a stock level. The change is computed from the level under the lock, so that an absolute count
//! does not overwrite concurrent sales.

use serde_json::json;
use shop_domain::catalog::ProductState;
use shop_domain::limits::{MAX_STOCK, REASON};
use shop_domain::stock::{self as domain, AdjustmentRefusal};
use shop_domain::user::parse_text;
use shop_store::product::{ProductRow, find};
use shop_store::stock::{LevelChange, adjust, create, level};

use crate::audit;
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{
    AdjustStock, AdjustmentType, AuditTarget, Conflict, ErrorCode, ErrorDetails, ShopError, ShopEvent, StockAdjusted,
    operation,
};

/// Changes a stock level.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PRODUCT_NOT_FOUND`, also for a deleted product, for an option of another
/// product, and if the product has options and none is named; `CONFLICT` with both levels, if it is not the one that was
/// seen; `INVALID_STOCK_ADJUSTMENT` with the level, if it would go below 0 or above a billion; as any write.
pub async fn adjust_stock(call: AdminCall, request: AdjustStock) -> Result<StockAdjusted, ShopError> {
    let admin = call.admin();
    let wanted = Wanted::parse(&request, admin)?;
    call.write(operation::adjust_stock, &request, LockKey::Stock(request.id), move |writing| wanted.write(writing))
        .await
}

struct Wanted {
    admin: Principal,
    product_id: i64,
    option_id: Option<i64>,
    kind: domain::AdjustmentType,
    quantity: i64,
    seen: Option<i64>,
    reason: String,
}

impl Wanted {
    fn parse(request: &AdjustStock, admin: Principal) -> Result<Self, ShopError> {
        let kind = match request.kind {
            AdjustmentType::Increase => domain::AdjustmentType::Increase,
            AdjustmentType::Decrease => domain::AdjustmentType::Decrease,
            AdjustmentType::Set => domain::AdjustmentType::Set,
        };
        if !kind.allows(request.quantity) {
            return Err(ShopError::invalid("quantity", "1 to 1,000,000; 0 to 1,000,000,000 with SET"));
        }
        let seen = request.seen_quantity;
        if seen.is_some_and(|seen| !(0..=MAX_STOCK).contains(&seen) || kind != domain::AdjustmentType::Set) {
            return Err(ShopError::invalid("seenQuantity", "0 to 1,000,000,000, only with SET"));
        }
        let reason =
            parse_text(&request.reason, REASON).map_err(|fault| ShopError::invalid("reason", &fault.to_string()))?;
        let (product_id, option_id) = (request.id, request.product_option_id);
        Ok(Self { admin, product_id, option_id, kind, quantity: request.quantity, seen, reason })
    }

    fn write(&self, writing: &mut Writing<'_>) -> Result<StockAdjusted, WorkError> {
        let (tx, now) = (writing.tx, writing.now);
        let (product_id, option_id) = (self.product_id, self.option_id);
        let product = find(tx, product_id)?.ok_or(ErrorCode::ProductNotFound)?;
        if !self.has_level(&product) {
            return Err(ErrorCode::ProductNotFound.into());
        }
        let before = match level(tx, product_id, option_id)? {
            Some(level) => level,
            // A product that was created with options and lost them all has no stock row of its own yet.
            None => create(tx, product_id, option_id, 0, now).map(|_| 0)?,
        };
        let adjustment = domain::adjust_seen(before, self.seen, self.kind, self.quantity)
            .map_err(|refusal| refused(refusal, self.seen, before))?;
        let kind = self.kind.movement();
        let actor_id = self.admin.user_id;
        adjust(tx, &LevelChange { product_id, option_id, kind, adjustment, reason: &self.reason, actor_id }, now)?;
        self.note(writing, adjustment)?;
        Ok(StockAdjusted {
            product_id,
            product_option_id: option_id,
            before: adjustment.before,
            after: adjustment.after,
        })
    }

    /// The stock of a product with options is counted by option; otherwise by product.
    fn has_level(&self, product: &ProductRow) -> bool {
        let fits = match self.option_id {
            None => product.options.is_empty(),
            Some(id) => product.options.iter().any(|option| option.id == id),
        };
        fits && product.state != ProductState::Deleted
    }

    fn note(&self, writing: &mut Writing<'_>, done: domain::Adjustment) -> Result<(), WorkError> {
        let (product_id, product_option_id) = (self.product_id, self.option_id);
        let level = |units: i64| json!({"productOptionId": product_option_id, "availableQuantity": units});
        let mut after = level(done.after);
        after["reason"] = json!(self.reason);
        let target = (AuditTarget::Product, product_id);
        audit::record(writing, self.admin, operation::adjust_stock, target, &level(done.before), &after)?;
        writing.effects.tell_all(ShopEvent::Stock { product_id, product_option_id, available_quantity: done.after });
        Ok(())
    }
}

fn refused(refusal: AdjustmentRefusal, seen: Option<i64>, available: i64) -> ShopError {
    match refusal {
        AdjustmentRefusal::InvalidQuantity => ShopError::invalid("quantity", "out of range"),
        AdjustmentRefusal::LevelMoved => {
            Conflict::StockMoved { seen_quantity: seen.unwrap_or(available), available_quantity: available }.into()
        }
        AdjustmentRefusal::LevelOutOfRange => ErrorDetails::InvalidStockAdjustment { available }.into(),
    }
}
