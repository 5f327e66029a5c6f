//! The rows of a coupon's past in the form of the contract: acts of admins, and orders that used it.

use chrono::{DateTime, Utc};
use serde_json::Value;
use shop_store::as_of::{ActsOn, CouponUse};
use shop_store::audit::AuditRow;

use crate::as_of::cause;
use shop_contract::{AdminCoupon, AuditTarget, Cause, CauseKind, CouponState, PastCoupon, operation};

/// The operations that change a coupon, other than taking it.
const ACTIONS: [&str; 3] =
    [operation::create_coupon.name(), operation::update_coupon.name(), operation::delete_coupon.name()];
/// Fields that an edit changes by itself, or that are figures of their own.
const NOT_TERMS: [&str; 5] = ["updatedAt", "remainingQuantity", "issuedQuantity", "usedQuantity", "owned"];

pub(super) fn acts_on(coupon_id: i64) -> ActsOn<'static> {
    ActsOn { target_type: AuditTarget::Coupon.as_str(), target_id: coupon_id, actions: &ACTIONS }
}

/// The coupon after an act; `None` where the act does not say it.
pub(super) fn after(act: &AuditRow) -> Option<PastCoupon> {
    if act.action == operation::delete_coupon.name() {
        return Some(PastCoupon { state: CouponState::Deleted, ..terms(act.before.as_deref())? });
    }
    terms(act.after.as_deref())
}

/// The coupon in the text of an act.
pub(super) fn terms(text: Option<&str>) -> Option<PastCoupon> {
    serde_json::from_str::<AdminCoupon>(text?).ok().as_ref().map(past)
}

pub(super) fn past(coupon: &AdminCoupon) -> PastCoupon {
    let AdminCoupon { coupon, state, .. } = coupon.clone();
    PastCoupon {
        name: coupon.name,
        name_en: coupon.name_en,
        kind: coupon.kind,
        terms: coupon.terms,
        total_quantity: coupon.total_quantity,
        begin_date: coupon.begin_date,
        end_date: coupon.end_date,
        state,
    }
}

/// The same before it expired: that is no act, so that no act says it.
pub(super) fn unexpired(coupon: PastCoupon) -> PastCoupon {
    let state = if coupon.state == CouponState::Expired { CouponState::Normal } else { coupon.state };
    PastCoupon { state, ..coupon }
}

/// How many of the uses stood at the instant.
pub(super) fn used_at(uses: &[CouponUse], instant: DateTime<Utc>) -> i64 {
    let stands = |used: &&CouponUse| used.used_at <= instant && used.returned_at.is_none_or(|at| at > instant);
    uses.iter().filter(stands).count() as i64
}

/// An edit or the deletion as a cause; the creation is a cause of its own.
pub(super) fn of_act(act: &AuditRow) -> Option<Cause> {
    let kind = match act.action.as_str() {
        name if name == operation::update_coupon.name() => CauseKind::Edited,
        name if name == operation::delete_coupon.name() => CauseKind::Deleted,
        _ => return None,
    };
    let fields = (kind == CauseKind::Edited).then(|| changed(act));
    Some(Cause { fields, ..by_admin(cause(act.created_at, kind), act) })
}

/// The names of the fields that differ before and after an act, in the order of the alphabet.
fn changed(act: &AuditRow) -> Vec<String> {
    let object = |text: &Option<String>| serde_json::from_str::<Value>(text.as_deref()?).ok();
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (object(&act.before), object(&act.after)) else {
        return Vec::new();
    };
    let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| before.get(name) != after.get(name) && !NOT_TERMS.contains(&name.as_str()));
    names
}

pub(super) fn of_order(used: &CouponUse, at: DateTime<Utc>, kind: CauseKind) -> Cause {
    Cause {
        actor_id: Some(used.user_id),
        actor_name: used.user_name.clone(),
        order_id: Some(used.order_id),
        order_number: Some(used.order_number.clone()),
        ..cause(at, kind)
    }
}

pub(super) fn by_admin(cause: Cause, act: &AuditRow) -> Cause {
    Cause { actor_id: act.actor_id, actor_name: act.actor_name.clone(), ..cause }
}
