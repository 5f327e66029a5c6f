//! A coupon as of an instant: how many were taken and used, and its terms by the audit log.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::as_of::{Reconciled, coupon_state_at, reconcile, terms_at};
use shop_domain::instant::clamp;
use shop_store::Db;
use shop_store::as_of::{
    CouponUse, Issue, MOST_USES, coupon_uses, first_issue_from, issue_id_after, issued_before, issues_before, used_now,
};
use shop_store::audit::AuditRow;

use super::queries::find;
use super::recorded::{acts_on, after, by_admin, of_act, of_order, past, terms, unexpired, used_at};
use crate::as_of::{Question, cause, check};
use crate::context::AdminCall;
use crate::runtime::WorkError;
use shop_contract::{
    AdminCoupon, AsOf, Cause, CauseKind, CouponAt, CouponState, GetAsOf, PastCoupon, ShopError, operation,
};

/// A coupon as of an instant, with what made it so; also a deleted one.
///
/// # Errors
/// `INVALID_INPUT` for an instant after now and for the limit; `COUPON_NOT_FOUND`.
pub async fn get_coupon_at(call: AdminCall, request: GetAsOf) -> Result<CouponAt, ShopError> {
    let question = Question::new(&call, request.instant, request.limit)?;
    call.read(move |db| Records::read(db, request.id)?.answer(db, question)).await
}

/// What is recorded of a coupon, whatever the instant.
struct Records {
    stored: AdminCoupon,
    issued: i64,
    /// The orders that used it; `None` where too many users hold it.
    uses: Option<Vec<CouponUse>>,
    /// The last act of an admin.
    last_act: Option<AuditRow>,
    last_issue: Option<Issue>,
}

impl Records {
    fn read(db: &Db, id: i64) -> Result<Self, WorkError> {
        let stored = find(db, id)?;
        let issued = issued_before(db, id, i64::MAX)?;
        Ok(Self {
            stored,
            issued,
            uses: if issued <= MOST_USES { Some(coupon_uses(db, id)?) } else { None },
            last_act: acts_on(id).until(db, clamp(DateTime::<Utc>::MAX_UTC), 1)?.pop(),
            last_issue: issues_before(db, id, i64::MAX, 1)?.pop(),
        })
    }

    fn answer(&self, db: &Db, question: Question) -> Result<CouponAt, WorkError> {
        let (id, created_at) = (self.stored.coupon.id, self.stored.created_at);
        let acted_at = self.last_act.as_ref().map(|act| act.created_at);
        let issued_at = self.last_issue.as_ref().map(|issue| issue.at);
        let last_change = [acted_at, issued_at, self.moments().max()].into_iter().flatten().max();
        let last_change = last_change.map_or(created_at, |at| at.max(created_at));
        let (instant, latest_at) = question.instants(last_change)?;
        let past = self.past_coupon(db, instant)?;
        let end = if instant == latest_at { i64::MAX } else { issue_id_after(db, id, instant)? };
        let exists = instant >= created_at;
        let issued = if exists { issued_before(db, id, end)? } else { 0 };
        let expiry = past.as_ref().filter(|past| past.state == CouponState::Expired).map(|past| past.end_date);
        let mut causes = Vec::new();
        if exists {
            causes = self.causes(db, (instant, end, issued), expiry, question.fetch())?;
        }
        let has_earlier = causes.len() > question.limit;
        causes.truncate(question.limit);
        let listed = causes.iter().filter_map(|cause| cause.change).sum::<i64>();
        let next_expiry = past.as_ref().filter(|past| past.state == CouponState::Normal).map(|past| past.end_date);
        let as_of = AsOf {
            instant,
            first_at: created_at,
            last_at: if self.is_expired_by(latest_at) {
                last_change.max(self.stored.coupon.end_date)
            } else {
                last_change
            },
            latest_at,
            previous_at: self.previous(db, instant, expiry)?,
            next_at: self.next(db, (instant, end), next_expiry)?.filter(|at| *at <= latest_at),
            causes,
            has_earlier,
            earlier_value: has_earlier.then_some(issued - listed),
            check: check(self.reconciled(db)?),
        };
        let used = self.uses.as_ref().map(|uses| used_at(uses, instant));
        Ok(CouponAt {
            coupon_id: id,
            issued_quantity: exists.then_some(issued),
            used_quantity: used.filter(|_| exists),
            coupon: past.filter(|_| exists),
            as_of,
        })
    }

    fn is_expired_by(&self, instant: DateTime<Utc>) -> bool {
        let is_open = matches!(self.stored.state, CouponState::Normal | CouponState::Expired);
        is_open && self.stored.coupon.end_date <= instant
    }

