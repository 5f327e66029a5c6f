//! Products that the admin's scenes begin with.

use shop_app::catalog::create_product;
use shop_app::runtime::Principal;
use shop_contract::*;

use crate::scene::Scene;

/// A mug of 9,000 won, twelve of them.
pub fn cup() -> CreateProduct {
    CreateProduct {
        name: String::from("머그컵"),
        name_en: Some(String::from("Mug")),
        description: None,
        description_html: None,
        description_en: None,
        category: String::from("kitchen"),
        price: 9_000,
        stock: 12,
        limited_quantity: None,
        sku: None,
        barcode: None,
        low_stock_threshold: None,
        sale: None,
        options: None,
    }
}

/// An option of 1,000 won.
pub fn option(name: &str, stock: i64) -> CreateProductOption {
    CreateProductOption { name: name.to_owned(), name_en: None, price: 1_000, stock, sku: None, barcode: None }
}

/// Makes a product.
pub async fn made(scene: &Scene, admin: Principal, product: CreateProduct) -> AdminProduct {
    create_product(scene.call(admin), product).await.expect("the product is good")
}

/// How often the audit log says that this was done to the product.
pub fn acts(scene: &Scene, action: &str, id: i64) -> i64 {
    scene.count(&format!(
        "SELECT count(*) FROM audit_log WHERE action = '{action}' AND target_type = 'product' AND target_id = {id}"
    ))
}
