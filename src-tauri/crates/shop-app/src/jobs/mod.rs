//! The background jobs of an open shop. Each job is a function that processes a limited batch and returns whether more
//! is left; the table has the intervals.
//!
//! Two processes can run the same job at once: every batch is a conditional update, so that each change happens once.

mod deliver_outbox;
mod end_sessions;
mod expire_coupons;
mod fill_search;
mod forget_answers;
mod forget_attempts;
mod lapse_carts;
mod watch_file;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::time::Duration;

use tracing::Instrument as _;

pub use deliver_outbox::deliver_outbox;
pub use end_sessions::end_sessions;
pub use expire_coupons::expire_coupons;
pub use fill_search::fill_search;
pub use forget_answers::forget_answers;
pub use forget_attempts::forget_attempts;
pub use lapse_carts::lapse_carts;
pub use watch_file::watch_file;

use crate::context::Shop;
use crate::runtime::{WriteError, mark_clock};
use crate::{alert, backup, catalog, order, payment, ranking, seal};

/// Maximum rows of one batch, which limits how long other writes wait.
const PIECE: i64 = 200;

/// Whether a job has more work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Run again at once.
    More,
    /// Run again at the next interval.
    Nothing,
}

impl Left {
    /// More is left if the batch was full.
    #[must_use]
    pub fn after(done: usize) -> Self {
        if done as i64 >= PIECE { Self::More } else { Self::Nothing }
    }
}

type Piece = Pin<Box<dyn Future<Output = Result<Left, WriteError>> + Send>>;

/// Name, interval, and the function of one batch.
type Job = (&'static str, Duration, fn(Arc<Shop>) -> Piece);

const JOBS: &[Job] = &[
    // First, so that jobs that delete data know whether the clock is trusted.
    ("watch the clock", seconds(10), |shop| Box::pin(async move { mark_clock(&shop).await.map(|()| Left::Nothing) })),
    ("watch the file", seconds(1), |shop| Box::pin(async move { watch_file(&shop).await.map(|()| Left::Nothing) })),
    ("finish compensations", seconds(5), |shop| {
        Box::pin(async move { payment::finish_compensations(&shop).await.map(|_| Left::Nothing) })
    }),
    ("expire orders", seconds(10), |shop| {
        Box::pin(async move { order::expire_orders(&shop, PIECE).await.map(Left::after) })
    }),
    ("expire coupons", seconds(60), |shop| {
        Box::pin(async move { expire_coupons(&shop, PIECE).await.map(Left::after) })
    }),
    ("lapse carts", seconds(3_600), |shop| Box::pin(async move { lapse_carts(&shop, PIECE).await.map(Left::after) })),
    ("forget answers", seconds(600), |shop| {
        Box::pin(async move { forget_answers(&shop, PIECE).await.map(Left::after) })
    }),
    ("forget attempts", seconds(600), |shop| {
        Box::pin(async move { forget_attempts(&shop, PIECE).await.map(Left::after) })
    }),
    ("end sessions", seconds(3_600), |shop| Box::pin(async move { end_sessions(&shop, PIECE).await.map(Left::after) })),
    ("begin and end sales", seconds(30), |shop| {
        Box::pin(async move { catalog::refresh_sales(&shop, PIECE).await.map(Left::after) })
    }),
    ("tell of what is in stock again", seconds(10), |shop| {
        Box::pin(async move { catalog::notify_restocked(&shop, PIECE).await.map(Left::after) })
    }),
    ("seal the books", seconds(5), |shop| {
        Box::pin(async move { Ok(if seal::seal_books(&shop).await? { Left::More } else { Left::Nothing }) })
    }),
    ("fill search", seconds(10), |shop| Box::pin(async move { fill_search(&shop).await })),
    ("deliver outbox", seconds(5), |shop| Box::pin(async move { deliver_outbox(&shop, shop.webhook()).await })),
    ("look out for alerts", seconds(10), |shop| {
        Box::pin(async move { alert::look_out(&shop).await.map(|_| Left::Nothing) })
    }),
    ("warm popular products", seconds(240), |shop| {
        Box::pin(async move { ranking::warm(&shop).await.map(|()| Left::Nothing) })
    }),
    ("refresh popularity", seconds(600), |shop| {
        Box::pin(async move { ranking::refresh_popularity(&shop).await.map(|()| Left::Nothing) })
    }),
    // Not in the first minute, in which the user waits for the first screen.
    ("daily backup", seconds(60), |shop| {
        Box::pin(async move {
            let is_young = shop.metrics().uptime() < seconds(60);
            if !is_young {
                backup::back_up_daily(&shop).await?;
            }
            Ok(Left::Nothing)
        })
    }),
    ("purge counters", seconds(3_600), |shop| {
        Box::pin(async move {
            if shop.is_clock_believed()? {
                ranking::purge(&shop);
            }
            Ok(Left::Nothing)
        })
    }),
];

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Finishes work that a crash has interrupted, then runs all jobs until the shop is dropped. Must be called on an async
/// thread.
pub fn run_in_background(shop: &Arc<Shop>) {
    let shop = Arc::clone(shop);
    tokio::spawn(async move {
        // Before the jobs: otherwise an order whose payment failed could expire as unpaid.
        if let Err(error) = payment::finish_compensations(&shop).await {
            tracing::error!(?error, "compensations were left unfinished");
        }
        for job in JOBS {
            tokio::spawn(repeat(Arc::downgrade(&shop), *job));
        }
    });
}

async fn repeat(shop: Weak<Shop>, (name, pause, piece): Job) {
    while let Some(shop) = shop.upgrade() {
        // Each run has a span of its own, which goes along onto the writer thread.
        let span = tracing::info_span!("job", job = name, trace_id = shop.token(8));
        let left = piece(shop).instrument(span.clone()).await.unwrap_or_else(|error| {
            // The fault of the file is logged once, at its source.
            if !matches!(error, WriteError::Unavailable(_)) {
                span.in_scope(|| tracing::warn!(?error, "will be tried again"));
            }
            Left::Nothing
        });
        if left == Left::Nothing {
            tokio::time::sleep(pause).await;
        }
    }
}
