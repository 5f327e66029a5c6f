//! A shop as large as the panel must bear, made by `demo::fill` as `jangteo demo-data` makes it. It is made once and kept
//! below `target/bench`: a million orders go through the use cases, which takes long. Its schema says whether it is still good.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OpenFlags};
use shop_app::context::{AdminCall, Caller as _};
use shop_app::context::{Call, Shop};
use shop_app::jobs::{Left, fill_search};
use shop_app::runtime::{ManualClock, Principal, ShopOptions};
use shop_app::user;
use shop_contract::{AdminRole, ListUsers};
use shop_demo::{self as demo, ADMIN_EMAIL, DemoSize};

use crate::clients;
use crate::stage::{Copy, Stage, below_target};

/// Orders for each product and for each customer, as 1,000,000 are to 100,000 and 50,000.
const ORDERS_A_PRODUCT: usize = 10;
const ORDERS_A_CUSTOMER: usize = 20;
/// From the last order to the moment at which the panel is looked at.
const AFTERWARDS: TimeDelta = TimeDelta::minutes(3);

/// The data set, and who looks at it.
pub struct BigShop {
    folder: PathBuf,
    size: DemoSize,
}

impl BigShop {
    /// The data set of the stage's size; made first where there is none with the stage's schema.
    ///
    /// # Errors
    /// The disk is full, or a use case refuses what the demo asks for.
    pub fn prepare(stage: &Stage) -> Result<Self> {
        Self::prepare_of(stage, size(stage.orders()))
    }

    /// A data set of another size.
    ///
    /// # Errors
    /// As [`BigShop::prepare`].
    pub fn prepare_of(stage: &Stage, wanted: DemoSize) -> Result<Self> {
        let orders = wanted.orders;
        let name = if wanted.products == size(orders).products {
            format!("shop-of-{orders}")
        } else {
            format!("shop-of-{orders}-with-{}", wanted.products)
        };
        let folder = below_target().join(name);
        let file = Shop::file_in(&folder);
        if file.exists() {
            // Opening brings a file of an earlier version up to today's schema.
            drop(Shop::open(ShopOptions::new(&folder))?);
        }
        if !file.exists() || schema(&file)? != schema(&stage.file())? {
            make(&folder, wanted)?;
        }
        Ok(Self { folder, size: wanted })
    }

    /// A copy that can be written to.
    ///
    /// # Errors
    /// The disk is full.
    pub fn copy(&self, stage: &Stage) -> Result<Copy> {
        stage.copy_of(&Shop::file_in(&self.folder))
    }

    /// What it holds.
    pub fn size(&self) -> String {
        let DemoSize { products, users, orders, .. } = self.size;
        format!("{products} products, {users} customers, {orders} orders")
    }

    /// Opens it `later` than it was made, and gives a call by its admin.
    ///
    /// # Errors
    /// The file cannot be opened, or has no admin.
    pub fn open(&self, later: TimeDelta) -> Result<AdminCall> {
        let clock = ManualClock::new(last_order(&Shop::file_in(&self.folder))? + AFTERWARDS + later);
        let shop = Shop::open(ShopOptions { clock: Arc::new(clock), ..ShopOptions::new(&self.folder) })?;
        // A data set of an earlier version comes without the index of orders.
        while clients::runtime()?.block_on(fill_search(&shop)).map_err(|error| anyhow!("{error:?}"))? == Left::More {}
        admin_of(shop)
    }
}

/// A call by the demo's admin.
fn admin_of(shop: Arc<Shop>) -> Result<AdminCall> {
    let call = |user_id| {
        let principal = Principal { user_id, role: Some(AdminRole::Owner), session_id: 0 };
        AdminCall::admit(Call::new(Arc::clone(&shop), Some(principal), None))
    };
    let wanted = ListUsers { q: Some(ADMIN_EMAIL.to_owned()), ..ListUsers::default() };
    let found = clients::runtime()?.block_on(user::list_users(call(0)?, wanted))?;
    Ok(call(found.items.first().context("the big shop has no admin")?.user.id)?)
}

fn make(folder: &Path, size: DemoSize) -> Result<()> {
    let unfinished = folder.with_extension("unfinished");
    for old in [folder, &unfinished] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    fs::create_dir_all(&unfinished)?;
    let DemoSize { products, orders, .. } = size;
    eprintln!(
        "making a shop of {orders} orders and {products} products, once; a million orders take about twelve minutes"
    );
    let shop = Shop::open(ShopOptions { lock_wait: demo::LOCK_WAIT, ..ShopOptions::new(&unfinished) })?;
    clients::runtime()?.block_on(demo::fill(&shop, size, |_| {}))?;
    drop(shop);
    fs::rename(&unfinished, folder)?;
    Ok(())
}

/// The usual size for so many orders.
pub fn size(orders: usize) -> DemoSize {
    let (products, users) = ((orders / ORDERS_A_PRODUCT).max(1), (orders / ORDERS_A_CUSTOMER).max(1));
    DemoSize { products, users, orders, ..DemoSize::default() }
}

/// Every statement that made the file what it is.
fn schema(file: &Path) -> Result<Vec<String>> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn last_order(file: &Path) -> Result<DateTime<Utc>> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let at: String =
        conn.query_row("SELECT created_at FROM \"order\" ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?;
    Ok(at.parse()?)
}
