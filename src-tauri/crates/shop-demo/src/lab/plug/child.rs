//! The process that is killed: a checkout that stops at a moment, tells where, and waits for its end.

use std::convert::Infallible;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use serde::{Deserialize, Serialize};
use shop_app::context::Shop;
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_app::runtime::ShopOptions;
use shop_contract::{LabMoment, LabState};
use shop_store::lab::{COMMITS, TAKES_POINTS, TAKES_STOCK, WRITES_ORDER, standing};
use shop_store::probe::{self, Event};
use shop_store::{Db, StoreResult};

use super::super::folder::is_scratch;
use super::super::recorder::{on_writer, one_line, state};
use super::super::stage::{order_of, payment_of};
use super::{LabError, ORDER_KEY, PAYMENT_KEY, call};

/// What the child tells where it stops.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stopped {
    /// The statement that has run or is about to run; none between the requests.
    pub(super) statement: Option<String>,
    /// The state, in the open transaction if there is one.
    pub(super) state: LabState,
}

/// The request that is under way.
const PREPARATION: u8 = 0;
const ORDER: u8 = 1;
const PAYMENT: u8 = 2;

/// Runs the checkout of the scratch shop that the arguments name, until it is killed at their moment. Ends the process where its
/// standard input ends.
///
/// # Errors
/// The arguments name no scratch shop or no moment; the checkout fails; it ends without coming to the moment.
pub fn plug_child(arguments: &[String]) -> Result<Infallible, LabError> {
    let wrong = || LabError::Child(format!("wrong arguments: {arguments:?}"));
    let [folder, moment, user_id, product_id] = arguments else { return Err(wrong()) };
    let moment = LabMoment::ALL.into_iter().find(|known| known.name() == moment).ok_or_else(wrong)?;
    let (user_id, product_id) = user_id.parse().ok().zip(product_id.parse().ok()).ok_or_else(wrong)?;
    if !is_scratch(Path::new(folder)) {
        return Err(wrong());
    }
    end_with_input();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(check_out(Path::new(folder), Watch { moment, user_id, product_id, phase: Arc::default() }))
}

async fn check_out(folder: &Path, watch: Watch) -> Result<Infallible, LabError> {
    let (user_id, product_id, phase) = (watch.user_id, watch.product_id, Arc::clone(&watch.phase));
    let shop = Shop::open(ShopOptions::new(folder))?;
    let on_writer_watch = watch.clone();
    on_writer(&shop, move || probe::install(move |event| on_writer_watch.told(&event))).await?;
    phase.store(ORDER, Ordering::SeqCst);
    let order = place_order(call(&shop, user_id, ORDER_KEY)?, order_of(product_id, Vec::new())).await?;
    if watch.moment == LabMoment::BetweenOrderAndPayment {
        shop.read(|db| watch.stop(db, None))?;
    }
    phase.store(PAYMENT, Ordering::SeqCst);
    pay_order(call(&shop, user_id, PAYMENT_KEY)?, payment_of(&order)).await?;
    Err(LabError::Child(format!("the checkout ended without coming to {}", watch.moment.name())))
}

/// Where the child stops.
#[derive(Clone)]
struct Watch {
    moment: LabMoment,
    user_id: i64,
    product_id: i64,
    phase: Arc<AtomicU8>,
}

impl Watch {
    /// A statement of the writer.
    fn told(&self, event: &Event<'_>) {
        let (db, template, text, is_after) = match event {
            Event::Before(db, template) => (*db, *template, (*template).to_owned(), false),
            Event::After(sent) => (sent.db, sent.template, sent.text.clone(), true),
        };
        let phase = self.phase.load(Ordering::SeqCst);
        let wanted = match self.moment {
            LabMoment::BeforeStock => (ORDER, false, TAKES_STOCK),
            LabMoment::OrderWritten => (ORDER, true, WRITES_ORDER),
            LabMoment::BeforeCommit => (ORDER, false, COMMITS),
            LabMoment::AfterCommit => (ORDER, true, COMMITS),
            LabMoment::BetweenOrderAndPayment => return,
            LabMoment::PointsTaken => (PAYMENT, true, TAKES_POINTS),
            LabMoment::AfterPaymentCommit => (PAYMENT, true, COMMITS),
        };
        if (phase, is_after) == (wanted.0, wanted.1) && one_line(template).starts_with(wanted.2) && phase != PREPARATION
        {
            // An error ends nothing here: the parent sees that the child does not answer.
            let _ = self.stop(db, Some(one_line(&text)));
        }
    }

    /// Tells the parent and waits for the end of the process, with the transaction as it is.
    fn stop(&self, db: &Db, statement: Option<String>) -> StoreResult<()> {
        let stopped = Stopped { statement, state: state(standing(db, self.product_id, self.user_id)?) };
        let line = serde_json::to_string(&stopped).unwrap_or_default();
        let mut out = std::io::stdout().lock();
        let told = writeln!(out, "{line}").and_then(|()| out.flush());
        while told.is_ok() {
            std::thread::park();
        }
        Ok(())
    }
}

/// Ends this process where its standard input ends: with the parent, whatever ends that.
fn end_with_input() {
    std::thread::spawn(|| {
        let mut rest = Vec::new();
        let _ = std::io::stdin().read_to_end(&mut rest);
        std::process::exit(1);
    });
}
