//! Options of a product. A change of an option is a change of the product: both share the product's `updatedAt`.
//!
//! When a product gets its first option, its own stock becomes stock of the option, or is written off, as the admin chooses.
//! Without a choice it is no longer used, and is used again when no option is left.

use shop_domain::catalog::OptionState;
use shop_domain::limits::{MAX_OPTIONS, REASON};
use shop_domain::stock::{Adjustment, MovementType, OwnStock, end_own_stock};
use shop_domain::user::parse_text;
use shop_store::product::{Holder, NewOption, OptionEdit, ProductRow, add_option, edit_option, follow_options};
use shop_store::stock::{LevelChange, adjust, level};

use super::edit::{Edit, Standing};
use crate::catalog::{codes, fields};
use crate::context::AdminCall;
use crate::runtime::{Principal, WorkError, Writing};
use shop_contract::{
    AddProductOption, AdminProduct, Conflict, ErrorCode, ErrorDetails, ProductOptionState, ShopError,
    UpdateProductOption, operation,
};

/// Adds an option with its stock.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PRODUCT_NOT_FOUND`, also for a deleted product; `CONFLICT` if the product has
/// 100 options, or naming the product that bears one of the codes; `INVALID_STOCK_ADJUSTMENT` for more units than an option
/// can have; as any write.
pub async fn add_product_option(call: AdminCall, request: AddProductOption) -> Result<AdminProduct, ShopError> {
    let id = request.id;
    let edit = Edit { admin: call.admin(), operation: operation::add_product_option.facts(), id, of: Standing::There };
    let new = NewOption {
        name: fields::name("name", &request.name)?,
        name_en: request.name_en.as_deref().map(|text| fields::name("nameEn", text)).transpose()?,
        price: fields::price("price", request.price)?,
        stock: fields::stock("stock", request.stock)?,
        codes: fields::codes("", request.sku.as_deref(), request.barcode.as_deref())?,
    };
    let ending = Ending::parse(&request, edit.admin)?;
    edit.perform(&call, &request, move |writing, product, updated_at| {
        if product.options.len() >= MAX_OPTIONS {
            return Err(ShopError::from(Conflict::OptionsFull { most_options: MAX_OPTIONS as i64 }).into());
        }
        codes::ensure_free(writing.tx, None, &new.codes)?;
        let option_id = add_option(writing.tx, id, &new, writing.now)?;
        if let Some(ending) = &ending {
            ending.write(writing, &product, (option_id, &new))?;
        }
        Ok(follow_options(writing.tx, product, writing.now, updated_at)?)
    })
    .await
}

/// Updates, deletes or restores an option.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PRODUCT_NOT_FOUND`, also for a deleted product; `CONFLICT` with the current
/// product if it has changed since it was read, or naming the product that bears one of the codes; `NOT_FOUND` for an option of another product; as any write.
pub async fn update_product_option(call: AdminCall, request: UpdateProductOption) -> Result<AdminProduct, ShopError> {
    let (id, option_id) = (request.id, request.option_id);
    let of = Standing::AsOf(request.updated_at);
    let edit = Edit { admin: call.admin(), operation: operation::update_product_option.facts(), id, of };
    let wanted = OptionEdit {
        name: fields::name("name", &request.name)?,
        name_en: request.name_en.as_deref().map(|text| fields::name("nameEn", text)).transpose()?,
        price: fields::price("price", request.price)?,
        state: match request.state {
            ProductOptionState::Normal => OptionState::Normal,
            ProductOptionState::Discontinued => OptionState::Discontinued,
            ProductOptionState::Deleted => OptionState::Deleted,
        },
        codes: fields::codes("", request.sku.as_deref(), request.barcode.as_deref())?,
    };
    edit.perform(&call, &request, move |writing, product, updated_at| {
        if wanted.state != OptionState::Deleted {
            let holder = Holder { product_id: id, option_id: Some(option_id) };
            codes::ensure_free(writing.tx, Some(holder), &wanted.codes)?;
        }
        if !edit_option(writing.tx, id, option_id, &wanted, writing.now)? {
            return Err(ErrorCode::NotFound.into());
        }
        Ok(follow_options(writing.tx, product, writing.now, updated_at)?)
    })
    .await
}

/// What an admin wants to become of a product's own stock.
struct Ending {
    choice: OwnStock,
    reason: Option<String>,
    actor_id: i64,
}

impl Ending {
    fn parse(request: &AddProductOption, admin: Principal) -> Result<Option<Self>, ShopError> {
        let reason = request.own_stock_reason.as_deref().map(|reason| parse_text(reason, REASON)).transpose();
        let reason = reason.map_err(|fault| ShopError::invalid("ownStockReason", &fault.to_string()))?;
        let Some(choice) = request.own_stock else { return Ok(None) };
        let choice = match choice {
            shop_contract::OwnStock::Move => OwnStock::Move,
            shop_contract::OwnStock::WriteOff => OwnStock::WriteOff,
        };
        Ok(Some(Self { choice, reason, actor_id: admin.user_id }))
    }

    /// Ends the own stock of a product that has got its first option; nothing for a product that had others.
    fn write(&self, writing: &Writing<'_>, product: &ProductRow, option: (i64, &NewOption)) -> Result<(), WorkError> {
        let (option_id, new) = option;
        let own = level(writing.tx, product.id, None)?.filter(|_| product.options.is_empty()).unwrap_or(0);
        let ended = end_own_stock(own, new.stock, self.choice)
            .map_err(|_| ShopError::from(ErrorDetails::InvalidStockAdjustment { available: own }))?;
        let Some(ended) = ended else { return Ok(()) };
        let to = || format!("→ {}", new.name);
        let from = || format!("← {}", product.name);
        self.adjust(writing, (product.id, None), MovementType::Decrease, ended.own, to)?;
        let Some(moved) = ended.option else { return Ok(()) };
        self.adjust(writing, (product.id, Some(option_id)), MovementType::Increase, moved, from)
    }

    fn adjust(
        &self,
        writing: &Writing<'_>,
        (product_id, option_id): (i64, Option<i64>),
        kind: MovementType,
        adjustment: Adjustment,
        reason: impl FnOnce() -> String,
    ) -> Result<(), WorkError> {
        let reason = self.reason.clone().unwrap_or_else(reason);
        let change = LevelChange { product_id, option_id, kind, adjustment, reason: &reason, actor_id: self.actor_id };
        Ok(adjust(writing.tx, &change, writing.now)?)
    }
}
