//! The changes of products, stock and coupons by the real use cases.

use chrono::TimeDelta;
use shop_app::catalog::{create_product, delete_product, get_product_for_admin, restore_product, update_product};
use shop_app::coupon::{create_coupon, delete_coupon, get_coupon_for_admin, update_coupon};
use shop_app::stock::adjust_stock;
use shop_contract::{
    AdjustStock, AdjustmentType, ById, CouponType, CreateCoupon, CreateProduct, Distribution, EditedCouponState,
    EditedProductState, ProductState, ShopError, UpdateCoupon, UpdateProduct,
};

use crate::coupons::code_of;
use crate::real::Real;
use crate::scene::{coupon_edit_of, edit_of, noon};
use crate::shop::LATE;
use crate::step::Step;

impl Real {
    /// Does a step that changes a product or a coupon.
    pub async fn edit(&mut self, step: &Step) -> Result<Vec<i64>, ShopError> {
        match *step {
            Step::Increase { product, quantity } => self.adjust(product, AdjustmentType::Increase, quantity).await,
            Step::Decrease { product, quantity } => self.adjust(product, AdjustmentType::Decrease, quantity).await,
            Step::Set { product, quantity } => self.adjust(product, AdjustmentType::Set, quantity).await,
            Step::Price { product, price } => self.edit_product(product, Some(price), None).await,
            Step::Offer { product, is_offered } => self.edit_product(product, None, Some(is_offered)).await,
            Step::Delete { product } => {
                let request = ById { id: self.products[product] };
                delete_product(self.scene.call(self.admin), request).await.map(|_| Vec::new())
            }
            Step::Restore { product } => {
                let request = ById { id: self.products[product] };
                restore_product(self.scene.call(self.admin), request).await.map(|product| vec![product.base_price])
            }
            Step::CouponTotal { coupon, total } => self.edit_coupon(coupon, Some(total), None).await,
            Step::OfferCoupon { coupon, is_offered } => {
                let state = if is_offered { EditedCouponState::Normal } else { EditedCouponState::Discontinued };
                self.edit_coupon(coupon, None, Some(state)).await
            }
            Step::DeleteCoupon { coupon } => {
                let request = ById { id: self.coupons[coupon] };
                delete_coupon(self.scene.call(self.admin), request).await.map(|_| Vec::new())
            }
            Step::NewProduct { .. } | Step::NewCoupon { .. } => self.make(step).await,
            ref other => unreachable!("{other:?} is no change by an admin"),
        }
    }

    /// Makes a product or a coupon.
    async fn make(&mut self, step: &Step) -> Result<Vec<i64>, ShopError> {
        if let Step::NewProduct { price, units, limit } = *step {
            let request = CreateProduct { price, stock: units, limited_quantity: limit, ..new_product() };
            let made = create_product(self.scene.call(self.admin), request).await?;
            self.products.push(made.id);
            return Ok(vec![made.base_price]);
        }
        let Step::NewCoupon { percent, total, has_code } = *step else { unreachable!("{step:?} makes nothing") };
        let request = CreateCoupon {
            discount_rate: Some(percent),
            total_quantity: total,
            begin_date: self.scene.shop.now(),
            distribution: has_code.then_some(Distribution::Code),
            code: has_code.then(|| code_of(self.coupons.len())),
            ..new_coupon()
        };
        let made = create_coupon(self.scene.call(self.admin), request).await?;
        self.coupons.push(made.coupon.id);
        Ok(vec![made.coupon.total_quantity])
    }

    async fn adjust(&self, product: usize, kind: AdjustmentType, quantity: i64) -> Result<Vec<i64>, ShopError> {
        let (id, reason) = (self.products[product], "a reason".to_owned());
        let request = AdjustStock { id, product_option_id: None, kind, quantity, seen_quantity: None, reason };
        adjust_stock(self.scene.call(self.admin), request).await.map(|adjusted| vec![adjusted.after])
    }

    async fn edit_product(
        &self,
        product: usize,
        price: Option<i64>,
        is_offered: Option<bool>,
    ) -> Result<Vec<i64>, ShopError> {
        let found = get_product_for_admin(self.scene.call(self.admin), ById { id: self.products[product] }).await?;
        let is_normal = is_offered.unwrap_or(found.state == ProductState::Normal);
        let state = if is_normal { EditedProductState::Normal } else { EditedProductState::Discontinued };
        let edited = UpdateProduct { price: price.unwrap_or(found.base_price), state: Some(state), ..edit_of(&found) };
        update_product(self.scene.call(self.admin), edited).await.map(|product| vec![product.base_price])
    }

    async fn edit_coupon(
        &self,
        coupon: usize,
        total: Option<i64>,
        state: Option<EditedCouponState>,
    ) -> Result<Vec<i64>, ShopError> {
        let found = get_coupon_for_admin(self.scene.call(self.admin), ById { id: self.coupons[coupon] }).await?;
        let total_quantity = total.unwrap_or(found.coupon.total_quantity);
        let edited = UpdateCoupon { state, total_quantity, ..coupon_edit_of(&found) };
        update_coupon(self.scene.call(self.admin), edited).await.map(|changed| vec![changed.coupon.total_quantity])
    }
}

fn new_product() -> CreateProduct {
    CreateProduct {
        name: String::from("접시"),
        name_en: None,
        description: None,
        description_html: None,
        description_en: None,
        category: String::from("kitchen"),
        price: 0,
        stock: 0,
        limited_quantity: None,
        sku: None,
        barcode: None,
        low_stock_threshold: None,
        sale: None,
        options: None,
    }
}

fn new_coupon() -> CreateCoupon {
    CreateCoupon {
        name: String::from("할인"),
        name_en: None,
        kind: CouponType::Cart,
        discount_rate: None,
        discount_price: None,
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity: 0,
        begin_date: noon(),
        end_date: noon() + TimeDelta::minutes(LATE),
        distribution: None,
        code: None,
    }
}
