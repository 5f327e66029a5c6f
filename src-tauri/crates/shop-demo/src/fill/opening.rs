//! Creates the content of the demo shop before its first order: products, coupons and users.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::catalog::Codes;
use shop_domain::coupon::CouponKind;
use shop_domain::user::AdminRole as Role;

use super::together::{AT_ONCE, together};
use super::{DemoError, Tell};
use crate::catalogue::DemoProduct;
use crate::coupons::{COUPONS, DemoCoupon, Off};
use crate::customers::{self, DemoCustomer};
use crate::plan::Plan;
use shop_app::catalog::{self, NewOption, NewProduct, NewSale};
use shop_app::context::{AdminCall, Caller as _, UserCall};
use shop_app::context::{Call, Shop};
use shop_app::coupon::{CouponDraft, make_coupon};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Principal, WriteError};
use shop_app::user::DEMO_PASSWORD;
use shop_app::user::NewAccount;
use shop_app::{point, user};
use shop_contract::{AdminRole, ChargePoints, DemoStage, SaveAddress, ShopError};

/// The shop, and the ids of its products, customers and coupons by their numbers in the plan.
pub(super) struct Market {
    pub(super) shop: Arc<Shop>,
    pub(super) products: Vec<Product>,
    pub(super) customers: Vec<Customer>,
    /// Ids of the coupons.
    pub(super) coupons: Vec<i64>,
    pub(super) admin_id: i64,
}

/// A product that was created.
pub(super) struct Product {
    pub(super) id: i64,
    pub(super) option_ids: Vec<i64>,
}

/// A customer who was created.
pub(super) struct Customer {
    pub(super) user_id: i64,
    pub(super) profile: DemoCustomer,
    /// Their points, as the last answer said.
    pub(super) balance: AtomicI64,
}

impl Market {
    /// A call by a customer.
    pub(super) fn call(&self, customer: usize) -> Result<UserCall, ShopError> {
        UserCall::admit(self.call_of(self.customers[customer].user_id, None))
    }

    /// A call by the admin.
    pub(super) fn admin(&self) -> Result<AdminCall, ShopError> {
        AdminCall::admit(self.call_of(self.admin_id, Some(AdminRole::Owner)))
    }

    fn call_of(&self, user_id: i64, role: Option<AdminRole>) -> Call {
        Call::new(Arc::clone(&self.shop), Some(Principal { user_id, role, session_id: 0 }), None)
    }
}

/// Products, or users, created in one write.
const BATCH: usize = 200;

/// Opens the market. `now` is the instant at which the visitor comes in.
pub(super) async fn open(shop: &Arc<Shop>, plan: &Plan, now: DateTime<Utc>, tell: &Tell) -> Result<Market, DemoError> {
    let products = stock_shelves(shop, plan, now, tell).await?;
    let coupons = print_coupons(shop, plan, &products, now, tell).await?;
    let (admin_id, customers) = create_users(shop, plan.users, tell).await?;
    let market = Arc::new(Market { shop: Arc::clone(shop), products, customers, coupons, admin_id });
    settle_in(&market).await?;
    Arc::into_inner(market).ok_or_else(|| DemoError::Write("a customer is still settling in".to_owned()))
}

async fn stock_shelves(
    shop: &Arc<Shop>,
    plan: &Plan,
    now: DateTime<Utc>,
    tell: &Tell,
) -> Result<Vec<Product>, DemoError> {
    let mut products = Vec::with_capacity(plan.products.len());
    for batch in plan.products.chunks(BATCH) {
        tell.tell(DemoStage::Products, products.len(), plan.products.len());
        let news = (products.len()..).zip(batch).map(|(number, product)| new_product(number, product, now)).collect();
        let made = catalog::create_products(Call::new(Arc::clone(shop), None, None), news).await?;
        products.extend(made.into_iter().map(|product| {
            let option_ids = product.options.iter().map(|option| option.id).collect();
            Product { id: product.id, option_ids }
        }));
    }
    tell.tell(DemoStage::Products, products.len(), plan.products.len());
    Ok(products)
}

fn new_product(number: usize, product: &DemoProduct, now: DateTime<Utc>) -> NewProduct {
    let options = product.options.iter();
    NewProduct {
        name: product.name.clone(),
        name_en: Some(product.name_en.clone()),
        description: product.description.to_owned(),
        description_html: None,
        description_en: Some(product.description_en.to_owned()),
        category: product.category.to_owned(),
        price: product.price,
        limited_quantity: product.limited_quantity,
        image: Some(format!("{}.svg", product.picture)),
        sale: product.sale_rate.filter(|&rate| rate >= FLASH_RATE).map(|rate| sale(number, rate, now)),
        stock: product.stock,
        codes: Codes::default(),
        low_stock_threshold: None,
        options: options
            .map(|option| NewOption {
                name: option.name.to_owned(),
                name_en: option.name_en.map(str::to_owned),
                price: option.price,
                stock: option.stock,
                codes: Codes::default(),
            })
            .collect(),
    }
}

/// What takes off less is no flash sale.
const FLASH_RATE: u8 = 24;

/// The flash sale has just begun when the visitor comes in, and ends within two days, each product at its own time.
fn sale(number: usize, rate: u8, now: DateTime<Utc>) -> NewSale {
    let minutes = 150 + (number as i64 * 211) % (45 * 60);
    NewSale {
        rate: i64::from(rate),
        begins_at: now - TimeDelta::minutes(30),
        ends_at: now + TimeDelta::minutes(minutes),
    }
}

