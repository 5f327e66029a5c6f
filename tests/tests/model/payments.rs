//! Payments of orders with points and by a transfer: what the rules say of them, and the transfers by the real use cases.

use shop_app::payment::{confirm_payment, pay_order};
use shop_contract::{ConfirmPayment, ErrorCode, PayOrder, PaymentMethod, ShopError};

use crate::real::Real;
use crate::shop::{Answer, Model, Order, State};

const DAY: i64 = 24 * 60;
/// Minutes of the shop's day that have passed when a sequence begins.
const BEGUN: i64 = 12 * 60;
/// Days after the day of the request on which the deposit may come.
const DAYS: i64 = 3;

impl Model {
    pub fn pay(&mut self, user: usize, order: usize, is_amount_wrong: bool) -> Answer {
        let order = self.find(order)?;
        let Order { user: buyer, total, state, expires, is_transferred, .. } = self.orders[order];
        if total == 0 && !is_amount_wrong {
            return Err(ErrorCode::InvalidInput);
        }
        if buyer != user {
            return Err(ErrorCode::OrderNotFound);
        }
        if state != State::Normal || self.minutes >= expires || is_transferred {
            return Err(ErrorCode::InvalidOrderState);
        }
        if is_amount_wrong {
            return Err(ErrorCode::AmountMismatch);
        }
        if self.points[user].0 < total {
            return Err(ErrorCode::InsufficientBalance);
        }
        if std::mem::take(&mut self.does_payment_fail) {
            self.give_back(order, State::Failed)?;
            return Err(ErrorCode::PaymentFailed);
        }
        self.points[user] = (self.points[user].0 - total, self.points[user].1 + total);
        self.orders[order].state = State::Preparing;
        self.orders[order].points = total;
        Ok(vec![total])
    }

    pub fn transfer(&mut self, user: usize, order: usize, points: i64) -> Answer {
        let found = self.find(order);
        let total = found.map_or(1, |order| self.orders[order].total);
        (0..total).contains(&points).then_some(()).ok_or(ErrorCode::InvalidInput)?;
        let order = found?;
        let Order { user: buyer, state, expires, is_transferred, .. } = self.orders[order];
        (buyer == user).then_some(()).ok_or(ErrorCode::OrderNotFound)?;
        if state != State::Normal || self.minutes >= expires || is_transferred {
            return Err(ErrorCode::InvalidOrderState);
        }
        (self.points[user].0 >= points).then_some(()).ok_or(ErrorCode::InsufficientBalance)?;
        if std::mem::take(&mut self.does_payment_fail) {
            self.give_back(order, State::Failed)?;
            return Err(ErrorCode::PaymentFailed);
        }
        self.points[user] = (self.points[user].0 - points, self.points[user].1 + points);
        let order = &mut self.orders[order];
        (order.points, order.is_transferred) = (points, true);
        order.expires = ((self.minutes + BEGUN) / DAY + DAYS + 1) * DAY - BEGUN;
        Ok(vec![total - points, order.expires])
    }

    pub fn confirm_transfer(&mut self, order: usize, is_amount_wrong: bool) -> Answer {
        let order = self.find(order).map_err(|_| ErrorCode::NotFound)?;
        let Order { total, points, state, expires, is_transferred, .. } = self.orders[order];
        is_transferred.then_some(()).ok_or(ErrorCode::NotFound)?;
        if state != State::Normal || self.minutes >= expires {
            return Err(ErrorCode::InvalidOrderState);
        }
        (!is_amount_wrong).then_some(()).ok_or(ErrorCode::AmountMismatch)?;
        self.orders[order].state = State::Preparing;
        Ok(vec![total - points])
    }
}

impl Real {
    pub async fn transfer(&self, user: usize, order: usize, points: i64) -> Result<Vec<i64>, ShopError> {
        let order_id = self.order(order);
        let request = PayOrder {
            payment_method: PaymentMethod::BankTransfer,
            point_amount: Some(points),
            ..PayOrder::with_points(order_id, self.total(order_id))
        };
        let asked = pay_order(self.scene.call(self.users[user]), request).await?;
        let due = asked.due_at.expect("it is due") + chrono::TimeDelta::milliseconds(1);
        Ok(vec![asked.amount, (due - crate::scene::noon()).num_minutes()])
    }

    pub async fn confirm_transfer(&self, order: usize, is_amount_wrong: bool) -> Result<Vec<i64>, ShopError> {
        let of_order =
            format!("FROM payment WHERE order_id = {} AND method <> 'POINT' AND state <> 'FAILED'", self.order(order));
        let first = |column: &str| self.ids(&format!("SELECT {column} {of_order}")).first().copied();
        let (id, amount) = (first("id").unwrap_or(999_999), first("amount").unwrap_or(1));
        let wanted = ConfirmPayment { id, amount: amount + i64::from(is_amount_wrong) };
        confirm_payment(self.scene.call(self.admin), wanted).await.map(|paid| vec![paid.payment.amount])
    }
}
