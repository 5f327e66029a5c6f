//! Updates all fields of a product.

use shop_domain::catalog::ProductState;
use shop_store::product::{Holder, edit};

use super::edit::{Edit, Standing};
use crate::catalog::{codes, fields};
use crate::context::AdminCall;
use shop_contract::{AdminProduct, EditedProductState, ShopError, UpdateProduct, operation};

/// Updates a product. Existing orders keep the name and the price at the time of sale.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `PRODUCT_NOT_FOUND`, also for a deleted product; `CONFLICT` with the current
/// product if it has changed since it was read, or naming the product that bears one of its codes; as any write.
pub async fn update_product(call: AdminCall, request: UpdateProduct) -> Result<AdminProduct, ShopError> {
    let of = Standing::AsOf(request.updated_at);
    let edit = Edit { admin: call.admin(), operation: operation::update_product.facts(), id: request.id, of };
    let wanted = parse(&request)?;
    edit.perform(&call, &request, move |writing, product, updated_at| {
        let holder = Holder { product_id: product.id, option_id: None };
        codes::ensure_free(writing.tx, Some(holder), &wanted.codes)?;
        Ok(self::edit(writing.tx, product, &wanted, writing.now, updated_at)?)
    })
    .await
}

fn parse(request: &UpdateProduct) -> Result<shop_store::product::Edit, ShopError> {
    let (plain, html) = (request.description.as_deref().unwrap_or_default(), request.description_html.as_deref());
    let (description, description_html) = fields::descriptions(plain, html)?;
    Ok(shop_store::product::Edit {
        name: fields::name("name", &request.name)?,
        name_en: request.name_en.as_deref().map(|text| fields::name("nameEn", text)).transpose()?,
        description,
        description_html,
        description_en: request
            .description_en
            .as_deref()
            .map(|text| fields::description("descriptionEn", text))
            .transpose()?,
        category: fields::category("category", &request.category)?,
        price: fields::price("price", request.price)?,
        limited_quantity: request.limited_quantity.map(fields::limited_quantity).transpose()?,
        sale: request.sale.map(|sale| fields::sale(sale.rate, sale.begins_at, sale.ends_at)).transpose()?,
        low_stock_threshold: request.low_stock_threshold.map(fields::low_stock_threshold).transpose()?,
        codes: fields::codes("", request.sku.as_deref(), request.barcode.as_deref())?,
        state: request.state.map(|state| match state {
            EditedProductState::Normal => ProductState::Normal,
            EditedProductState::OutOfStock => ProductState::OutOfStock,
            EditedProductState::Discontinued => ProductState::Discontinued,
        }),
    })
}
