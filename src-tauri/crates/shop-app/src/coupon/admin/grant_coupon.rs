//! Gives a coupon to customers that an admin chooses.

use std::collections::BTreeSet;

use shop_domain::BusinessDay;
use shop_domain::coupon::IssueWay;
use shop_domain::user::{UserState, UserType};
use shop_store::Db;
use shop_store::user::admin::{AdminFilter, customers_of, ids_for_admin};

use crate::audit;
use crate::context::AdminCall;
use crate::coupon::issue_coupon::decide;
use crate::runtime::WorkError;
use crate::runtime::locks::LockKey;
use crate::user::filter_by;
use shop_contract::{AuditTarget, ErrorCode, GrantCoupon, GrantedCoupons, ShopError, ShopEvent, operation};

/// No user has this id: whether a customer has the coupon already is decided customer by customer.
const NO_USER: i64 = 0;
/// Most customers of a request that names them.
const MOST_NAMED: usize = 1_000;
/// Most customers of a request with a filter: about 0.2 seconds of the writer.
const MOST_FOUND: i64 = 10_000;

/// Issues one coupon to each customer of the request that has had none; to all or to none.
///
/// # Errors
/// `INVALID_INPUT` for both or neither of ids and filter, too many customers, and none; `COUPON_NOT_FOUND`, also for a coupon that
/// is no longer issued; `USER_NOT_FOUND` for an id that is no customer that may sign in; `COUPON_SOLD_OUT` where fewer are left
/// than customers that have none; as any write.
pub async fn grant_coupon(call: AdminCall, request: GrantCoupon) -> Result<GrantedCoupons, ShopError> {
    let (actor, zone, id) = (call.admin(), call.shop.zone(), request.id);
    let receivers = Receivers::parse(&request)?;
    call.write(operation::grant_coupon, &request, LockKey::Coupon(id), move |writing| {
        let coupon = decide(writing.tx, (NO_USER, id), IssueWay::Granted, writing.now)?;
        let wanted = receivers.find(writing.tx)?;
        let day = BusinessDay::of(writing.now, zone);
        let granted = shop_store::coupon::grant(writing.tx, &coupon, &wanted, day, writing.now)?;
        let granted = granted.ok_or(ErrorCode::CouponSoldOut)?;
        let done = GrantedCoupons {
            granted: granted.user_ids.len() as i64,
            already_issued: (wanted.len() - granted.user_ids.len()) as i64,
            issued_quantity: granted.issued_quantity,
        };
        audit::record(writing, actor, operation::grant_coupon, (AuditTarget::Coupon, id), &(), &done)?;
        for user_id in granted.user_ids {
            writing.effects.tell(user_id, ShopEvent::MyCoupons {});
        }
        let (issued_quantity, total_quantity) = (granted.issued_quantity, coupon.terms.total_quantity);
        writing.effects.tell_all(ShopEvent::Coupon { coupon_id: id, issued_quantity, total_quantity });
        Ok(done)
    })
    .await
}

/// The customers of a request.
enum Receivers {
    Named(Vec<i64>),
    Found(AdminFilter),
}

impl Receivers {
    fn parse(request: &GrantCoupon) -> Result<Self, ShopError> {
        match (&request.user_ids, &request.filter) {
            (Some(ids), None) => {
                let ids: BTreeSet<i64> = ids.iter().copied().collect();
                if ids.is_empty() || ids.len() > MOST_NAMED {
                    return Err(ShopError::invalid("userIds", "1 to 1,000 customers"));
                }
                Ok(Self::Named(ids.into_iter().collect()))
            }
            (None, Some(filter)) => {
                let words = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()).map(str::to_owned);
                Ok(Self::Found(AdminFilter {
                    kind: Some(UserType::Customer),
                    state: Some(UserState::Normal),
                    before_id: i64::MAX,
                    limit: MOST_FOUND + 1,
                    ..filter_by(words)
                }))
            }
            _ => Err(ShopError::invalid("userIds", "either userIds or filter")),
        }
    }

    fn find(&self, db: &Db) -> Result<Vec<i64>, WorkError> {
        match self {
            Self::Named(ids) => {
                let found = customers_of(db, ids)?;
                if found.len() < ids.len() {
                    return Err(ErrorCode::UserNotFound.into());
                }
                Ok(found)
            }
            Self::Found(filter) => {
                let found = ids_for_admin(db, filter)?;
                match found.len() as i64 {
                    0 => Err(ShopError::invalid("filter", "no customer suits it").into()),
                    count if count > MOST_FOUND => {
                        Err(ShopError::invalid("filter", "more than 10,000 customers suit it").into())
                    }
                    _ => Ok(found),
                }
            }
        }
    }
}
