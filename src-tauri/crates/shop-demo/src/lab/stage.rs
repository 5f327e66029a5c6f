//! The scratch shop of a run: its own folder, removed with it; users with points, products and a coupon.

use std::sync::Arc;

use chrono::TimeDelta;
use shop_app::catalog::{NewProduct, create_products};
use shop_app::context::{Call, Caller as _, Shop, UserCall};
use shop_app::coupon::{CouponDraft, make_coupon};
use shop_app::order::place_order;
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Principal, ShopOptions, WorkError, Writing};
use shop_app::user::{NewAccount, enter};
use shop_contract::{Order, OrderedProduct, PayOrder, PlaceOrder, ShippingAddress, ShopError};
use shop_domain::coupon::CouponKind;
use shop_domain::point::charge;
use shop_store::StoreResult;

use super::folder::ScratchFolder;
use super::scenario::{self, has_coupon};
use super::{Crowd, LabError, Scenario, Settings};
use crate::customers::customer;

/// Price of a unit, in won.
pub(super) const PRICE: i64 = 10_000;
/// What a coupon takes off, in won.
pub(super) const DISCOUNT: i64 = 3_000;
/// Points of each user, in won.
const POINTS: i64 = 100_000;
/// Users entered in one write.
const BATCH: usize = 500;
/// No hash of a password: nobody signs in to a scratch shop.
const NO_PASSWORD: &str = "-";

/// The scratch shop, open.
pub(super) struct Stage {
    pub(super) shop: Arc<Shop>,
    /// Ids of the users, by their number.
    pub(super) user_ids: Vec<i64>,
    /// Ids of the products; the first is the contended one.
    pub(super) product_ids: Vec<i64>,
    /// Units of each product at the start.
    pub(super) units: Vec<i64>,
    /// The contended coupon.
    pub(super) coupon_id: Option<i64>,
    /// The user whose wallet all payments share, and the orders by the number of the user that pays.
    pub(super) wallet: Option<Wallet>,
    stock: i64,
    // Removed after the shop is closed: fields are dropped in their order.
    pub(super) folder: ScratchFolder,
}

/// One wallet, and the orders that are to be paid out of it.
pub(super) struct Wallet {
    pub(super) user_id: i64,
    pub(super) order_ids: Vec<i64>,
}

impl Stage {
    pub(super) async fn new(settings: &Settings, crowd: &Crowd) -> Result<Self, LabError> {
        let folder = ScratchFolder::new()?;
        let shop = Shop::open(ShopOptions::new(folder.path()))?;
        let units = units(settings);
        let product_ids = products(&shop, &units, settings.scenario).await?;
        let coupon_id = if has_coupon(settings.scenario) { Some(coupon(&shop, settings.stock).await?) } else { None };
        let user_ids = users(&shop, crowd.visits.len()).await?;
        let stock = settings.stock;
        let mut stage = Self { shop, user_ids, product_ids, units, coupon_id, wallet: None, stock, folder };
        if settings.scenario == Scenario::WalletRace {
            stage.wallet = Some(stage.fill_wallet(settings).await?);
        }
        Ok(stage)
    }

    /// A call of a user.
    pub(super) fn call(&self, user_id: i64) -> Result<UserCall, ShopError> {
        let principal = Principal { user_id, role: None, session_id: 0 };
        UserCall::admit(Call::new(Arc::clone(&self.shop), Some(principal), None))
    }

    /// What is left of the contended thing.
    pub(super) fn left(&self) -> StoreResult<i64> {
        if let Some(wallet) = &self.wallet {
            let balance = self.shop.read(|db| shop_store::point::balance(db, wallet.user_id))?;
            return Ok(balance.map_or(0, |balance| balance.available.get() / PRICE));
        }
        if let (Some(coupon_id), true) = (self.coupon_id, self.product_ids.len() != 1) {
            let coupon = self.shop.read(|db| shop_store::coupon::find(db, 0, coupon_id))?;
            return Ok(coupon.map_or(0, |coupon| self.stock - coupon.issued_quantity));
        }
        let Some(product_id) = self.product_ids.first() else { return Ok(0) };
        let level = self.shop.read(|db| shop_store::stock::level(db, *product_id, None))?;
        Ok(level.unwrap_or_default())
    }

    /// An order of one unit for each user, all of one customer with points for `stock` of them.
    async fn fill_wallet(&self, settings: &Settings) -> Result<Wallet, LabError> {
        let user_id = self.user_ids[0];
        let mut order_ids = Vec::with_capacity(self.user_ids.len());
        for _ in 0..self.user_ids.len() {
            order_ids.push(place_order(self.call(user_id)?, order_of(self.product_ids[0], Vec::new())).await?.id);
        }
        let wanted = settings.stock * PRICE;
        self.write(move |writing| top_up(writing, user_id, wanted - POINTS)).await?;
        Ok(Wallet { user_id, order_ids })
    }

