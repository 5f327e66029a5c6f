//! Tables of a large shop: all its orders as a file, part by part, and 100,000 products taken in.

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, ensure};
use chrono::TimeDelta;
use serde_json::json;
use shop_app::context::{AdminCall, Call, Caller as _, Shop};
use shop_app::runtime::{Principal, ShopOptions};
use shop_app::{catalog, order, shop, verify_folder};
use shop_contract::{AdminRole, ExportOrders, ImportProducts, SetUpShop, ShopEvent};
use shop_demo::catalogue::{DemoProduct, product};

use crate::admin::BigShop;
use crate::clients;
use crate::http::resident_mebibytes;
use crate::measure::Plan;
use crate::stage::{Stage, below_target};
use crate::table::{Check, Outcome};

/// Products of the table.
const PRODUCTS: usize = 100_000;
/// Seconds that taking it in may last.
const GOAL: f64 = 20.0;
/// Memory that the file of all orders may need, in MiB, however many there are.
const MEMORY: f64 = 32.0;
/// Parts until every buffer has grown to its size.
const WARM_UP: usize = 200;

/// All orders as a file.
pub fn out(stage: &Stage, _: Plan) -> Result<Outcome> {
    let big = BigShop::prepare(stage)?;
    let call = big.open(TimeDelta::zero())?;
    let (started, mut cursor) = (Instant::now(), None);
    let (mut rows, mut bytes, mut parts, mut least, mut most) = (0, 0, 0, f64::MAX, 0.0_f64);
    let runtime = clients::runtime()?;
    loop {
        let request = ExportOrders { cursor, ..ExportOrders::default() };
        let part = runtime.block_on(order::export_orders(call.clone(), request))?;
        (rows, bytes, parts) = (rows + part.rows, bytes + part.csv.len(), parts + 1);
        if parts >= WARM_UP {
            let now = resident_mebibytes(std::process::id())?;
            (least, most) = (least.min(now), most.max(now));
        }
        cursor = part.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    let found =
        format!("{rows} orders, {} MB in {seconds:.1} s: {:.0} a second", bytes / 1_000_000, rows as f64 / seconds);
    Ok(Outcome {
        checks: vec![Check::at_most("growth of memory, MiB", MEMORY, (most - least).max(0.0))],
        measured: vec![("data", big.size()), ("orders as a file", found)],
    })
}

/// A table of products into an empty shop. What is not exact ends the bench.
pub fn taken_in(_: &Stage, _: Plan) -> Result<Outcome> {
    let folder = below_target().join("import");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let (runtime, csv) = (clients::runtime()?, table(PRODUCTS)?);
    let bytes = csv.len();
    let shop = Shop::open(ShopOptions::new(&folder))?;
    let (seconds, told) = runtime.block_on(take_in(&shop, csv))?;
    drop(shop);
    let broken = verify_folder(&folder)?.broken;
    ensure!(broken.is_empty(), "the books are wrong: {broken:?}");
    fs::remove_dir_all(&folder)?;
    Ok(Outcome {
        checks: vec![
            Check::at_most("seconds for 100,000 products", GOAL, seconds),
            Check::at_least("times that progress was told", 50.0, told as f64),
        ],
        measured: vec![("table", format!("{PRODUCTS} products, {} MB", bytes / 1_000_000))],
    })
}

/// The seconds it took, and how often its progress was told.
async fn take_in(shop: &Arc<Shop>, csv: String) -> Result<(f64, usize)> {
    let open = SetUpShop {
        shop_name: "Bench".to_owned(),
        email: "admin@bench.example".to_owned(),
        password: "a long enough password".to_owned(),
        name: "Admin".to_owned(),
        set_up_code: None,
        point_charging: None,
        payment_methods: None,
        deposit_account: None,
        business: None,
    };
    shop::set_up_shop(Call::new(Arc::clone(shop), None, None), open).await?;
    // The first user of a shop is its admin.
    let admin = Principal { user_id: 1, role: Some(AdminRole::Owner), session_id: 0 };
    let admin = AdminCall::admit(Call::new(Arc::clone(shop), Some(admin), None))?;
    let (mut events, mut told) = (shop.events().listen(), 0);
    let started = Instant::now();
    let done = catalog::import_products(admin, ImportProducts { csv: Some(csv), ..ImportProducts::default() }).await?;
    let seconds = started.elapsed().as_secs_f64();
    ensure!(done.done && done.created == PRODUCTS as i64, "the table was not taken in: {done:?}");
    while let Ok(notice) = events.try_recv() {
        told += usize::from(matches!(notice.event, ShopEvent::ImportProgress { .. }));
    }
    Ok((seconds, told))
}

/// The demo's products as a table.
fn table(count: usize) -> Result<String> {
    let mut table = "name,nameEn,description,descriptionEn,category,price,stock,options\n".to_owned();
    for number in 0..count {
        let product = product(number);
        let options = product.options.iter();
        let options = options.map(|option| json!({"name": option.name, "price": option.price, "stock": option.stock}));
        let options: Vec<_> = options.collect();
        let DemoProduct { name, name_en, description, description_en, category, price, stock, .. } = &product;
        let options = if options.is_empty() { String::new() } else { serde_json::to_string(&options)? };
        let cells = [name, name_en, *description, *description_en, &options].map(|cell| cell.replace('"', "\"\""));
        let [name, name_en, description, description_en, options] = cells;
        let texts = format!("\"{name}\",\"{name_en}\",\"{description}\",\"{description_en}\"");
        writeln!(table, "{texts},{category},{price},{stock},\"{options}\"")?;
    }
    Ok(table)
}
