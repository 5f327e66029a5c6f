//! What each step does by the rules, and what it is refused for, in the order of the refusals.

use shop_contract::ErrorCode;

use crate::price::rests;
use crate::shop::{Answer, Coupon, Held, HeldState, Item, Model, Order, Product, State};
use crate::step::Step;

/// Minutes until an unpaid order expires.
const EXPIRY: i64 = 30;

impl Model {
    /// Does a step.
    pub fn perform(&mut self, step: &Step) -> Answer {
        match *step {
            Step::Add { user, product, quantity } => self.add(user, product, quantity),
            Step::Change { user, product, quantity } => self.change(user, product, quantity),
            Step::Remove { user, product } => self.change(user, product, 0),
            Step::Issue { .. } | Step::Redeem { .. } | Step::Grant { .. } => self.get_coupon(step),
            Step::Place { user, ref held, is_total_wrong, .. } => {
                let lines = self.carts[user].clone();
                let placed = self.place(user, &lines, held, is_total_wrong)?;
                self.carts[user].clear();
                Ok(placed)
            }
            Step::BuyNow { user, product, quantity } => {
                (quantity > 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                self.place(user, &[(product, quantity)], &[], false)
            }
            Step::Pay { user, order, is_amount_wrong } => self.pay(user, order, is_amount_wrong),
            Step::Transfer { user, order, points } => self.transfer(user, order, points),
            Step::ConfirmTransfer { order, is_amount_wrong } => self.confirm_transfer(order, is_amount_wrong),
            Step::Cancel { user, order } => self.cancel(user, order),
            Step::Refund { order } => {
                let order = self.find(order)?;
                self.orders[order].is_paid().then_some(()).ok_or(ErrorCode::InvalidOrderState)?;
                self.give_back(order, State::Refunded)
            }
            Step::Ship { order } => self.ship(order),
            Step::Unship { order } => self.unship(order),
            Step::Deliver { order } => self.move_on(order, State::Shipped, State::Delivered),
            Step::Charge { user, amount, .. } => {
                (1_000..=10_000_000).contains(&amount).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                self.points[user].0 += amount;
                Ok(vec![self.points[user].0])
            }
            Step::Request { .. } | Step::Withdraw { .. } | Step::Confirm { .. } | Step::Reject { .. } => {
                self.deposit(step)
            }
            Step::AdjustPoints { user, amount } => {
                (amount != 0 && self.points[user].0 + amount >= 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
                self.points[user].0 += amount;
                Ok(vec![self.points[user].0])
            }
            Step::Register { name } => {
                self.newcomers.insert(name).then_some(()).ok_or(ErrorCode::EmailTaken)?;
                self.points.push((0, 0));
                self.carts.push(Vec::new());
                Ok(Vec::new())
            }
            Step::Shipping { fee, free_over } => self.done(|model| model.shipping = (fee, free_over)),
            Step::FailNextPayment => self.done(|model| model.does_payment_fail = true),
            Step::Wait { minutes } => self.done(|model| model.minutes += minutes),
            Step::Jobs => self.done(Self::run_jobs),
            Step::Restart => self.done(|model| model.does_payment_fail = false),
            _ => self.edit(step),
        }
    }

    fn done(&mut self, work: impl FnOnce(&mut Self)) -> Answer {
        work(self);
        Ok(Vec::new())
    }

    /// The order at a place in the circle of all.
    pub fn find(&self, order: usize) -> Result<usize, ErrorCode> {
        if self.orders.is_empty() { Err(ErrorCode::OrderNotFound) } else { Ok(order % self.orders.len()) }
    }

    fn bought(&self, user: usize, product: usize) -> i64 {
        let orders = self.orders.iter().filter(|order| order.user == user && order.stands());
        orders.flat_map(|order| &order.items).filter(|item| item.product == product).map(|item| item.quantity).sum()
    }

    fn add(&mut self, user: usize, product: usize, quantity: i64) -> Answer {
        (quantity > 0).then_some(()).ok_or(ErrorCode::InvalidInput)?;
        let line = self.carts[user].iter().position(|(other, _)| *other == product);
        let wanted = quantity + line.map_or(0, |line| self.carts[user][line].1);
        self.check_line(user, product, wanted)?;
        match line {
            Some(line) => self.carts[user][line].1 = wanted,
            None => self.carts[user].push((product, wanted)),
        }
        Ok(vec![wanted])
    }

    fn change(&mut self, user: usize, product: usize, quantity: i64) -> Answer {
        let line =
            self.carts[user].iter().position(|(other, _)| *other == product).ok_or(ErrorCode::CartItemNotFound)?;
        if quantity == 0 {
            self.carts[user].remove(line);
            return Ok(Vec::new());
        }
        self.check_line(user, product, quantity)?;
        self.carts[user][line].1 = quantity;
        Ok(vec![quantity])
    }

    fn check_line(&self, user: usize, product: usize, wanted: i64) -> Result<(), ErrorCode> {
        let Product { available, limit, .. } = self.products[product];
        if !self.products[product].is_sold() {
            Err(ErrorCode::ProductNotFound)
        } else if wanted > available {
            Err(ErrorCode::InsufficientStock)
        } else if limit.is_some_and(|limit| self.bought(user, product) + wanted > limit) {
            Err(ErrorCode::ExceededLimitedQuantity)
        } else {
            Ok(())
        }
    }

    fn place(&mut self, user: usize, lines: &[(usize, i64)], held: &[usize], is_total_wrong: bool) -> Answer {
        if lines.is_empty() {
            return Err(ErrorCode::CartEmpty);
        }
        let refused =
            |is_refused: &dyn Fn(usize, i64) -> bool| lines.iter().any(|(product, units)| is_refused(*product, *units));
        let limit = |product: usize| self.products[product].limit.unwrap_or(i64::MAX);
        if refused(&|product, _| !self.products[product].is_sold()) {
            return Err(ErrorCode::ProductNotFound);
        }
        if refused(&|product, units| self.bought(user, product) + units > limit(product)) {
            return Err(ErrorCode::ExceededLimitedQuantity);
        }
        if refused(&|product, units| units > self.products[product].available) {
            return Err(ErrorCode::InsufficientStock);
        }
        let amounts: Vec<i64> = lines.iter().map(|(product, units)| self.products[*product].price * units).collect();
        let rests = self.priced(user, lines, held, &amounts).ok_or(ErrorCode::InvalidCoupon)?;
        if is_total_wrong {
            return Err(ErrorCode::AmountMismatch);
        }
        Ok(self.record(user, lines, held.to_vec(), (amounts.iter().sum(), rests)))
    }

    /// What is left to pay of each line; `None` where a coupon cannot be used.
    fn priced(&self, user: usize, lines: &[(usize, i64)], held: &[usize], amounts: &[i64]) -> Option<Vec<i64>> {
        let (amount, mut chosen) = (amounts.iter().sum::<i64>(), Vec::new());
        for (place, id) in held.iter().enumerate() {
            let Held { user: owner, coupon, state } = self.held[*id];
            let Coupon { off, product, min_order, begins, ends, .. } = self.coupons[coupon];
            let is_usable = owner == user
                && state == HeldState::Available
                && (begins..ends).contains(&self.minutes)
                && amount >= min_order
                && !held[..place].contains(id);
            let line = match product {
                Some(product) => Some(lines.iter().position(|(other, _)| *other == product)?),
                None => None,
            };
            is_usable.then(|| chosen.push((line, off)))?;
        }
        // At most two for the cart. Each product has one coupon here, so that nothing more can be said of one.
        (chosen.iter().filter(|(line, _)| line.is_none()).count() <= 2).then(|| rests(amounts.to_vec(), &chosen))?
    }

    fn record(
        &mut self,
        user: usize,
        lines: &[(usize, i64)],
        held: Vec<usize>,
        (amount, rests): (i64, Vec<i64>),
    ) -> Vec<i64> {
        let goods: i64 = rests.iter().sum();
        let (fee, free_over) = self.shipping;
        let total = if free_over > 0 && goods >= free_over { goods } else { goods + fee };
        for (product, quantity) in lines {
            self.products[*product].available -= quantity;
            self.products[*product].sold += quantity;
        }
        held.iter().for_each(|id| self.held[*id].state = HeldState::Used);
        let items = lines.iter().zip(rests).map(|((product, quantity), total)| Item {
            product: *product,
            quantity: *quantity,
            total,
        });
        let state = if total == 0 { State::Preparing } else { State::Normal };
        self.orders.push(Order {
            user,
            items: items.collect(),
            held,
            amount,
            total,
            state,
            expires: self.minutes + EXPIRY,
            points: 0,
            is_transferred: false,
            shipped: None,
        });
        vec![amount, total]
    }

    fn cancel(&mut self, user: usize, order: usize) -> Answer {
        let order = self.find(order)?;
        if self.orders[order].user != user {
            return Err(ErrorCode::OrderNotFound);
        }
        match self.orders[order].state {
            State::Normal => self.give_back(order, State::Cancelled),
            State::Preparing => self.give_back(order, State::Refunded),
            _ => Err(ErrorCode::InvalidOrderState),
        }
    }

    /// Ends an order and gives back what it took.
    pub fn give_back(&mut self, order: usize, end: State) -> Answer {
        let Order { user, items, held, total, points, .. } = self.orders[order].clone();
        for Item { product, quantity, .. } in items {
            self.products[product].available += quantity;
            self.products[product].sold -= quantity;
        }
        for id in held {
            let is_over = self.minutes >= self.coupons[self.held[id].coupon].ends;
            self.held[id].state = if is_over { HeldState::Expired } else { HeldState::Available };
        }
        self.points[user] = (self.points[user].0 + points, self.points[user].1 - points);
        self.orders[order].state = end;
        Ok(vec![total])
    }

    fn ship(&mut self, order: usize) -> Answer {
        let shipped = self.move_on(order, State::Preparing, State::Shipped)?;
        let order = self.find(order)?;
        self.orders[order].shipped = Some(self.minutes);
        Ok(shipped)
    }

    /// Only at once: the shortest wait of a sequence is longer than an admin has to undo it.
    fn unship(&mut self, order: usize) -> Answer {
        let found = self.find(order)?;
        (self.orders[found].shipped == Some(self.minutes)).then_some(()).ok_or(ErrorCode::InvalidOrderState)?;
        self.move_on(order, State::Shipped, State::Preparing)
    }

    fn move_on(&mut self, order: usize, from: State, to: State) -> Answer {
        let order = self.find(order)?;
        (self.orders[order].state == from).then_some(()).ok_or(ErrorCode::InvalidOrderState)?;
        self.orders[order].state = to;
        Ok(vec![self.orders[order].total])
    }

    fn run_jobs(&mut self) {
        for order in 0..self.orders.len() {
            if self.orders[order].state == State::Normal && self.minutes >= self.orders[order].expires {
                self.give_back(order, State::Cancelled).expect("nothing refuses it");
            }
        }
    }
}