    async fn write(
        &self,
        work: impl FnMut(&mut Writing<'_>) -> Result<(), WorkError> + Send + 'static,
    ) -> Result<(), LabError> {
        written(&self.shop, work).await
    }
}

async fn written<T: Send + 'static>(
    shop: &Arc<Shop>,
    work: impl FnMut(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
) -> Result<T, LabError> {
    shop.write(LockKey::Shop, work).await.map_err(|error| LabError::Write(format!("{error:?}")))
}

/// Units of each product: the first is contended, of the others and for a wallet there is enough for all.
fn units(settings: &Settings) -> Vec<i64> {
    let plenty = settings.users as i64;
    let contended = if settings.scenario == Scenario::WalletRace { plenty } else { settings.stock };
    (0..scenario::products(settings.scenario)).map(|number| if number == 0 { contended } else { plenty }).collect()
}

async fn products(shop: &Arc<Shop>, units: &[i64], scenario: Scenario) -> Result<Vec<i64>, LabError> {
    let new = |(number, stock): (usize, &i64)| NewProduct {
        name: format!("한정 상품 {}", number + 1),
        category: "food".to_owned(),
        price: PRICE,
        stock: *stock,
        limited_quantity: (scenario == Scenario::LimitedEdition).then_some(1),
        ..NewProduct::default()
    };
    let news = units.iter().enumerate().map(new).collect();
    let made = create_products(Call::new(Arc::clone(shop), None, None), news).await?;
    Ok(made.into_iter().map(|product| product.id).collect())
}

async fn coupon(shop: &Arc<Shop>, total_quantity: i64) -> Result<i64, LabError> {
    let now = shop.now();
    let draft = CouponDraft {
        name: "선착순 쿠폰".to_owned(),
        name_en: None,
        kind: CouponKind::Cart,
        discount_rate: None,
        discount_price: Some(DISCOUNT),
        max_discount_price: None,
        min_order_amount: 0,
        product_ids: Vec::new(),
        total_quantity,
        begin_date: now - TimeDelta::minutes(1),
        end_date: now + TimeDelta::days(1),
        distribution: None,
        code: None,
    };
    let made = make_coupon(shop, draft).await.map_err(|error| LabError::Write(format!("{error:?}")))?;
    Ok(made.id)
}

async fn users(shop: &Arc<Shop>, count: usize) -> Result<Vec<i64>, LabError> {
    let mut ids = Vec::with_capacity(count);
    for first in (0..count).step_by(BATCH) {
        let account = |number: usize| {
            let someone = customer(number);
            let parsed = NewAccount::parse(None, &someone.email, &someone.name, Some(&someone.phone))?;
            Ok::<_, ShopError>(parsed.with_password_hash(NO_PASSWORD.to_owned()))
        };
        let batch = (first..count.min(first + BATCH)).map(account).collect::<Result<Vec<_>, _>>()?;
        let entered = written(shop, move |writing| {
            let mut ids = Vec::with_capacity(batch.len());
            for account in &batch {
                let user_id = enter(writing, account)?;
                top_up(writing, user_id, POINTS)?;
                ids.push(user_id);
            }
            Ok(ids)
        });
        ids.extend(entered.await?);
    }
    Ok(ids)
}

/// Gives a user points, or takes some away, as an admin does.
fn top_up(writing: &Writing<'_>, user_id: i64, amount: i64) -> Result<(), WorkError> {
    use shop_domain::point::adjust;
    if amount == 0 {
        return Ok(());
    }
    let balance = shop_store::point::balance(writing.tx, user_id)?.ok_or(shop_contract::ErrorCode::UserNotFound)?;
    let out_of_range = |_| ShopError::invalid("stock", "more than a wallet holds");
    if amount > 0 && balance.available.get() == 0 {
        let change = charge(balance.available, amount).map_err(out_of_range)?;
        shop_store::point::charge(writing.tx, user_id, change, "포인트 충전", writing.now)?;
    } else {
        let change = adjust(balance.available, amount).map_err(out_of_range)?;
        shop_store::point::adjust(writing.tx, user_id, change, "실험실", writing.now)?;
    }
    Ok(())
}

/// An order of one unit.
pub(super) fn order_of(product_id: i64, coupon_ids: Vec<i64>) -> PlaceOrder {
    let items = Some(vec![OrderedProduct { product_id, product_option_id: None, quantity: 1 }]);
    PlaceOrder {
        shipping_address: address(),
        coupon_ids,
        cart_item_ids: None,
        items,
        expected_total: None,
        delivery_memo: None,
        delivery_method: None,
    }
}

fn address() -> ShippingAddress {
    customer(0).home
}

/// The payment of an order.
pub(super) fn payment_of(order: &Order) -> PayOrder {
    payment(order.id, order.total_amount)
}

/// A payment with points.
pub(super) fn payment(order_id: i64, amount: i64) -> PayOrder {
    PayOrder::with_points(order_id, amount)
}
