//! Another user of the same shop, in another program on the same file, so that nothing it does is told to the window.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use shop_app::context::{Call, Caller, Shop};
use shop_app::runtime::{Principal, ShopOptions};
use shop_app::user::From;
use shop_contract::{
    AddCartItem, AdminProduct, ById, ListProducts, Login, PlaceOrder, ShippingAddress, ShopError, UpdateProduct,
};
use shop_tests::scene::{admitted, edit_of};

/// One of the demo's users, at another program.
pub struct Rival {
    shop: Arc<Shop>,
    who: Principal,
}

impl Rival {
    /// Signs in as the demo's user of this name.
    pub async fn enter(data: &Path, name: &str) -> Result<Self> {
        let shop = Shop::open(ShopOptions::new(data)).map_err(|error| anyhow!("no second program: {error}"))?;
        let login = Login { email: format!("{name}@demo.jangteo"), password: "jangteo-demo-1".to_owned() };
        let visitor = Call::new(Arc::clone(&shop), None, None);
        let from = From { device: "rival".to_owned(), address: "rival".to_owned() };
        let (_, who, _) = shop_app::user::sign_in(visitor, login, from).await.map_err(refusal)?;
        Ok(Self { shop, who })
    }

    fn call<C: Caller>(&self) -> C {
        admitted(Call::new(Arc::clone(&self.shop), Some(self.who), None))
    }

    /// Something that anybody may buy all of: its id, its name and how many are left.
    pub async fn scarce_product(&self) -> Result<(i64, String, i64)> {
        let all = ListProducts { limit: Some(100), in_stock: Some(true), ..ListProducts::default() };
        let page = shop_app::catalog::list_products(self.call(), all).await.map_err(refusal)?;
        let free =
            page.items.into_iter().filter(|product| product.options.is_empty() && product.limited_quantity.is_none());
        let scarce = free.min_by_key(|product| product.available_quantity).context("nothing is left to buy")?;
        Ok((scarce.id, scarce.name, scarce.available_quantity))
    }

    /// Puts so many into the cart and orders them.
    pub async fn buy(&self, product_id: i64, quantity: i64) -> Result<()> {
        let line = AddCartItem { product_id, product_option_id: None, quantity };
        let line = shop_app::cart::add_cart_item(self.call(), line).await.map_err(refusal)?;
        let order = PlaceOrder {
            shipping_address: ShippingAddress {
                recipient_name: "맞수".to_owned(),
                phone: "010-1234-5678".to_owned(),
                zip_code: "04524".to_owned(),
                address: "서울시 중구 세종대로 110".to_owned(),
                detail_address: None,
            },
            coupon_ids: Vec::new(),
            cart_item_ids: Some(vec![line.id]),
            items: None,
            delivery_memo: None,
            delivery_method: None,
            expected_total: None,
        };
        shop_app::order::place_order(self.call(), order).await.map(drop).map_err(refusal)
    }

    /// What the product costs without a sale, in won; for the demo's admin.
    pub async fn price_of(&self, id: i64) -> Result<i64> {
        Ok(self.product(id).await?.base_price)
    }

    async fn product(&self, id: i64) -> Result<AdminProduct> {
        shop_app::catalog::get_product_for_admin(self.call(), ById { id }).await.map_err(refusal)
    }

    /// Gives the product another price, in won; for the demo's admin.
    pub async fn set_price(&self, id: i64, price: i64) -> Result<()> {
        let edit = UpdateProduct { price, ..edit_of(&self.product(id).await?) };
        shop_app::catalog::update_product(self.call(), edit).await.map(drop).map_err(refusal)
    }
}

fn refusal(error: ShopError) -> anyhow::Error {
    anyhow!("the rival is refused: {error:?}")
}
