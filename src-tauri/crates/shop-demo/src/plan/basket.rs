//! What lies in a basket, and what that does to the shelves.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rand::{RngExt as _, rngs::Xoshiro256PlusPlus};

use super::{Fate, PlannedLine, PlannedOrder};
use crate::catalogue::{DemoProduct, product};

/// What is bought by an order that comes to nothing must not be scarce: it would keep others from it meanwhile, and lie
/// there again afterwards.
const PLENTY: i64 = 24;
/// Draws for one line before the basket is taken as it is.
const DRAWS: usize = 12;

/// The shelves as they shall be at the end, and what is taken from them until then.
pub(super) struct Shelves {
    products: Vec<DemoProduct>,
    /// Units taken of each product and option; a product without options has one entry.
    taken: Vec<Vec<i64>>,
    /// Running sums of how well each product sells.
    appeal: Vec<u64>,
    /// What each customer has ordered of what is limited.
    had: HashMap<(usize, usize), i64>,
}

impl Shelves {
    pub(super) fn new(count: usize, random: &mut Xoshiro256PlusPlus) -> Self {
        let products: Vec<_> = (0..count).map(product).collect();
        let taken = products.iter().map(|product| vec![0; product.options.len().max(1)]).collect();
        let mut total = 0;
        let appeal = (0..count)
            .map(|_| {
                // A few sell very well, most now and then.
                let rank: u64 = random.random_range(1..=200);
                total += 4_000 / (rank + 12) + 6;
                total
            })
            .collect();
        Self { products, taken, appeal, had: HashMap::new() }
    }

    /// An order with something in its basket; `None` where nothing was found that this customer may buy.
    pub(super) fn order(
        &mut self,
        at: DateTime<Utc>,
        customer: usize,
        fate: Fate,
        random: &mut Xoshiro256PlusPlus,
    ) -> Option<PlannedOrder> {
        let wanted = match random.random_range(0..100) {
            0..=41 => 1,
            42..=72 => 2,
            73..=90 => 3,
            _ => 4,
        };
        let mut lines: Vec<PlannedLine> = Vec::with_capacity(wanted);
        for _ in 0..wanted * DRAWS {
            if lines.len() == wanted {
                break;
            }
            let line = self.draw(random);
            if lines.iter().all(|other| other.product != line.product) && self.allows(customer, line, fate) {
                lines.push(line);
            }
        }
        for line in &lines {
            self.taken[line.product][line.option.unwrap_or(0)] += line.quantity;
            if self.products[line.product].limited_quantity.is_some() {
                *self.had.entry((customer, line.product)).or_default() += line.quantity;
            }
        }
        let with_coupons = fate == Fate::Paid && random.random_range(0..100) < 35;
        (!lines.is_empty()).then_some(PlannedOrder { at, customer, lines, with_coupons, fate })
    }

    /// The products with the stock to open with.
    pub(super) fn opening(self) -> Vec<DemoProduct> {
        let mut products = self.products;
        for (product, taken) in products.iter_mut().zip(self.taken) {
            if product.options.is_empty() {
                product.stock += taken[0];
            }
            for (option, taken) in product.options.iter_mut().zip(taken) {
                option.stock += taken;
            }
        }
        products
    }

    fn draw(&self, random: &mut Xoshiro256PlusPlus) -> PlannedLine {
        let total = self.appeal.last().copied().unwrap_or(1);
        let drawn = random.random_range(0..total);
        let number = self.appeal.partition_point(|&end| end <= drawn);
        let product = &self.products[number];
        let option = (!product.options.is_empty()).then(|| random.random_range(0..product.options.len()));
        let price = option.map_or(product.price, |option| product.options[option].price);
        let quantity = match random.random_range(0..100) {
            0..=77 => 1,
            _ if price > 120_000 => 1,
            78..=94 => 2,
            _ => 3,
        };
        PlannedLine { product: number, option, quantity }
    }

    fn allows(&self, customer: usize, line: PlannedLine, fate: Fate) -> bool {
        let product = &self.products[line.product];
        let left = line.option.map_or(product.stock, |option| product.options[option].stock);
        let had = self.had.get(&(customer, line.product)).copied().unwrap_or(0);
        let within_limit = product.limited_quantity.is_none_or(|limit| had + line.quantity <= limit);
        within_limit && (fate == Fate::Paid || left >= PLENTY)
    }
}
