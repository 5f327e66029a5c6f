//! What can be done, and how it is chosen. Numbers are small, so that steps meet: few users, products and coupons, few units.

use proptest::prelude::*;

/// Users of the model; an admin comes to them.
pub const USERS: usize = 3;
/// Products.
pub const PRODUCTS: usize = 4;
/// Coupons.
pub const COUPONS: usize = 5;

/// Customers that may join, each by a name of his own.
pub const NEWCOMERS: usize = 2;
/// Places beyond the first products and coupons, for those that an admin makes.
const MADE: usize = 2;

/// One step. Users, products and coupons are numbered from 0; a number beyond the last one means one from the beginning, as
/// does the place of an order, of a request for points or of a coupon of a user among all.
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
    /// Enters the code that the coupon has, or would have.
    Redeem {
        user: usize,
        coupon: usize,
    },
    /// Gives the coupon to one customer, or to all.
    Grant {
        coupon: usize,
        user: Option<usize>,
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
    /// Pays by a transfer, with so many points of it at once.
    Transfer {
        user: usize,
        order: usize,
        points: i64,
    },
    /// Confirms the deposit of an order.
    ConfirmTransfer {
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
    /// Requests points, as in a shop that wants a deposit first.
    Request {
        user: usize,
        amount: i64,
    },
    Withdraw {
        user: usize,
        request: usize,
    },
    Confirm {
        request: usize,
        is_amount_wrong: bool,
    },
    Reject {
        request: usize,
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
    /// A customer registers, with one of few e-mail addresses.
    Register {
        name: usize,
    },
    NewProduct {
        price: i64,
        units: i64,
        limit: Option<i64>,
    },
    /// A coupon for the cart, with or without a code.
    NewCoupon {
        percent: i64,
        total: i64,
        has_code: bool,
    },
    /// The shop sets its shipping fee, and the goods from which there is none.
    Shipping {
        fee: i64,
        free_over: i64,
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
    let (user, product, order) = (0..USERS + NEWCOMERS, 0..PRODUCTS + MADE, 0..8usize);
    let coupon = || 0..COUPONS + MADE;
    let key = || proptest::option::weighted(0.2, 0..2u8);
    let buying = prop_oneof![
        5 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::Add { user, product, quantity }),
        1 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::Change { user, product, quantity }),
        1 => (user.clone(), product.clone()).prop_map(|(user, product)| Step::Remove { user, product }),
        3 => (user.clone(), coupon()).prop_map(|(user, coupon)| Step::Issue { user, coupon }),
        1 => (user.clone(), coupon()).prop_map(|(user, coupon)| Step::Redeem { user, coupon }),
        5 => (user.clone(), proptest::collection::vec(0..6usize, 0..4), prop::bool::weighted(0.1), key())
            .prop_map(|(user, held, is_total_wrong, key)| Step::Place { user, held, is_total_wrong, key }),
        2 => (user.clone(), product.clone(), 0..4i64).prop_map(|(user, product, quantity)| Step::BuyNow { user, product, quantity }),
        5 => (user.clone(), order.clone(), prop::bool::weighted(0.1))
            .prop_map(|(user, order, is_amount_wrong)| Step::Pay { user, order, is_amount_wrong }),
        3 => (user.clone(), order.clone(), prop_oneof![3 => Just(0), 1 => Just(-1), 3 => Just(700)])
            .prop_map(|(user, order, points)| Step::Transfer { user, order, points }),
        2 => (user.clone(), order.clone()).prop_map(|(user, order)| Step::Cancel { user, order }),
        3 => (user.clone(), prop_oneof![Just(999), Just(1_000), Just(3_000), Just(20_000), Just(10_000_001)], key())
            .prop_map(|(user, amount, key)| Step::Charge { user, amount, key }),
        1 => (user.clone(), prop_oneof![Just(999), Just(1_000), Just(5_000), Just(10_000_001)])
            .prop_map(|(user, amount)| Step::Request { user, amount }),
        1 => (user.clone(), 0..8usize).prop_map(|(user, request)| Step::Withdraw { user, request }),
    ];
    let running = prop_oneof![
        2 => order.clone().prop_map(|order| Step::Refund { order }),
        4 => (order.clone(), prop::bool::weighted(0.2))
            .prop_map(|(order, is_amount_wrong)| Step::ConfirmTransfer { order, is_amount_wrong }),
        8 => order.clone().prop_map(|order| Step::Ship { order }),
        12 => order.clone().prop_map(|order| Step::Deliver { order }),
        2 => order.prop_map(|order| Step::Unship { order }),
        2 => (0..8usize, prop::bool::weighted(0.2))
            .prop_map(|(request, is_amount_wrong)| Step::Confirm { request, is_amount_wrong }),
        1 => (0..8usize).prop_map(|request| Step::Reject { request }),
        1 => (user, -5_000..5_000i64).prop_map(|(user, amount)| Step::AdjustPoints { user, amount }),
        2 => (product.clone(), 0..4i64).prop_map(|(product, quantity)| Step::Increase { product, quantity }),
        1 => (product.clone(), 0..4i64).prop_map(|(product, quantity)| Step::Decrease { product, quantity }),
        1 => (product.clone(), 0..6i64).prop_map(|(product, quantity)| Step::Set { product, quantity }),
        1 => (product.clone(), 0..4_000i64).prop_map(|(product, price)| Step::Price { product, price }),
        1 => (product.clone(), prop::bool::ANY).prop_map(|(product, is_offered)| Step::Offer { product, is_offered }),
        1 => product.clone().prop_map(|product| Step::Delete { product }),
        2 => product.prop_map(|product| Step::Restore { product }),
        1 => (coupon(), 0..6i64).prop_map(|(coupon, total)| Step::CouponTotal { coupon, total }),
        1 => (coupon(), prop::bool::weighted(0.7)).prop_map(|(coupon, is_offered)| Step::OfferCoupon { coupon, is_offered }),
        1 => coupon().prop_map(|coupon| Step::DeleteCoupon { coupon }),
        1 => (0..NEWCOMERS).prop_map(|name| Step::Register { name }),
        1 => (-1..3_000i64, 0..5i64, proptest::option::of(1..3i64))
            .prop_map(|(price, units, limit)| Step::NewProduct { price, units, limit }),
        1 => (0..60i64, 0..4i64, prop::bool::ANY)
            .prop_map(|(percent, total, has_code)| Step::NewCoupon { percent, total, has_code }),
        1 => (coupon(), proptest::option::of(0..USERS + NEWCOMERS))
            .prop_map(|(coupon, user)| Step::Grant { coupon, user }),
        1 => (prop_oneof![Just(0), Just(500)], prop_oneof![Just(0), Just(2_000)])
            .prop_map(|(fee, free_over)| Step::Shipping { fee, free_over }),
        1 => Just(Step::FailNextPayment),
        2 => prop_oneof![3 => Just(1), 3 => Just(7), 3 => Just(31), 3 => Just(700), 1 => Just(5_100)].prop_map(|minutes| Step::Wait { minutes }),
        2 => Just(Step::Jobs),
        1 => Just(Step::Restart),
    ];
    prop_oneof![3 => buying, 1 => running]
}
