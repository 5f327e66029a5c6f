//! The file that every contender gets a fresh copy of: products, coupons, and users with full carts and points.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result};
use chrono::{DateTime, TimeDelta, Utc};
use shop_app::context::Shop;
use shop_app::runtime::{Clock as _, SystemClock};
use shop_domain::coupon::{CouponKind, Discount, Distribution};
use shop_domain::point::BalanceChange;
use shop_domain::{Quantity, Won};
use shop_store::cart::LineKey;
use shop_store::coupon::CouponTerms;
use shop_store::peers::Peer;
use shop_store::product::NewProduct;
use shop_store::user::NewUser;
use shop_store::{StoreResult, Tx};

/// Products, with ids from 1, of which there are more than anybody buys.
pub const PRODUCTS: i64 = 2_000;
/// Users, with ids from 1, each with [`LINES`] different products in their carts.
pub const USERS: i64 = 40_000;
/// Coupons, with ids from 1, that do not run out.
pub const COUPONS: i64 = 100;
/// Lines of an order.
pub const LINES: i64 = 3;
/// Users, with ids after the others, who all have the scarce product in their carts.
pub const RUSHERS: i64 = 1_000;
/// The product of which there are just [`RUSHERS`] units.
pub const SCARCE_PRODUCT: i64 = PRODUCTS + 1;
/// The coupon of which there are just [`SCARCE_COUPONS`].
pub const SCARCE_COUPON: i64 = COUPONS + 1;
/// How many there are of it.
pub const SCARCE_COUPONS: i64 = 100;
/// The price of everything, in won.
pub const PRICE: i64 = 10_000;

const POINTS: i64 = 1_000_000;

/// The template, and room for copies of it.
pub struct Stage {
    folder: PathBuf,
    copies: AtomicUsize,
    orders: usize,
    jangteo: Option<PathBuf>,
}

/// A copy of the template in a folder of its own, gone when it is dropped.
pub struct Copy {
    folder: PathBuf,
}

impl Stage {
    /// Builds the template below `target/bench`; a bench within the bench gets another place. `orders` is the size of the
    /// big shop and `jangteo` the program, if a row needs them.
    ///
    /// # Errors
    /// The disk is full, or a store function fails.
    pub fn new(is_child: bool, orders: usize, jangteo: Option<PathBuf>) -> Result<Self> {
        let name = if is_child { "slow" } else { "plain" };
        let folder = below_target().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Peer::open(&Shop::file_in(&folder))?.in_transaction(|tx| fill(tx, now()))?;
        Ok(Self { folder, copies: AtomicUsize::new(0), orders, jangteo })
    }

    /// The template's database.
    pub fn file(&self) -> PathBuf {
        Shop::file_in(&self.folder)
    }

    /// Orders of the big shop, if a row needs one.
    pub fn orders(&self) -> usize {
        self.orders
    }

    /// The program `jangteo`.
    ///
    /// # Errors
    /// It was not given.
    pub fn jangteo(&self) -> Result<&Path> {
        self.jangteo.as_deref().context("--jangteo names the program; cargo xtask bench builds it")
    }

    /// A fresh copy, already on the disk, so that writing it out does not disturb what is measured.
    ///
    /// # Errors
    /// The disk is full.
    pub fn copy(&self) -> Result<Copy> {
        self.copy_of(&self.file())
    }

    /// A copy of another database, which must not be open.
    ///
    /// # Errors
    /// The disk is full.
    pub fn copy_of(&self, original: &Path) -> Result<Copy> {
        let folder = self.folder.join(self.copies.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir_all(&folder)?;
        let file = Shop::file_in(&folder);
        fs::copy(original, &file)?;
        fs::File::open(&file)?.sync_all()?;
        Ok(Copy { folder })
    }
}

impl Copy {
    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The database.
    pub fn file(&self) -> PathBuf {
        Shop::file_in(&self.folder)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left behind goes with the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Where the bench keeps its files: on the file system of the project, which is what is measured.
pub fn below_target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench")
}

/// Now.
pub fn now() -> DateTime<Utc> {
    shop_store::to_millis(SystemClock.now())
}

/// An amount that is known to be one.
pub fn won(amount: i64) -> Won {
    Won::new(amount).expect("BUG: a small amount")
}

/// The products in the cart of a user: different ones, spread evenly.
pub fn basket(user: i64) -> impl Iterator<Item = i64> {
    (0..LINES).map(move |line| (user * 37 + line * 613) % PRODUCTS + 1)
}

fn fill(tx: &Tx<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    for id in 1..=SCARCE_PRODUCT {
        let stock = if id == SCARCE_PRODUCT { RUSHERS } else { 100_000_000 };
        shop_store::product::create(tx, &product(id, stock), now)?;
    }
    for id in 1..=SCARCE_COUPON {
        let total = if id == SCARCE_COUPON { SCARCE_COUPONS } else { 1_000_000 };
        shop_store::coupon::create(tx, &coupon(total, now), now)?;
    }
    (1..=USERS).try_for_each(|id| user(tx, id, basket(id), now))?;
    (1..=RUSHERS).try_for_each(|id| user(tx, USERS + id, std::iter::once(SCARCE_PRODUCT), now))
}

fn user(tx: &Tx<'_>, number: i64, basket: impl Iterator<Item = i64>, now: DateTime<Utc>) -> StoreResult<()> {
    let user = NewUser {
        email: format!("buyer{number}@bench.example"),
        password_hash: "none".to_owned(),
        name: "Buyer".to_owned(),
        phone: None,
        role: None,
    };
    let id = shop_store::user::create(tx, &user, now)?;
    let balance = BalanceChange { before: won(0), after: won(POINTS) };
    shop_store::point::charge(tx, id, balance, "charge", now)?;
    let one = Quantity::new(1).expect("BUG: one is a quantity");
    for product_id in basket {
        shop_store::cart::insert(tx, id, LineKey { product_id, option_id: None }, one, PRICE, now)?;
    }
    Ok(())
}

fn product(number: i64, stock: i64) -> NewProduct {
    NewProduct {
        name: format!("상품 {number}"),
        name_en: Some(format!("Product {number}")),
        description: "A product to measure with".to_owned(),
        description_html: None,
        description_en: None,
        category: "living".to_owned(),
        price: won(PRICE),
        limited_quantity: None,
        image: None,
        low_stock_threshold: None,
        codes: shop_domain::catalog::Codes::default(),
        sale: None,
        stock,
        options: Vec::new(),
    }
}

fn coupon(total_quantity: i64, now: DateTime<Utc>) -> CouponTerms {
    CouponTerms {
        name: "Ten percent".to_owned(),
        name_en: None,
        kind: CouponKind::Cart,
        discount: Discount::new(Some(10), None).expect("BUG: ten percent is a discount"),
        max_discount: None,
        min_order_amount: won(0),
        product_ids: Vec::new(),
        total_quantity,
        begin_date: now - TimeDelta::days(1),
        end_date: now + TimeDelta::days(30),
        distribution: Distribution::Open,
        code: None,
    }
}
