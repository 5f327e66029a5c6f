//! The steps shared by all changes of one product: load the product, compare it with the version that the admin saw,
//! apply one function of the store that returns the new row, write the audit log, send the event.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use shop_domain::catalog::ProductState;
use shop_store::product::{ProductRow, find, with_codes};

use super::view::StockFacts;
use crate::audit;
use crate::context::Call;
use crate::runtime::locks::LockKey;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{AdminProduct, AuditTarget, Current, ErrorCode, Facts, ShopError, ShopEvent};

pub(super) struct Edit {
    pub(super) admin: Principal,
    pub(super) operation: &'static Facts,
    pub(super) id: i64,
    pub(super) of: Standing,
}

/// The precondition of a change.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// The product exists and is not deleted, in any version.
    There,
    /// The product exists and has not changed since this instant.
    AsOf(DateTime<Utc>),
    /// The product is deleted.
    Deleted,
}

impl Edit {
    /// Runs `change` with the loaded product and the new `updatedAt`; `change` returns the stored product, which is the
    /// answer.
    ///
    /// # Errors
    /// `PRODUCT_NOT_FOUND`; `CONFLICT` with the current product if the precondition fails; the refusals of `change`; as
    /// any write.
    pub(super) async fn perform(
        self,
        call: &Call,
        request: &impl Serialize,
        mut change: impl FnMut(&mut Writing<'_>, ProductRow, DateTime<Utc>) -> Result<ProductRow, WorkError>
        + Send
        + 'static,
    ) -> Result<AdminProduct, ShopError> {
        let key = LockKey::Stock(self.id);
        let done = call.write(self.operation, request, key, move |writing| self.write(writing, &mut change)).await?;
        call.shop.popularity.forget_answers();
        Ok(done)
    }

    fn write(
        &self,
        writing: &mut Writing<'_>,
        change: &mut impl FnMut(&mut Writing<'_>, ProductRow, DateTime<Utc>) -> Result<ProductRow, WorkError>,
    ) -> Result<AdminProduct, WorkError> {
        let (tx, now) = (writing.tx, writing.now);
        let found = find(tx, self.id)?.into_iter().collect();
        let row = with_codes(tx, found)?.pop().ok_or(ErrorCode::ProductNotFound)?;
        let stock = StockFacts::read(tx, &[self.id])?;
        let before = stock.view(row.clone(), now);
        self.of.allows(&row, &before)?;
        let updated_at = later(now, row.updated_at);
        let after = stock.view(change(writing, row, updated_at)?, now);
        audit::record(writing, self.admin, self.operation, (AuditTarget::Product, self.id), &before, &after)?;
        writing.effects.tell_all(ShopEvent::Product { product_id: self.id });
        Ok(after)
    }
}

impl Standing {
    fn allows(self, row: &ProductRow, current: &AdminProduct) -> Result<(), WorkError> {
        let is_deleted = row.state == ProductState::Deleted;
        let fits = match self {
            Self::Deleted => is_deleted,
            Self::There | Self::AsOf(_) if is_deleted => return Err(ErrorCode::ProductNotFound.into()),
            Self::There => true,
            Self::AsOf(seen) => seen == row.updated_at,
        };
        if fits {
            return Ok(());
        }
        Err(ShopError::from(Current::Product(Box::new(current.clone()))).into())
    }
}

/// The new `updatedAt`, always later than the previous one, so that every missed change is detected.
pub(super) fn later(now: DateTime<Utc>, before: DateTime<Utc>) -> DateTime<Utc> {
    now.max(before + TimeDelta::milliseconds(1))
}
