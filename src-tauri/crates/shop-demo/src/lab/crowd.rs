//! The crowd: the visits of a run in their order. Made from the seed before anything runs, so that the same seed gives the same
//! arrivals under every guard.

use std::time::Duration;

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus, seq::SliceRandom as _};
use sha2::{Digest as _, Sha256};

use super::scenario::products;
use super::{Scenario, Settings};

/// What a user comes for. Products and orders are numbers of the scratch shop, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// A coupon.
    Coupon,
    /// A unit of a product, not paid yet.
    Order(usize),
    /// A unit of a product, paid.
    Buy(usize),
    /// A coupon and, with it, a unit of a product.
    BuyWithCoupon(usize),
    /// The payment of the user's own order out of the shared wallet.
    Pay,
}

/// One user on the way to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The user, from 0; each comes once.
    pub user: usize,
    /// What for.
    pub intent: Intent,
    /// When, from the start of the run.
    pub at: Duration,
}

/// All visits in the order of their arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd {
    /// The visits.
    pub visits: Vec<Visit>,
}

impl Crowd {
    /// The crowd of a run.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(settings.seed);
        let mut users: Vec<usize> = (0..settings.users).collect();
        users.shuffle(&mut random);
        let mut at: Vec<u64> = (0..settings.users)
            .map(|_| random.random_range(0..=u64::try_from(settings.arrival.as_micros()).unwrap_or(u64::MAX)))
            .collect();
        at.sort_unstable();
        let visit = |(user, micros)| Visit {
            user,
            intent: intent(settings.scenario, &mut random),
            at: Duration::from_micros(micros),
        };
        Self { visits: users.into_iter().zip(at).map(visit).collect() }
    }

    /// A fingerprint of the arrivals: equal for equal seeds, sizes and scenarios.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        for visit in &self.visits {
            digest.update(format!("{} {:?} {}\n", visit.user, visit.intent, visit.at.as_micros()));
        }
        digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The place in the order of arrival, from 0, by user.
    pub(super) fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.visits.len()];
        for (place, visit) in self.visits.iter().enumerate() {
            places[visit.user] = place;
        }
        places
    }
}

fn intent(scenario: Scenario, random: &mut Xoshiro256PlusPlus) -> Intent {
    let products = products(scenario);
    match scenario {
        Scenario::CouponRush => Intent::Coupon,
        Scenario::LastItem => Intent::Buy(0),
        Scenario::LimitedEdition => Intent::BuyWithCoupon(0),
        Scenario::FlashSale if random.random_bool(0.5) => Intent::Buy(0),
        Scenario::FlashSale => Intent::Buy(random.random_range(1..products)),
        Scenario::WalletRace => Intent::Pay,
        // The mix of the bench: a fifth of coupons, two fifths of orders, two fifths of payments.
        Scenario::Mixed => match random.random_range(0..5) {
            0 => Intent::Coupon,
            1 | 2 => Intent::Order(random.random_range(0..products)),
            _ => Intent::Buy(random.random_range(0..products)),
        },
    }
}
