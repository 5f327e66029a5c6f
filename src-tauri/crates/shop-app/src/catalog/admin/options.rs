//! Options of a product. A change of an option is a change of the product: both share the product's `updatedAt`.
//!
//! When a product gets its first option, its own stock is no longer used; it is used again when no option is left.

use shop_domain::catalog::OptionState;
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product::{Holder, NewOption, OptionEdit, add_option, edit_option, follow_options};

use super::edit::{Edit, Standing};
use crate::catalog::{codes, fields};
use crate::context::AdminCall;
use shop_contract::{
    AddProductOption, AdminProduct, Conflict, ErrorCode, ProductOptionState, ShopError, UpdateProductOption, operation,
};

/// Adds an option with its stock.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PRODUCT_NOT_FOUND`, also for a deleted product; `CONFLICT` if the product has
/// 100 options, or naming the product that bears one of the codes; as any write.
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
    edit.perform(&call, &request, move |writing, product, updated_at| {
        if product.options.len() >= MAX_OPTIONS {
            return Err(ShopError::from(Conflict::OptionsFull { most_options: MAX_OPTIONS as i64 }).into());
        }
        codes::ensure_free(writing.tx, None, &new.codes)?;
        add_option(writing.tx, id, &new, writing.now)?;
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
