//! The numbers of a step among so many users, products and coupons.

use crate::step::Step;

impl Step {
    /// The step with the numbers that it means among so many users, products and coupons.
    pub fn among(mut self, users: usize, products: usize, coupons: usize) -> Self {
        let turn = |number: Option<&mut usize>, count: usize| number.map(|number| *number %= count);
        turn(self.user(), users);
        turn(self.product(), products);
        turn(self.coupon(), coupons);
        self
    }

    fn user(&mut self) -> Option<&mut usize> {
        match self {
            Self::Add { user, .. }
            | Self::Change { user, .. }
            | Self::Remove { user, .. }
            | Self::Issue { user, .. }
            | Self::Redeem { user, .. }
            | Self::Grant { user: Some(user), .. }
            | Self::Place { user, .. }
            | Self::BuyNow { user, .. }
            | Self::Pay { user, .. }
            | Self::Transfer { user, .. }
            | Self::Cancel { user, .. }
            | Self::Charge { user, .. }
            | Self::Request { user, .. }
            | Self::Withdraw { user, .. }
            | Self::AdjustPoints { user, .. } => Some(user),
            _ => None,
        }
    }

    fn product(&mut self) -> Option<&mut usize> {
        match self {
            Self::Add { product, .. }
            | Self::Change { product, .. }
            | Self::Remove { product, .. }
            | Self::BuyNow { product, .. }
            | Self::Increase { product, .. }
            | Self::Decrease { product, .. }
            | Self::Set { product, .. }
            | Self::Price { product, .. }
            | Self::Offer { product, .. }
            | Self::Delete { product }
            | Self::Restore { product } => Some(product),
            _ => None,
        }
    }

    fn coupon(&mut self) -> Option<&mut usize> {
        match self {
            Self::Issue { coupon, .. }
            | Self::Redeem { coupon, .. }
            | Self::Grant { coupon, .. }
            | Self::CouponTotal { coupon, .. }
            | Self::OfferCoupon { coupon, .. }
            | Self::DeleteCoupon { coupon } => Some(coupon),
            _ => None,
        }
    }
}
