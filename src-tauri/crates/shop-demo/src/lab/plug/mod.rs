//! A process that is killed in a checkout. The parent makes a scratch shop, starts the same program as a child on it, kills the
//! child where it stops, opens the file again, and repeats the requests of the client with their idempotency keys.

mod child;

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use serde::Serialize;
use shop_app::context::{Call, Caller as _, Shop, UserCall};
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_app::runtime::{Principal, ShopOptions};
use shop_app::{Broken, verify};
use shop_contract::{LabBroken, LabMoment, LabPlug, LabRepeat, LabState, Order, ShopError};
use shop_store::lab::standing;
use shop_store::{StoreResult, idempotency};

use super::folder::ScratchFolder;
use super::outcome::broken;
use super::recorder::state;
use super::stage::{Stage, order_of, payment_of};
use super::{Crowd, Guard, LabError, Scenario, Settings};
use child::Stopped;
pub use child::plug_child;

/// The argument with which a program runs [`plug_child`]; those of the child follow it.
pub const PLUG_CHILD: &str = "lab-plug-child";
/// The idempotency key of the order.
const ORDER_KEY: &str = "lab-order";
/// The idempotency key of the payment.
const PAYMENT_KEY: &str = "lab-payment";
/// Units at the start.
const STOCK: i64 = 3;
/// The longest time until the child stops.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// The program of this process. On Linux also where its file was replaced meanwhile.
///
/// # Errors
/// The system does not know it.
pub fn own_program() -> std::io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok(PathBuf::from("/proc/self/exe")) } else { std::env::current_exe() }
}

/// Kills a process in a checkout and tells what becomes of the shop. `program` starts a program that calls [`plug_child`] with
/// the arguments that follow. Blocks; to be called from a thread that runs no async code.
///
/// # Errors
/// [`LabError`], where the scratch shop cannot be made or the child does not come to `moment`.
pub fn pull_the_plug(moment: LabMoment, program: Command) -> Result<LabPlug, LabError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(pulled(moment, program))
}

async fn pulled(moment: LabMoment, program: Command) -> Result<LabPlug, LabError> {
    let (scenario, guard, arrival) = (Scenario::LastItem, Guard::Keyed, Duration::ZERO);
    let settings = Settings { scenario, guard, users: 1, stock: STOCK, seed: 1, arrival };
    let stage = Stage::new(&settings, &Crowd::new(&settings)).await?;
    let (user_id, product_id) = (stage.user_ids[0], stage.product_ids[0]);
    let look = |shop: &Shop| -> StoreResult<LabState> { shop.read(|db| standing(db, product_id, user_id)).map(state) };
    let before = look(&stage.shop)?;
    // The child opens the file alone, as a program does.
    let Stage { shop, folder, .. } = stage;
    drop(shop);
    let killed = kill_at(moment, program, &folder, user_id, product_id)?;
    let (file_bytes, wal_bytes) = sizes(folder.path());
    let started = Instant::now();
    let shop = Shop::open(ShopOptions::new(folder.path()))?;
    let reopen_ms = started.elapsed().as_secs_f64() * 1_000.0;
    let (reopened, reopened_identities) = (look(&shop)?, identities(&shop)?);
    let (order, placed) = repeat_order(&shop, user_id, product_id).await?;
    let payment = repeat_payment(&shop, user_id, &placed).await?;
    Ok(LabPlug {
        moment,
        process_id: killed.process_id,
        signal: signal(killed.status),
        statement: killed.stopped.statement,
        before,
        inside: killed.stopped.state,
        reopened,
        repeated: look(&shop)?,
        wal_bytes,
        file_bytes,
        reopen_ms,
        order,
        payment,
        reopened_identities,
        identities: identities(&shop)?,
    })
}

fn identities(shop: &Arc<Shop>) -> Result<Vec<LabBroken>, LabError> {
    Ok(verify(shop)?.into_iter().map(|row: Broken| broken(row)).collect())
}

/// A child that was killed.
struct Killed {
    process_id: u32,
    status: ExitStatus,
    stopped: Stopped,
}

/// Starts the child and kills it where it has stopped.
fn kill_at(
    moment: LabMoment,
    mut program: Command,
    folder: &ScratchFolder,
    user_id: i64,
    product_id: i64,
) -> Result<Killed, LabError> {
    program.arg(folder.path()).arg(moment.name()).arg(user_id.to_string()).arg(product_id.to_string());
    // The child ends with its standard input, also where this process is killed itself.
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = program.spawn()?;
    let process_id = child.id();
    let stopped = stop_of(&mut child);
    let _ = child.kill();
    let status = child.wait()?;
    let stopped = stopped.ok_or_else(|| LabError::Child(format!("it did not come to {}: {status}", moment.name())))?;
    Ok(Killed { process_id, status, stopped })
}

/// What the child says where it stops; `None` where it ends or takes too long.
fn stop_of(child: &mut Child) -> Option<Stopped> {
    let out = child.stdout.take()?;
    let (told, line) = channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        if BufReader::new(out).read_line(&mut text).is_ok() {
            // Nobody waits any more where it took too long.
            let _ = told.send(text);
        }
    });
    serde_json::from_str(&line.recv_timeout(LONGEST_WAIT).ok()?).ok()
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

/// Bytes of the database file and of its write-ahead log.
fn sizes(folder: &Path) -> (u64, u64) {
    let file = Shop::file_in(folder);
    let mut wal = file.clone().into_os_string();
    wal.push("-wal");
    let bytes = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    (bytes(&file), bytes(Path::new(&wal)))
}

/// A call of the customer with an idempotency key.
fn call(shop: &Arc<Shop>, user_id: i64, key: &str) -> Result<UserCall, ShopError> {
    let principal = Principal { user_id, role: None, session_id: 0 };
    UserCall::admit(Call::new(Arc::clone(shop), Some(principal), Some(key.to_owned())))
}

fn is_stored(shop: &Shop, user_id: i64, key: &str) -> StoreResult<bool> {
    Ok(shop.read(|db| idempotency::find(db, user_id, key))?.is_some())
}

async fn repeat_order(shop: &Arc<Shop>, user_id: i64, product_id: i64) -> Result<(LabRepeat, Order), LabError> {
    let was_stored = is_stored(shop, user_id, ORDER_KEY)?;
    let order = place_order(call(shop, user_id, ORDER_KEY)?, order_of(product_id, Vec::new())).await?;
    let again = place_order(call(shop, user_id, ORDER_KEY)?, order_of(product_id, Vec::new())).await?;
    let answer = order.order_number.clone();
    Ok((LabRepeat { answer, was_stored, is_stable: is_same(&order, &again) }, order))
}

async fn repeat_payment(shop: &Arc<Shop>, user_id: i64, order: &Order) -> Result<LabRepeat, LabError> {
    let was_stored = is_stored(shop, user_id, PAYMENT_KEY)?;
    let payment = pay_order(call(shop, user_id, PAYMENT_KEY)?, payment_of(order)).await?;
    let again = pay_order(call(shop, user_id, PAYMENT_KEY)?, payment_of(order)).await?;
    let answer = payment.amount.to_string();
    Ok(LabRepeat { answer, was_stored, is_stable: is_same(&payment, &again) })
}

fn is_same<T: Serialize>(one: &T, other: &T) -> bool {
    let text = |value: &T| serde_json::to_string(value).ok();
    text(one).is_some() && text(one) == text(other)
}
