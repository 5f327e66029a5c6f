//! What an admin changes of products, stock and coupons, and what is refused.

use shop_contract::ErrorCode;

use crate::price::Off;
use crate::shop::{Answer, Coupon, Model, Product};
use crate::step::Step;

impl Model {
    /// Does a step that changes a product or a coupon.
    pub fn edit(&mut self, step: &Step) -> Answer {
        match *step {
            Step::Increase { product, quantity } => self.adjust(product, quantity, |before| before + quantity),
            Step::Decrease { product, quantity } => self.adjust(product, quantity, |before| before - quantity),
            Step::Set { product, quantity } => self.adjust(product, 1, |_| quantity),
            Step::Price { product, price } => {
                self.kept_product(product)?.price = price;
                Ok(vec![price])
            }
            Step::Offer { product, is_offered } => {
                self.kept_product(product)?.is_offered = is_offered;
                Ok(vec![self.products[product].price])
            }
            Step::Delete { product } => {
                self.kept_product(product)?.is_deleted = true;
                Ok(Vec::new())
            }
            Step::Restore { product } => {
                let product = &mut self.products[product];
                std::mem::take(&mut product.is_deleted).then_some(()).ok_or(ErrorCode::Conflict)?;
                Ok(vec![product.price])
            }
            Step::CouponTotal { coupon, total } => {
                self.change_coupon(coupon, Some(total))?.total = total;
                Ok(vec![total])
            }
            Step::OfferCoupon { coupon, is_offered } => {
                let coupon = self.change_coupon(coupon, None)?;
                coupon.is_offered = is_offered;
                Ok(vec![coupon.total])
            }
            Step::DeleteCoupon { coupon } => {
                self.kept_coupon(coupon)?.is_deleted = true;
                Ok(Vec::new())
            }
            Step::NewProduct { price, units, limit } => {
                (price >= 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                self.products.push(Product::new(price, units, limit));
                Ok(vec![price])
            }
            Step::NewCoupon { percent, total, has_code } => {
                (percent > 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                let made = Coupon::new(Off::Rate { percent, most: None }, total, self.minutes);
                self.coupons.push(Coupon { has_code, ..made });
                Ok(vec![total])
            }
            ref other => unreachable!("{other:?} is no change by an admin"),
        }
    }

    fn kept_product(&mut self, product: usize) -> Result<&mut Product, ErrorCode> {
        let product = &mut self.products[product];
        if product.is_deleted { Err(ErrorCode::ProductNotFound) } else { Ok(product) }
    }

    fn kept_coupon(&mut self, coupon: usize) -> Result<&mut Coupon, ErrorCode> {
        let coupon = &mut self.coupons[coupon];
        if coupon.is_deleted { Err(ErrorCode::CouponNotFound) } else { Ok(coupon) }
    }

    /// A coupon whose fields are replaced; there are no fewer than were issued.
    fn change_coupon(&mut self, coupon: usize, total: Option<i64>) -> Result<&mut Coupon, ErrorCode> {
        let coupon = self.kept_coupon(coupon)?;
        if total.is_some_and(|total| total < coupon.issued) { Err(ErrorCode::InvalidInput) } else { Ok(coupon) }
    }

    fn adjust(&mut self, product: usize, quantity: i64, level: impl FnOnce(i64) -> i64) -> Answer {
        (quantity > 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
        let product = self.kept_product(product)?;
        let after = level(product.available);
        (after >= 0).then_some(()).ok_or(ErrorCode::InvalidStockAdjustment)?;
        product.available = after;
        Ok(vec![after])
    }
}