async fn print_coupons(
    shop: &Arc<Shop>,
    plan: &Plan,
    products: &[Product],
    now: DateTime<Utc>,
    tell: &Tell,
) -> Result<Vec<i64>, DemoError> {
    let mut ids = Vec::with_capacity(COUPONS.len());
    for (coupon, takers) in COUPONS.iter().zip(&plan.takers) {
        tell.tell(DemoStage::Coupons, ids.len(), COUPONS.len());
        let product_ids: Vec<i64> = of_category(coupon, plan, products).collect();
        if coupon.kind() == CouponKind::CartItem && product_ids.is_empty() {
            // A market of very few products has not all categories: there the coupon is for what there is.
            ids.push(make_coupon(shop, terms(coupon, takers.len(), vec![products[0].id], now)).await?.id);
        } else {
            ids.push(make_coupon(shop, terms(coupon, takers.len(), product_ids, now)).await?.id);
        }
    }
    tell.tell(DemoStage::Coupons, ids.len(), COUPONS.len());
    Ok(ids)
}

/// A coupon names so many products at most; it is shown with their names.
const NAMED: usize = 30;

fn of_category<'a>(coupon: &DemoCoupon, plan: &'a Plan, products: &'a [Product]) -> impl Iterator<Item = i64> + 'a {
    let category = coupon.category;
    let belongs = move |product: &DemoProduct| category.is_some_and(|category| product.category == category);
    plan.products.iter().zip(products).filter(move |(planned, _)| belongs(planned)).map(|(_, made)| made.id).take(NAMED)
}

fn terms(coupon: &DemoCoupon, takers: usize, product_ids: Vec<i64>, now: DateTime<Utc>) -> CouponDraft {
    let (begin_date, end_date) = coupon.period(now);
    let (discount_rate, discount_price) = match coupon.off {
        Off::Rate(rate) => (Some(rate), None),
        Off::Price(price) => (None, Some(price)),
    };
    CouponDraft {
        name: coupon.name.to_owned(),
        name_en: Some(coupon.name_en.to_owned()),
        kind: coupon.kind(),
        discount_rate,
        discount_price,
        max_discount_price: coupon.cap,
        min_order_amount: coupon.min_order_amount,
        product_ids,
        total_quantity: coupon.total(takers as i64),
        begin_date,
        end_date,
        distribution: None,
        code: None,
    }
}

/// All users have the same password, which is hashed once: a thousand hashes would take minutes.
async fn create_users(shop: &Arc<Shop>, users: usize, tell: &Tell) -> Result<(i64, Vec<Customer>), DemoError> {
    let password_hash = user::hash_password(&Call::new(Arc::clone(shop), None, None), DEMO_PASSWORD).await?;
    let admin = NewAccount::parse(Some(Role::Owner), customers::ADMIN_EMAIL, customers::ADMIN_NAME, None)?;
    let admin_ids = enter(shop, vec![admin], &password_hash).await?;
    let mut customers = Vec::with_capacity(users);
    for first in (0..users).step_by(BATCH) {
        tell.tell(DemoStage::Customers, first, users);
        let some: Vec<DemoCustomer> = (first..users.min(first + BATCH)).map(customers::customer).collect();
        let parse =
            |profile: &DemoCustomer| NewAccount::parse(None, &profile.email, &profile.name, Some(&profile.phone));
        let ids = enter(shop, some.iter().map(parse).collect::<Result<_, _>>()?, &password_hash).await?;
        let customer = |(user_id, profile)| Customer { user_id, profile, balance: AtomicI64::new(0) };
        customers.extend(ids.into_iter().zip(some).map(customer));
    }
    // After the customers, whose ids begin right after the owner's.
    let clerk = NewAccount::parse(Some(Role::Clerk), customers::CLERK_EMAIL, customers::CLERK_NAME, None)?;
    enter(shop, vec![clerk], &password_hash).await?;
    tell.tell(DemoStage::Customers, users, users);
    Ok((admin_ids[0], customers))
}

async fn enter(shop: &Arc<Shop>, users: Vec<NewAccount>, password_hash: &str) -> Result<Vec<i64>, WriteError> {
    let users: Vec<_> = users.into_iter().map(|user| user.with_password_hash(password_hash.to_owned())).collect();
    shop.write(LockKey::Shop, move |writing| users.iter().map(|user| user::enter(writing, user)).collect()).await
}

/// Points to begin with: 300,000 won and up, in steps.
fn pocket_money(customer: usize) -> i64 {
    300_000 + (customer as i64 * 7 % 10) * 100_000
}

async fn settle_in(market: &Arc<Market>) -> Result<(), ShopError> {
    let numbers: Vec<usize> = (0..market.customers.len()).collect();
    for some in numbers.chunks(AT_ONCE) {
        together(some.iter().map(|&customer| settle_one_in(Arc::clone(market), customer))).await?;
    }
    Ok(())
}

async fn settle_one_in(market: Arc<Market>, number: usize) -> Result<(), ShopError> {
    let customer = &market.customers[number];
    let home = customer.profile.home.clone();
    let save = SaveAddress { id: None, label: "집".to_owned(), is_default: true, shipping_address: home };
    user::save_address(market.call(number)?, save).await?;
    if number.is_multiple_of(3) {
        let office = customer.profile.office.clone();
        let save = SaveAddress { id: None, label: "회사".to_owned(), is_default: false, shipping_address: office };
        user::save_address(market.call(number)?, save).await?;
    }
    let amount = pocket_money(number);
    point::charge_points(market.call(number)?, ChargePoints::of(amount)).await?;
    customer.balance.store(amount, Ordering::Relaxed);
    Ok(())
}
