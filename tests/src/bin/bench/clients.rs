//! Closed loops: clients who ask again as soon as they are answered. As tasks for what answers later, as threads for
//! what keeps the asker waiting.

use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use parking_lot::FairMutex;
use shop_store::StoreResult;
use shop_store::peers::Peer;
use tokio::runtime::Runtime;

use crate::bare::Engine;
use crate::measure::{Measured, Plan, Window};
use crate::stage::{Stage, now};
use crate::work::{Shopper, Step, Supply};

/// The async threads of a contender.
const THREADS: usize = 2;

/// Async threads, as the shop has them.
///
/// # Errors
/// The system refuses threads.
pub fn runtime() -> Result<Runtime> {
    runtime_of(THREADS)
}

fn runtime_of(threads: usize) -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()?)
}

/// Measures `count` async clients on so many threads, each of which is told its number and when to stop.
///
/// # Errors
/// The system refuses threads, or a client fails.
pub fn crowd<F>(threads: usize, plan: Plan, count: usize, client: impl Fn(usize, Window) -> F) -> Result<Measured>
where
    F: Future<Output = Result<Measured>> + Send + 'static,
{
    let (runtime, window) = (runtime_of(threads)?, plan.window());
    let clients: Vec<_> = (0..count).map(|number| runtime.spawn(client(number, window))).collect();
    runtime.block_on(async move {
        let mut all = Measured::new(window);
        for client in clients {
            all.merge(&client.await??);
        }
        Ok(all)
    })
}

/// Measures `count` async clients who ask for the steps of the mix.
///
/// # Errors
/// The system refuses threads.
pub fn tasks<A, F>(plan: Plan, count: usize, ask: A) -> Result<Measured>
where
    A: Fn(Step) -> F + Clone + Send + 'static,
    F: Future<Output = Option<i64>> + Send,
{
    let supply = Arc::new(Supply::default());
    crowd(THREADS, plan, count, |number, window| {
        let (ask, mut shopper) = (ask.clone(), Shopper::new(&supply, number));
        async move {
            let mut measured = Measured::new(window);
            while let (false, Some(step)) = (window.is_over(), shopper.next_step()) {
                let started = Instant::now();
                let made = ask(step).await;
                measured.record(started, made.is_some());
                made.into_iter().for_each(|id| shopper.made(id));
            }
            Ok(measured)
        }
    })
}

/// Measures clients that are threads; `ask` is made once for each.
///
/// # Errors
/// A contender cannot be opened.
pub fn threads<A>(plan: Plan, count: usize, open: impl Fn() -> StoreResult<A>) -> Result<Measured>
where
    A: Fn(Step) -> StoreResult<i64> + Send,
{
    let asks = (0..count).map(|_| open()).collect::<StoreResult<Vec<_>>>()?;
    let (supply, window) = (Arc::new(Supply::default()), plan.window());
    std::thread::scope(|scope| {
        let clients: Vec<_> = asks
            .into_iter()
            .enumerate()
            .map(|(number, ask)| {
                let mut shopper = Shopper::new(&supply, number);
                scope.spawn(move || {
                    let mut measured = Measured::new(window);
                    while let (false, Some(step)) = (window.is_over(), shopper.next_step()) {
                        let started = Instant::now();
                        let made = ask(step);
                        measured.record(started, made.is_ok());
                        made.into_iter().for_each(|id| shopper.made(id));
                    }
                    measured
                })
            })
            .collect();
        let mut all = Measured::new(window);
        for client in clients {
            all.merge(&client.join().expect("BUG: a client panicked"));
        }
        Ok(all)
    })
}

/// The engine: group commit, answers afterwards.
///
/// # Errors
/// The file cannot be opened.
pub fn engine(stage: &Stage, plan: Plan, count: usize) -> Result<Measured> {
    let copy = stage.copy()?;
    let engine = Arc::new(Engine::open(&copy.file())?);
    let asked = Arc::clone(&engine);
    tasks(plan, count, move |step| {
        let engine = Arc::clone(&asked);
        async move { engine.run(step).await }
    })
}

/// *naive*: a connection for each client, who all wait for the file.
///
/// # Errors
/// The file cannot be opened.
pub fn naive(stage: &Stage, plan: Plan, count: usize) -> Result<Measured> {
    let copy = stage.copy()?;
    threads(plan, count, || {
        let peer = Peer::open(&copy.file())?;
        Ok(move |step: Step| peer.in_transaction(|tx| step.run(tx, now())))
    })
}

/// *one lock*: one connection behind a fair mutex.
///
/// # Errors
/// The file cannot be opened.
pub fn one_lock(stage: &Stage, plan: Plan, count: usize) -> Result<Measured> {
    let copy = stage.copy()?;
    let peer = Arc::new(FairMutex::new(Peer::open(&copy.file())?));
    threads(plan, count, || {
        let peer = Arc::clone(&peer);
        Ok(move |step: Step| peer.lock().in_transaction(|tx| step.run(tx, now())))
    })
}

/// *bound*: the same statements in one big transaction on one thread. Nothing is durable, nobody is answered.
///
/// # Errors
/// The file cannot be opened, or a step fails.
pub fn bound(stage: &Stage, plan: Plan) -> Result<Measured> {
    let copy = stage.copy()?;
    let (peer, window) = (Peer::open(&copy.file())?, plan.window());
    let mut shopper = Shopper::new(&Arc::new(Supply::default()), 0);
    let mut measured = Measured::new(window);
    peer.in_transaction(|tx| {
        while let (false, Some(step)) = (window.is_over(), shopper.next_step()) {
            let started = Instant::now();
            shopper.made(step.run(tx, now())?);
            measured.record(started, true);
        }
        Ok(())
    })?;
    Ok(measured)
}
