//! What every change of one product has in common: the product is read and held against what the admin had seen, changed,
//! given a new instant, found by its new texts, written into the audit log, and told.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use shop_domain::catalog::ProductState;
use shop_store::product::{ProductRow, changed, find};

use super::view::kept;
use crate::audit;
use crate::runtime::locks::LockKey;
use crate::runtime::{Call, Identity, Stop, Writing};
use shop_contract::{AdminProduct, AuditTarget, Current, ErrorCode, Facts, ShopError, ShopEvent};

/// A change of one product.
pub(super) struct Edit {
    /// Who does it.
    pub(super) admin: Identity,
    /// The operation.
    pub(super) operation: &'static Facts,
    /// The product.
    pub(super) id: i64,
    /// What must be so for it to be done.
    pub(super) of: Standing,
}

/// What a product must be to be changed.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// There, whatever has become of it since it was read.
    There,
    /// There, and not changed since this instant.
    AsOf(DateTime<Utc>),
    /// Deleted.
    Deleted,
}

impl Edit {
    /// Does the change and gives the product as it is then.
    ///
    /// # Errors
    /// `PRODUCT_NOT_FOUND`; `CONFLICT` with the product as it is, where it is not what it must be; whatever `change`
    /// refuses; as any write.
    pub(super) async fn perform(
        self,
        call: &Call,
        request: &impl Serialize,
        change: impl FnOnce(&mut Writing<'_>) -> Result<(), Stop> + Send + 'static,
    ) -> Result<AdminProduct, ShopError> {
        let key = LockKey::Stock(self.id);
        let done = call.write(self.operation, request, key, move |writing| self.write(writing, change)).await?;
        call.shop.ranking().forget_answers();
        Ok(done)
    }

    fn write(
        &self,
        writing: &mut Writing<'_>,
        change: impl FnOnce(&mut Writing<'_>) -> Result<(), Stop>,
    ) -> Result<AdminProduct, Stop> {
        let (tx, now) = (writing.tx, writing.now);
        let row = find(tx, self.id)?.ok_or(ErrorCode::ProductNotFound)?;
        let before = kept(tx, self.id, now)?;
        self.of.allows(&row, &before)?;
        change(writing)?;
        let edited = find(tx, self.id)?.ok_or(ErrorCode::ProductNotFound)?;
        changed(tx, &edited, later(now, row.updated_at))?;
        let after = kept(tx, self.id, now)?;
        audit::record(writing, self.admin, self.operation, (AuditTarget::Product, self.id), &before, &after)?;
        writing.effects.tell_all(ShopEvent::Product { product_id: self.id });
        Ok(after)
    }
}

impl Standing {
    fn allows(self, row: &ProductRow, current: &AdminProduct) -> Result<(), Stop> {
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

/// No two changes have the same instant, so that one that was not seen is always noticed.
pub(super) fn later(now: DateTime<Utc>, before: DateTime<Utc>) -> DateTime<Utc> {
    now.max(before + TimeDelta::milliseconds(1))
}
