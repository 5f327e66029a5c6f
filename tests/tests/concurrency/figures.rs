//! What a crowd must leave behind, as figures: nothing made, nothing lost. They know nothing of the shop, so that they
//! can be held against a bad one too.

use std::collections::BTreeMap;

use shop_contract::ShopError;

/// Units of a product.
#[derive(Debug, Clone, Copy)]
pub struct Goods {
    /// At first, with what an admin has added since.
    pub start: i64,
    /// On the shelf.
    pub left: i64,
    /// In orders that stand.
    pub sold: i64,
}

impl Goods {
    /// What is wrong with them.
    pub fn fault(self) -> Option<String> {
        let is_right = self.left >= 0 && self.sold >= 0 && self.left + self.sold == self.start;
        (!is_right).then(|| format!("units were made or lost: {self:?}"))
    }
}

/// Pieces of a coupon.
#[derive(Debug, Clone, Copy)]
pub struct Pieces {
    /// So many there are.
    pub total: i64,
    /// So many its counter says.
    pub counted: i64,
    /// So many customers have one.
    pub held: i64,
}

impl Pieces {
    /// What is wrong with them.
    pub fn fault(self) -> Option<String> {
        let is_right = self.counted == self.held && self.held <= self.total;
        (!is_right).then(|| format!("pieces were made or lost: {self:?}"))
    }
}

/// Won.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    /// Charged by all customers.
    pub charged: i64,
    /// Still to spend.
    pub left: i64,
    /// Paid for orders that stand.
    pub paid: i64,
}

impl Money {
    /// What is wrong with it.
    pub fn fault(self) -> Option<String> {
        (self.left + self.paid != self.charged).then(|| format!("points were made or lost: {self:?}"))
    }
}

/// Fails with the fault, if there is one.
#[track_caller]
pub fn hold(fault: Option<String>) {
    if let Some(fault) = fault {
        panic!("{fault}");
    }
}

/// How often each answer was given; `done` for those that are no refusal.
pub fn tally<T>(answers: &[Result<T, ShopError>]) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for answer in answers {
        let name = answer.as_ref().err().map_or_else(|| "done".to_owned(), |refusal| format!("{:?}", refusal.code));
        *tally.entry(name).or_default() += 1;
    }
    tally
}

/// Fails unless just so many answers were given of each kind; a kind of which there are none need not be named.
#[track_caller]
pub fn hold_tally<T>(answers: &[Result<T, ShopError>], expected: &[(&str, usize)], why: &str) {
    let expected = expected.iter().filter(|(_, times)| *times > 0).map(|(name, times)| ((*name).to_owned(), *times));
    assert_eq!(tally(answers), expected.collect(), "{why}");
}
