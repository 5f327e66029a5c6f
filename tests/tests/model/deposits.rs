//! Requests for points: what the rules say of each end, and the same by the real use cases.

use shop_app::charge::{confirm_charge, reject_charge, withdraw_charge};
use shop_app::point::charge_points;
use shop_contract::{
    ById, ChargePoints, ChargedPoints, ConfirmCharge, ErrorCode, PointCharging, RejectCharge, ShopError,
};

use crate::real::Real;
use crate::shop::{Answer, Model, Request, RequestState};
use crate::step::Step;

/// Requests of one user that may wait.
const MOST_WAITING: usize = 5;

impl Model {
    /// Does a step of a request.
    pub fn deposit(&mut self, step: &Step) -> Answer {
        match *step {
            Step::Request { user, amount } => {
                (1_000..=10_000_000).contains(&amount).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                let waits = |request: &&Request| request.user == user && request.state == RequestState::Requested;
                let waiting = self.requests.iter().filter(waits).count();
                (waiting < MOST_WAITING).then_some(()).ok_or(ErrorCode::Conflict)?;
                self.requests.push(Request { user, amount, state: RequestState::Requested });
                Ok(vec![amount])
            }
            Step::Withdraw { user, request } => {
                let request = self.request(request)?;
                (self.requests[request].user == user).then_some(()).ok_or(ErrorCode::NotFound)?;
                self.end(request, RequestState::Rejected)
            }
            Step::Reject { request } => {
                let request = self.request(request)?;
                self.end(request, RequestState::Rejected)
            }
            Step::Confirm { request, is_amount_wrong } => {
                let request = self.request(request)?;
                let Request { user, amount, state } = self.requests[request];
                (state == RequestState::Requested).then_some(()).ok_or(ErrorCode::Conflict)?;
                (!is_amount_wrong).then_some(()).ok_or(ErrorCode::AmountMismatch)?;
                self.points[user].0 += amount;
                self.end(request, RequestState::Confirmed)
            }
            ref other => unreachable!("{other:?} is no step of a request"),
        }
    }

    fn request(&self, request: usize) -> Result<usize, ErrorCode> {
        request.checked_rem(self.requests.len()).ok_or(ErrorCode::NotFound)
    }

    fn end(&mut self, request: usize, end: RequestState) -> Answer {
        let request = &mut self.requests[request];
        (request.state == RequestState::Requested).then_some(()).ok_or(ErrorCode::Conflict)?;
        request.state = end;
        Ok(vec![request.amount])
    }
}

impl Real {
    /// Does a step of a request.
    pub async fn deposit(&self, step: &Step) -> Result<Vec<i64>, ShopError> {
        match *step {
            Step::Request { user, amount } => {
                self.scene.set_charging(PointCharging::Request).await;
                let asked = charge_points(self.scene.call(self.users[user]), ChargePoints::of(amount)).await;
                self.scene.set_charging(PointCharging::Free).await;
                match asked? {
                    ChargedPoints::Requested(request) => Ok(vec![request.amount]),
                    ChargedPoints::Charged(row) => panic!("points without a deposit: {row:?}"),
                }
            }
            Step::Withdraw { user, request } => {
                let wanted = ById { id: self.request(request) };
                withdraw_charge(self.scene.call(self.users[user]), wanted).await.map(|request| vec![request.amount])
            }
            Step::Reject { request } => {
                let wanted = RejectCharge { id: self.request(request), reason: "a reason".to_owned() };
                reject_charge(self.scene.call(self.admin), wanted).await.map(|ended| vec![ended.charge.amount])
            }
            Step::Confirm { request, is_amount_wrong } => {
                let id = self.request(request);
                let amount = self.ids(&format!("SELECT amount FROM charge_request WHERE id = {id}")).first().copied();
                let wanted = ConfirmCharge { id, amount: amount.unwrap_or(1) + i64::from(is_amount_wrong) };
                confirm_charge(self.scene.call(self.admin), wanted).await.map(|ended| vec![ended.charge.amount])
            }
            ref other => unreachable!("{other:?} is no step of a request"),
        }
    }

    /// The request at a place in the circle of all.
    fn request(&self, place: usize) -> i64 {
        let ids = self.ids("SELECT id FROM charge_request ORDER BY id");
        place.checked_rem(ids.len()).map_or(999_999, |place| ids[place])
    }
}
