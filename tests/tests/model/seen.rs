//! The state of the model as text.

use std::collections::BTreeMap;

use crate::shop::{Held, HeldState, Item, Model, Order, Product, Request, State};

impl Model {
    /// The state, in the form of [`crate::real::Real::seen`].
    pub fn seen(&self) -> Vec<String> {
        let mut seen = Vec::new();
        for (id, Product { available, sold, .. }) in self.products.iter().enumerate() {
            seen.push(format!("product {id} {available} {sold}"));
        }
        seen.extend(self.points.iter().enumerate().map(|(id, (left, used))| format!("points {id} {left} {used}")));
        for Request { user, amount, state } in &self.requests {
            seen.push(format!("request {user} {amount} {}", format!("{state:?}").to_uppercase()));
        }
        seen.extend(
            self.coupons
                .iter()
                .enumerate()
                .map(|(id, coupon)| format!("coupon {id} {} {}", coupon.issued, coupon.total)),
        );
        for Held { user, coupon, state } in &self.held {
            let is_over = *state == HeldState::Available && self.minutes >= self.coupons[*coupon].ends;
            let state = if is_over { HeldState::Expired } else { *state };
            seen.push(format!("held {user} {coupon} {}", format!("{state:?}").to_uppercase()));
        }
        for (user, lines) in self.carts.iter().enumerate() {
            seen.extend(lines.iter().map(|(product, quantity)| format!("line {user} {product} {quantity}")));
        }
        for Order { user, amount, total, state, .. } in &self.orders {
            let state =
                if *state == State::Failed { "PAYMENT_FAILED".to_owned() } else { format!("{state:?}").to_uppercase() };
            seen.push(format!("order {user} {amount} {total} {state}"));
        }
        for Item { product, quantity, total } in self.orders.iter().flat_map(|order| &order.items) {
            seen.push(format!("item {product} {quantity} {total}"));
        }
        seen.extend(self.sales());
        seen
    }

    /// Units and won sold of each product in orders that are paid.
    fn sales(&self) -> impl Iterator<Item = String> {
        let mut sales: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for item in self.orders.iter().filter(|order| order.is_paid()).flat_map(|order| &order.items) {
            let sum = sales.entry(item.product).or_default();
            *sum = (sum.0 + item.quantity, sum.1 + item.total);
        }
        sales.into_iter().map(|(product, (units, won))| format!("sales {product} {units} {won}"))
    }
}
