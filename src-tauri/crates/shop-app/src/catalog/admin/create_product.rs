//! Creates a product.

use shop_domain::catalog::Codes;
use shop_domain::limits::MAX_OPTIONS;
use shop_store::product;

use super::view::kept;
use crate::audit;
use crate::catalog::codes;
use crate::catalog::new_product::{NewOption, NewProduct, NewSale, parse};
use crate::context::AdminCall;
use crate::runtime::locks::LockKey;
use shop_contract::{AdminProduct, AuditTarget, CreateProduct, ProductSale, ShopError, ShopEvent, operation};

/// Creates a product.
///
/// # Errors
/// `INVALID_INPUT`, naming the field; `CONFLICT` naming the product that bears one of its codes; as any write.
pub async fn create_product(call: AdminCall, request: CreateProduct) -> Result<AdminProduct, ShopError> {
    let admin = call.admin();
    if request.options.as_ref().is_some_and(|options| options.len() > MAX_OPTIONS) {
        return Err(ShopError::invalid("options", "100 at most"));
    }
    let new = parse(&NewProduct::from(request.clone()))?;
    call.write(operation::create_product, &request, LockKey::Shop, move |writing| {
        codes::ensure_all_free(writing.tx, &new)?;
        let id = product::create(writing.tx, &new, writing.now)?;
        let made = kept(writing.tx, id, writing.now)?;
        audit::record(writing, admin, operation::create_product, (AuditTarget::Product, id), &(), &made)?;
        writing.effects.tell_all(ShopEvent::Product { product_id: id });
        Ok(made)
    })
    .await
}

impl From<CreateProduct> for NewProduct {
    fn from(request: CreateProduct) -> Self {
        let options = request.options.unwrap_or_default().into_iter();
        Self {
            name: request.name,
            name_en: request.name_en,
            description: request.description.unwrap_or_default(),
            description_html: request.description_html,
            description_en: request.description_en,
            category: request.category,
            price: request.price,
            stock: request.stock,
            limited_quantity: request.limited_quantity,
            image: None,
            codes: Codes { sku: request.sku, barcode: request.barcode },
            low_stock_threshold: request.low_stock_threshold,
            sale: request.sale.map(NewSale::from),
            options: options
                .map(|option| NewOption {
                    name: option.name,
                    name_en: option.name_en,
                    price: option.price,
                    stock: option.stock,
                    codes: Codes { sku: option.sku, barcode: option.barcode },
                })
                .collect(),
        }
    }
}

impl From<ProductSale> for NewSale {
    fn from(sale: ProductSale) -> Self {
        Self { rate: sale.rate, begins_at: sale.begins_at, ends_at: sale.ends_at }
    }
}
