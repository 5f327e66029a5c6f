//! Coupons got in each way: what the rules say, and the same by the real use cases.

use shop_app::coupon::{grant_coupon, issue_coupon, redeem_coupon};
use shop_contract::{ById, CustomerFilter, ErrorCode, GrantCoupon, RedeemCoupon, ShopError};

use crate::real::Real;
use crate::shop::{Answer, Coupon, Held, HeldState, Model};
use crate::step::Step;

/// The code of the coupon at a place, if it has one.
pub fn code_of(coupon: usize) -> String {
    format!("CODE-{coupon}")
}

impl Model {
    /// Does a step in which customers get a coupon.
    pub fn get_coupon(&mut self, step: &Step) -> Answer {
        match *step {
            Step::Issue { user, coupon } => self.issue(user, coupon, false),
            Step::Redeem { user, coupon } => self.issue(user, coupon, true),
            Step::Grant { coupon, user } => self.grant(coupon, user),
            ref other => unreachable!("{other:?} gets no coupon"),
        }
    }

    fn issue(&mut self, user: usize, coupon: usize, is_by_code: bool) -> Answer {
        self.issued_at_all(coupon)?;
        if self.coupons[coupon].has_code != is_by_code {
            Err(ErrorCode::CouponNotFound)
        } else if self.has(user, coupon) {
            Err(ErrorCode::CouponAlreadyIssued)
        } else {
            self.hand_out(&[user], coupon)?;
            Ok(Vec::new())
        }
    }

    fn grant(&mut self, coupon: usize, user: Option<usize>) -> Answer {
        self.issued_at_all(coupon)?;
        let Coupon { total, issued, .. } = self.coupons[coupon];
        (issued < total).then_some(()).ok_or(ErrorCode::CouponSoldOut)?;
        let wanted: Vec<usize> = user.map_or_else(|| (0..self.points.len()).collect(), |user| vec![user]);
        let lacking: Vec<usize> = wanted.iter().copied().filter(|user| !self.has(*user, coupon)).collect();
        self.hand_out(&lacking, coupon)?;
        Ok(vec![lacking.len() as i64, (wanted.len() - lacking.len()) as i64])
    }

    fn issued_at_all(&self, coupon: usize) -> Result<(), ErrorCode> {
        let Coupon { ends, is_offered, is_deleted, .. } = self.coupons[coupon];
        (self.minutes < ends && is_offered && !is_deleted).then_some(()).ok_or(ErrorCode::CouponNotFound)
    }

    fn has(&self, user: usize, coupon: usize) -> bool {
        self.held.iter().any(|held| (held.user, held.coupon) == (user, coupon))
    }

    /// One for each of the users, or none for any.
    fn hand_out(&mut self, users: &[usize], coupon: usize) -> Result<(), ErrorCode> {
        let Coupon { total, issued, .. } = self.coupons[coupon];
        let issued = issued + users.len() as i64;
        (issued <= total).then_some(()).ok_or(ErrorCode::CouponSoldOut)?;
        self.coupons[coupon].issued = issued;
        self.held.extend(users.iter().map(|user| Held { user: *user, coupon, state: HeldState::Available }));
        Ok(())
    }
}

impl Real {
    /// Does a step in which customers get a coupon.
    pub async fn get_coupon(&self, step: &Step) -> Result<Vec<i64>, ShopError> {
        match *step {
            Step::Issue { user, coupon } => {
                let request = ById { id: self.coupons[coupon] };
                issue_coupon(self.scene.call(self.users[user]), request).await.map(|_| Vec::new())
            }
            Step::Redeem { user, coupon } => {
                let request = RedeemCoupon { code: code_of(coupon).to_lowercase() };
                redeem_coupon(self.scene.call(self.users[user]), request).await.map(|_| Vec::new())
            }
            Step::Grant { coupon, user } => {
                let user_ids = user.map(|user| vec![self.users[user].user_id]);
                let filter = user.is_none().then(CustomerFilter::default);
                let request = GrantCoupon { id: self.coupons[coupon], user_ids, filter };
                let granted = grant_coupon(self.scene.call(self.admin), request).await?;
                Ok(vec![granted.granted, granted.already_issued])
            }
            ref other => unreachable!("{other:?} gets no coupon"),
        }
    }
}
