//! The doors under a crowd: what thousands of sign-ins leave in memory, and how long a customer waits beside strangers who
//! register. Both over HTTP, against the real server.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use serde_json::json;
use shop_app::context::{Call, Shop};
use shop_app::runtime::ShopOptions;
use shop_app::user::hash_password;

use crate::clients::{crowd, runtime};
use crate::http::{Line, Served, resident_mebibytes};
use crate::measure::{Measured, Plan, Window};
use crate::stage::Stage;
use crate::table::{Check, Outcome};

const PASSWORD: &str = "a long enough password";
/// Sign-ins in all, and at once.
const SIGN_INS: usize = 3_600;
const AT_ONCE: usize = 60;
/// Strangers who register, and customers who sign in beside them.
const STRANGERS: usize = 70;
const CUSTOMERS: usize = 8;
/// One thread is enough for clients that only wait.
const THREADS: usize = 1;
/// Before a stranger who found the line full tries again.
const PAUSE: Duration = Duration::from_millis(100);
const OVERLOADED: u16 = 503;

/// Memory after sign-ins, and the wait beside strangers.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let served = Arc::new(Served::start(stage)?);
    give_passwords(&served)?;
    let more = memory(&served)?;
    let registered = Arc::new(AtomicUsize::new(0));
    let waits = crowd(THREADS, plan, STRANGERS + CUSTOMERS, |number, window| {
        behave(Arc::clone(&served), Arc::clone(&registered), number, window)
    })?;
    Arc::into_inner(served).expect("BUG: the clients have ended").stop()?;
    let registered = registered.load(Ordering::Relaxed);
    ensure!(registered > 0, "no stranger came in beside the customers");
    Ok(Outcome {
        checks: vec![
            Check::at_most("MiB more after 3,600 sign-ins, 60 at once", 150.0, more),
            Check::at_most("sign-in beside 70 strangers, p99 in ms", 1_000.0, waits.millis_at(0.99)),
        ],
        measured: vec![
            ("sign-in beside 70 strangers", waits.to_string()),
            ("strangers who came in meanwhile", registered.to_string()),
        ],
    })
}

/// The users of the stage have no passwords; those who sign in here get one.
fn give_passwords(served: &Served) -> Result<()> {
    let shop = Shop::open(ShopOptions::new(served.folder()))?;
    let hash = runtime()?.block_on(hash_password(&Call::new(Arc::clone(&shop), None, None), PASSWORD))?;
    drop(shop);
    let books = rusqlite::Connection::open(Shop::file_in(served.folder()))?;
    books.busy_timeout(Duration::from_secs(5))?;
    books.execute("UPDATE user SET password_hash = ?1 WHERE id <= ?2", (hash, AT_ONCE as i64))?;
    Ok(())
}

/// MiB that the sign-ins have left.
fn memory(served: &Arc<Served>) -> Result<f64> {
    let held = || resident_mebibytes(served.id());
    let before = held()?;
    runtime()?.block_on(async {
        let users: Vec<_> = (0..AT_ONCE)
            .map(|number| {
                let served = Arc::clone(served);
                tokio::spawn(async move {
                    let mut line = Line::connect(served.port()).await?;
                    for _ in 0..SIGN_INS / AT_ONCE {
                        sign_in(&mut line, number).await?;
                    }
                    anyhow::Ok(())
                })
            })
            .collect();
        for user in users {
            user.await??;
        }
        anyhow::Ok(())
    })?;
    Ok(held()? - before)
}

async fn sign_in(line: &mut Line, number: usize) -> Result<()> {
    let wish = json!({"email": format!("buyer{}@bench.example", number % AT_ONCE + 1), "password": PASSWORD});
    let status = line.status_of("/v1/auth/login", &wish.to_string()).await?;
    ensure!(status == 200, "a customer was answered {status}");
    Ok(())
}

/// The first are customers, whose waits are measured; the others are strangers.
async fn behave(served: Arc<Served>, registered: Arc<AtomicUsize>, number: usize, window: Window) -> Result<Measured> {
    let (mut line, mut measured) = (Line::connect(served.port()).await?, Measured::new(window));
    while !window.is_over() {
        if number < CUSTOMERS {
            let started = Instant::now();
            sign_in(&mut line, number).await?;
            measured.record(started, true);
        } else {
            register(&mut line, &registered, number).await?;
        }
    }
    Ok(measured)
}

async fn register(line: &mut Line, registered: &AtomicUsize, number: usize) -> Result<()> {
    let turn = registered.load(Ordering::Relaxed);
    let email = format!("stranger{number}-{turn}@bench.example");
    let wish = json!({"email": email, "password": PASSWORD, "name": "Stranger"});
    match line.status_of("/v1/auth/register", &wish.to_string()).await? {
        201 => drop(registered.fetch_add(1, Ordering::Relaxed)),
        OVERLOADED => tokio::time::sleep(PAUSE).await,
        status => ensure!(status == 409, "a stranger was answered {status}"),
    }
    Ok(())
}
