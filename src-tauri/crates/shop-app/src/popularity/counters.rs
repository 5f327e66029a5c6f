//! Units and won sold by product and day. Each product with a sale has a slot, and each day is an array over the slots,
//! so that summing a few days is a linear scan: under a millisecond at 100,000 products.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

use chrono::NaiveDate;
use shop_domain::ranking::{Sales, rank};

/// The counts of all days that are kept.
#[derive(Default)]
pub(super) struct Counters {
    slots: HashMap<i64, usize>,
    product_ids: Vec<i64>,
    days: BTreeMap<NaiveDate, Day>,
}

/// One day; the arrays end at the last slot with a sale.
#[derive(Default)]
struct Day {
    quantities: Vec<i64>,
    amounts: Vec<i64>,
}

impl Counters {
    /// Adds a sale; negative for returns.
    pub(super) fn add(&mut self, day: NaiveDate, sales: Sales) {
        let next = self.product_ids.len();
        let slot = *self.slots.entry(sales.product_id).or_insert(next);
        if slot == next {
            self.product_ids.push(sales.product_id);
        }
        let day = self.days.entry(day).or_default();
        if day.quantities.len() <= slot {
            day.quantities.resize(slot + 1, 0);
            day.amounts.resize(slot + 1, 0);
        }
        day.quantities[slot] = day.quantities[slot].saturating_add(sales.quantity);
        day.amounts[slot] = day.amounts[slot].saturating_add(sales.amount);
    }

    /// Removes the days before `first`.
    pub(super) fn purge(&mut self, first: NaiveDate) {
        self.days = self.days.split_off(&first);
    }

    /// The `limit` best sellers of these days. Only possible candidates are sorted.
    pub(super) fn best(&self, first: NaiveDate, last: NaiveDate, limit: usize) -> Vec<Sales> {
        let quantities = self.quantities(first, last);
        let least = least_of_best(quantities.iter().copied(), limit);
        let candidates = (0..).zip(quantities).filter(|(_, quantity)| *quantity >= least);
        let sales = candidates.map(|(slot, quantity): (usize, i64)| Sales {
            product_id: self.product_ids[slot],
            quantity,
            amount: self.amount(first, last, slot),
        });
        rank(sales, limit)
    }

    /// The sales of every product in these days.
    pub(super) fn sales(&self, first: NaiveDate, last: NaiveDate) -> Vec<Sales> {
        let sums = self.quantities(first, last).into_iter().zip(self.sums(first, last, |day| &day.amounts));
        let sales = self.product_ids.iter().zip(sums);
        let sales = sales.map(|(&product_id, (quantity, amount))| Sales { product_id, quantity, amount });
        sales.filter(|sales| sales.quantity != 0).collect()
    }

    /// The units of every product with a sale in these days.
    pub(super) fn units(&self, first: NaiveDate, last: NaiveDate) -> HashMap<i64, i64> {
        let sold = self.product_ids.iter().copied().zip(self.quantities(first, last));
        sold.filter(|(_, quantity)| *quantity > 0).collect()
    }

    fn quantities(&self, first: NaiveDate, last: NaiveDate) -> Vec<i64> {
        self.sums(first, last, |day| &day.quantities)
    }

    /// One figure of these days, summed for each slot.
    fn sums(&self, first: NaiveDate, last: NaiveDate, of: impl Fn(&Day) -> &[i64]) -> Vec<i64> {
        let mut sums = vec![0_i64; self.product_ids.len()];
        for (_, day) in self.days.range(first..=last) {
            for (sum, figure) in sums.iter_mut().zip(of(day)) {
                *sum = sum.saturating_add(*figure);
            }
        }
        sums
    }

    fn amount(&self, first: NaiveDate, last: NaiveDate, slot: usize) -> i64 {
        let amounts = self.days.range(first..=last).filter_map(|(_, day)| day.amounts.get(slot));
        amounts.fold(0, |sum: i64, amount| sum.saturating_add(*amount))
    }
}

/// The `limit` best of the products' sales. Only possible candidates are sorted.
pub(super) fn best(mut sales: Vec<Sales>, limit: usize) -> Vec<Sales> {
    let least = least_of_best(sales.iter().map(|sales| sales.quantity), limit);
    sales.retain(|sales| sales.quantity >= least);
    rank(sales, limit)
}

/// The `limit`-th largest quantity, at least 1: products with less cannot be among the best, whatever the tie-break.
fn least_of_best(quantities: impl Iterator<Item = i64>, limit: usize) -> i64 {
    let mut best: BinaryHeap<Reverse<i64>> = BinaryHeap::with_capacity(limit + 1);
    for quantity in quantities.filter(|quantity| *quantity > 0) {
        let is_full = best.len() == limit;
        if is_full && best.peek().is_some_and(|Reverse(least)| quantity <= *least) {
            continue;
        }
        best.push(Reverse(quantity));
        if is_full {
            best.pop();
        }
    }
    match best.peek() {
        Some(Reverse(least)) if best.len() == limit => *least,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).expect("March has it")
    }

    fn counters(sold: &[(u32, i64, i64)]) -> Counters {
        let mut counters = Counters::default();
        for (on, product_id, quantity) in sold {
            counters.add(day(*on), Sales { product_id: *product_id, quantity: *quantity, amount: quantity * 100 });
        }
        counters
    }

    #[test]
    fn days_are_added_up_and_refunds_taken_off() {
        let counters = counters(&[(1, 7, 5), (2, 7, 1), (2, 3, 4), (3, 3, 2), (3, 9, 8), (3, 9, -8)]);
        let best = |first, last, limit| {
            let best = counters.best(day(first), day(last), limit);
            best.iter().map(|sales| (sales.product_id, sales.quantity, sales.amount)).collect::<Vec<_>>()
        };
        assert_eq!(
            best(1, 3, 5),
            [(3, 6, 600), (7, 6, 600)],
            "a tie goes to the lower id, a full refund leaves the list"
        );
        assert_eq!(best(1, 3, 1), [(3, 6, 600)], "the limit cuts after the tie is broken");
        assert_eq!(best(2, 2, 5), [(3, 4, 400), (7, 1, 100)], "only the days asked for count");
        assert_eq!(best(4, 9, 5), [], "days without sales have no best seller");
    }

    #[test]
    fn a_purge_forgets_old_days_alone() {
        let mut counters = counters(&[(1, 7, 5), (2, 7, 1)]);
        counters.purge(day(2));
        assert_eq!(counters.units(day(1), day(2)), HashMap::from([(7, 1)]), "the second day is still there");
    }
}
