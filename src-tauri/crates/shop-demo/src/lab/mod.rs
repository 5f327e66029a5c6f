//! The Lab: a crowd of users on a scratch shop in a temporary folder, under one of four ways to guard a write. The users call
//! the real use cases; only the guards differ.
//!
//! - [`Guard::None`] checks, then acts: what was read before the write is written over whatever is there by then.
//! - [`Guard::OneLock`] does the same while it holds the one lock of all.
//! - [`Guard::CompareAndSet`] does the same and writes only where nothing has changed since the read, else it tries again.
//! - [`Guard::Keyed`] is the shop as it is: keyed queues in front of the writer, and conditional updates.
//!
//! The first three exist here alone. The shop's own data is never touched.

mod act;
mod crowd;
mod failure;
mod figures;
mod folder;
mod outcome;
mod plug;
mod race;
mod recorder;
#[cfg(test)]
mod replay_tests;
mod report;
mod scenario;
mod script;
mod stage;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use shop_contract::ShopError;
use shop_store::StoreError;
use tokio::time::MissedTickBehavior;

pub use crowd::{Crowd, Intent, Visit};
pub use failure::fail_payment;
pub use folder::sweep;
pub use plug::{PLUG_CHILD, own_program, plug_child, pull_the_plug};
pub use race::race;
pub use report::{Machine, ReplayError, report, settings_of};
pub use scenario::usual_size;
pub use shop_contract::{LabGuard as Guard, LabOutcome as Outcome, LabProgress as Progress, LabScenario as Scenario};

use act::Actor;
use figures::Figures;
use stage::Stage;

/// The most users of a run.
pub const MAX_USERS: usize = 100_000;
/// The most units, coupons or payments to be granted.
pub const MAX_STOCK: i64 = 1_000_000;
/// How often the progress is told: ten times a second.
const TICK: Duration = Duration::from_millis(100);

/// A run to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// What the crowd does.
    pub scenario: Scenario,
    /// How the writes are guarded.
    pub guard: Guard,
    /// Users, 1 to [`MAX_USERS`].
    pub users: usize,
    /// Units, coupons or payments that can be granted of the contended thing; at least 1.
    pub stock: i64,
    /// The same seed gives the same arrivals.
    pub seed: u64,
    /// The time over which the users arrive; zero is all at once.
    pub arrival: Duration,
}

/// Why a run failed. A refusal of a user is no failure; it is counted.
#[derive(Debug, thiserror::Error)]
pub enum LabError {
    /// The temporary folder, or a thread.
    #[error("the scratch shop cannot be made: {0}")]
    System(#[from] std::io::Error),
    /// The scratch shop.
    #[error("the scratch shop failed: {0}")]
    Store(#[from] StoreError),
    /// A use case refused to prepare the scratch shop.
    #[error("the scratch shop refused its own preparation: {0}")]
    Refused(#[from] ShopError),
    /// The process that was to be killed did not do as asked, for a reason in words.
    #[error("the process of the checkout failed: {0}")]
    Child(String),
    /// A write of the preparation failed, for a reason in words.
    #[error("the scratch shop failed: {0}")]
    Write(String),
}

/// Makes a run on a scratch shop and removes it. Blocks; to be called from a thread that runs no async code. `progress` is
/// told ten times a second. Where `stop` becomes true no further user arrives, and waiting users still get their answer.
///
/// # Errors
/// [`LabError`], where the scratch shop cannot be made.
pub fn run(
    settings: Settings,
    stop: &Arc<AtomicBool>,
    mut progress: impl FnMut(&Progress),
) -> Result<Outcome, LabError> {
    // One thread for all users: they reach the shop in the order in which they arrive.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let crowd = Crowd::new(&settings);
        let stage = Arc::new(Stage::new(&settings, &crowd).await?);
        let figures = Arc::new(Figures::default());
        let started = Instant::now();
        let actor = Actor::new(Arc::clone(&stage), settings.guard, settings.seed);
        let crowd = Arc::new(crowd);
        let coming = tokio::spawn(act::arrive(Arc::clone(&crowd), actor, Arc::clone(&figures), Arc::clone(stop)));
        tokio::pin!(coming);
        let mut tick = tokio::time::interval(TICK);
        // What was missed while the machine was busy is not told afterwards, all at once.
        tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut series = Vec::new();
        let mut tell = |elapsed| {
            let state = figures.progress(elapsed, stage.left()?);
            progress(&state);
            series.push(state);
            Ok::<_, StoreError>(())
        };
        loop {
            tokio::select! {
                come = &mut coming => {
                    come.map_err(|error| LabError::Write(error.to_string()))?;
                    break;
                }
                _ = tick.tick() => tell(started.elapsed())?,
            }
        }
        tell(started.elapsed())?;
        outcome::of(&settings, &crowd, &stage, &figures, series)
    })
}
