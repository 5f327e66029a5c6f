//! What can be done, and how it is chosen. Numbers are small, so that steps meet: few users, products and coupons, few units.

use proptest::prelude::*;

/// Users of the model; an admin comes to them.
pub const USERS: usize = 3;
/// Products.
pub const PRODUCTS: usize = 4;
/// Coupons.
pub const COUPONS: usize = 5;

/// One step. Products, coupons and users are numbered from 0; an order or a coupon of a user by its place among all, in a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Add {
        user: usize,
        product: usize,
        quantity: i64,
    },
    Change {
        user: usize,
        product: usize,
        quantity: i64,
    },
    Remove {
        user: usize,
        product: usize,
    },
    Issue {
        user: usize,
        coupon: usize,
    },
    Place {
        user: usize,
        held: Vec<usize>,
        is_total_wrong: bool,
        key: Option<u8>,
    },
    BuyNow {
        user: usize,
        product: usize,
        quantity: i64,
    },
    Pay {
        user: usize,
        order: usize,
        is_amount_wrong: bool,
    },
    Cancel {
        user: usize,
        order: usize,
    },
    Refund {
        order: usize,
    },
    Ship {
        order: usize,
    },
    Deliver {
        order: usize,
    },
    Charge {
        user: usize,
        amount: i64,
        key: Option<u8>,
    },
    AdjustPoints {
        user: usize,
        amount: i64,
    },
    Increase {
        product: usize,
        quantity: i64,
    },
    Decrease {
        product: usize,
        quantity: i64,
    },
    Set {
        product: usize,
        quantity: i64,
    },
    Price {
        product: usize,
        price: i64,
    },
    /// For sale, or no longer.
    Offer {
        product: usize,
        is_offered: bool,
    },
    Delete {
        product: usize,
    },
    Restore {
        product: usize,
    },
    /// Sets how many there are of a coupon.
    CouponTotal {
        coupon: usize,
        total: i64,
    },
    /// Handed out, or no longer.
    OfferCoupon {
        coupon: usize,
        is_offered: bool,
    },
    DeleteCoupon {
        coupon: usize,
    },
    Unship {
        order: usize,
    },
    /// The next payment fails after the debit.
    FailNextPayment,
    Wait {
        minutes: i64,
    },
    /// The jobs that expire orders and coupons.
    Jobs,
    Restart,
}

/// Any step, the ones of buying more often than the others.
pub fn step() -> impl Strategy<Value = Step> {
    let (user, product, order) = (0..USERS, 0..PRODUCTS, 0..8usize);
    let key = || proptest::option::weighted(0.2, 0..2u8);
    let buying = prop_oneof![
        5 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::Add { user, product, quantity }),
        1 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::Change { user, product, quantity }),
        1 => (user.clone(), product.clone()).prop_map(|(user, product)| Step::Remove { user, product }),
        3 => (user.clone(), 0..COUPONS).prop_map(|(user, coupon)| Step::Issue { user, coupon }),
        5 => (user.clone(), proptest::collection::vec(0..6usize, 0..4), prop::bool::weighted(0.1), key())
            .prop_map(|(user, held, is_total_wrong, key)| Step::Place { user, held, is_total_wrong, key }),
        2 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::BuyNow { user, product, quantity }),
        5 => (user.clone(), order.clone(), prop::bool::weighted(0.1))
            .prop_map(|(user, order, is_amount_wrong)| Step::Pay { user, order, is_amount_wrong }),
        2 => (user.clone(), order.clone()).prop_map(|(user, order)| Step::Cancel { user, order }),
        3 => (user.clone(), prop_oneof![Just(999), Just(1_000), Just(3_000), Just(20_000), Just(10_000_001)], key())
            .prop_map(|(user, amount, key)| Step::Charge { user, amount, key }),
    ];
    let running = prop_oneof![
        2 => order.clone().prop_map(|order| Step::Refund { order }),
        2 => order.clone().prop_map(|order| Step::Ship { order }),
        1 => order.clone().prop_map(|order| Step::Deliver { order }),
        1 => order.prop_map(|order| Step::Unship { order }),
        1 => (user, -5_000..5_000i64).prop_map(|(user, amount)| Step::AdjustPoints { user, amount }),
        2 => (product.clone(), 0..4i64).prop_map(|(product, quantity)| Step::Increase { product, quantity }),
        1 => (product.clone(), 0..4i64).prop_map(|(product, quantity)| Step::Decrease { product, quantity }),
        1 => (product.clone(), 0..6i64).prop_map(|(product, quantity)| Step::Set { product, quantity }),
        1 => (product.clone(), 0..4_000i64).prop_map(|(product, price)| Step::Price { product, price }),
        1 => (product.clone(), prop::bool::ANY).prop_map(|(product, is_offered)| Step::Offer { product, is_offered }),
        1 => product.clone().prop_map(|product| Step::Delete { product }),
        2 => product.prop_map(|product| Step::Restore { product }),
        1 => (0..COUPONS, 0..6i64).prop_map(|(coupon, total)| Step::CouponTotal { coupon, total }),
        1 => (0..COUPONS, prop::bool::weighted(0.7)).prop_map(|(coupon, is_offered)| Step::OfferCoupon { coupon, is_offered }),
        1 => (0..COUPONS).prop_map(|coupon| Step::DeleteCoupon { coupon }),
        1 => Just(Step::FailNextPayment),
        2 => prop_oneof![Just(1), Just(7), Just(31), Just(700)].prop_map(|minutes| Step::Wait { minutes }),
        2 => Just(Step::Jobs),
        1 => Just(Step::Restart),
    ];
    prop_oneof![3 => buying, 1 => running]
}