    /// The instants at which it was used and given back.
    fn moments(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let uses = self.uses.iter().flatten();
        uses.flat_map(|used| [Some(used.used_at), used.returned_at]).flatten()
    }

    /// Its name, terms and state; `None` where the audit log does not say them.
    fn past_coupon(&self, db: &Db, instant: DateTime<Utc>) -> Result<Option<PastCoupon>, WorkError> {
        let acts = acts_on(self.stored.coupon.id);
        let last = acts.until(db, instant, 1)?.pop();
        let next = if last.is_none() { acts.after(db, instant)? } else { None };
        let is_of_then = last.is_some();
        let after_last = last.as_ref().map(after);
        let before_next = next.as_ref().map(|act| terms(act.before.as_deref()));
        let recorded = terms_at(after_last, before_next, past(&self.stored));
        Ok(recorded.map(|past| PastCoupon {
            state: coupon_state_at(past.state.into(), is_of_then, past.end_date, instant).into(),
            ..past
        }))
    }

    /// The changes up to the instant, the latest first, at most `limit`.
    fn causes(
        &self,
        db: &Db,
        (instant, end, issued): (DateTime<Utc>, i64, i64),
        expiry: Option<DateTime<Utc>>,
        limit: i64,
    ) -> Result<Vec<Cause>, WorkError> {
        let id = self.stored.coupon.id;
        let mut causes = Vec::new();
        for used in self.uses.iter().flatten() {
            causes.extend(used.returned_at.map(|at| of_order(used, at, CauseKind::Returned)));
            causes.push(of_order(used, used.used_at, CauseKind::Used));
        }
        causes.extend(expiry.map(|at| cause(at, CauseKind::Expired)));
        let acts = acts_on(id).until(db, instant, limit)?;
        let maker = acts.iter().find(|act| act.action == operation::create_coupon.name());
        let created = cause(self.stored.created_at, CauseKind::Created);
        causes.extend(acts.iter().filter_map(of_act));
        for (issue, after) in issues_before(db, id, end, limit)?.into_iter().zip((0..=issued).rev()) {
            causes.push(Cause {
                change: Some(1),
                after: Some(after),
                actor_id: Some(issue.user_id),
                actor_name: issue.user_name,
                ..cause(issue.at, CauseKind::Issued)
            });
        }
        causes.push(match maker {
            Some(act) => by_admin(created, act),
            None => created,
        });
        causes.retain(|cause| cause.at <= instant);
        causes.sort_by_key(|cause| Reverse(cause.at));
        causes.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(causes)
    }

    fn previous(
        &self,
        db: &Db,
        instant: DateTime<Utc>,
        expiry: Option<DateTime<Utc>>,
    ) -> Result<Option<DateTime<Utc>>, WorkError> {
        let (id, before) = (self.stored.coupon.id, instant - TimeDelta::milliseconds(1));
        let issue = issues_before(db, id, issue_id_after(db, id, before)?, 1)?.pop().map(|issue| issue.at);
        let act = acts_on(id).until(db, before, 1)?.pop().map(|act| act.created_at);
        let known = [issue, act, expiry, Some(self.stored.created_at)].into_iter().flatten();
        Ok(known.chain(self.moments()).filter(|at| *at < instant).max())
    }

    fn next(
        &self,
        db: &Db,
        (instant, end): (DateTime<Utc>, i64),
        expiry: Option<DateTime<Utc>>,
    ) -> Result<Option<DateTime<Utc>>, WorkError> {
        let id = self.stored.coupon.id;
        let issue = first_issue_from(db, id, end)?.map(|(_, at)| at);
        let act = acts_on(id).after(db, instant)?.map(|act| act.created_at);
        let known = [issue, act, expiry, Some(self.stored.created_at)].into_iter().flatten();
        Ok(known.chain(self.moments()).filter(|at| *at > instant).min())
    }

    /// Whether the rows make the coupon that is stored: as many issued units, as many used ones, and the terms of the last
    /// act.
    fn reconciled(&self, db: &Db) -> Result<Reconciled, WorkError> {
        let last = self.last_act.as_ref().map(|act| after(act).map(unexpired));
        let is_last = last.is_none_or(|last| last == Some(unexpired(past(&self.stored))));
        let issued = reconcile(Some(self.issued), self.stored.coupon.issued_quantity, is_last);
        let Some(uses) = &self.uses else {
            return Ok(if issued == Reconciled::Matches { Reconciled::NotChecked } else { issued });
        };
        let latest = clamp(DateTime::<Utc>::MAX_UTC);
        let used = reconcile(Some(used_at(uses, latest)), used_now(db, self.stored.coupon.id)?, true);
        Ok(if issued == Reconciled::Matches { used } else { issued })
    }
}
