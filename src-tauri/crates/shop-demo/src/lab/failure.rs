//! A payment that fails after the debit, and its compensation: the statements of both, on a scratch shop with one order that
//! used a coupon.

use std::sync::Arc;
use std::time::Duration;

use shop_app::coupon::issue_coupon;
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_app::verify;
use shop_contract::{ById, ErrorCode, LabAct, LabFailure, LabSide};
use shop_store::Db;

use super::outcome::broken;
use super::recorder::{Recorder, Subject};
use super::stage::{Stage, order_of, payment_of};
use super::{Crowd, Guard, LabError, Scenario, Settings};

/// What a payment and its compensation write.
const TABLES: &[&str] = &["stock", "user_coupon", "payment", "balance_transaction", "user"];

/// Lets a payment fail and records what follows. Blocks; to be called from a thread that runs no async code.
///
/// # Errors
/// [`LabError`], where the scratch shop cannot be made.
pub fn fail_payment() -> Result<LabFailure, LabError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(failed())
}

async fn failed() -> Result<LabFailure, LabError> {
    let (scenario, guard, arrival) = (Scenario::LimitedEdition, Guard::Keyed, Duration::ZERO);
    let settings = Settings { scenario, guard, users: 1, stock: 1, seed: 1, arrival };
    let stage = Stage::new(&settings, &Crowd::new(&settings)).await?;
    let (user_id, product_id) = (stage.user_ids[0], stage.product_ids[0]);
    let coupon_id = stage.coupon_id.ok_or(ErrorCode::CouponNotFound).map_err(shop_contract::ShopError::from)?;
    let coupon = issue_coupon(stage.call(user_id)?, ById { id: coupon_id }).await?;
    let order = place_order(stage.call(user_id)?, order_of(product_id, vec![coupon.id])).await?;
    let recorder = Recorder::new(Subject { product_id, user_id, tables: TABLES });
    let before = stage.shop.read(|db| recorder.state(db))?;
    let mut sides = Sides { recorder: Arc::clone(&recorder), tasks: 0 };
    recorder.begin(&stage.shop, move |db, template| sides.before(db, template)).await?;
    recorder.turn_to(LabSide::First);
    stage.shop.arm_payment_fault(1);
    let paid = pay_order(stage.call(user_id)?, payment_of(&order)).await;
    let code = paid.err().map_or(ErrorCode::InternalError, |error| error.code);
    recorder.note(&stage.shop, LabSide::First, LabAct::Refused, Some(code))?;
    let steps = recorder.end(&stage.shop).await?;
    let after = stage.shop.read(|db| recorder.state(db))?;
    let identities = verify(&stage.shop)?.into_iter().map(broken).collect();
    Ok(LabFailure { before, steps, code, after, identities })
}

/// The first transaction is the customer's, all others are the shop's compensation.
struct Sides {
    recorder: Arc<Recorder>,
    tasks: usize,
}

impl Sides {
    fn before(&mut self, db: &Db, template: &str) {
        match template {
            "SAVEPOINT task" => {
                self.tasks += 1;
                if self.tasks > 1 {
                    self.recorder.turn_to(LabSide::Shop);
                }
            }
            "ROLLBACK TO task" => {
                if let Err(error) = self.recorder.note_at(db, LabSide::First, LabAct::BreakOff) {
                    tracing::error!(%error, "a step of a failed payment was not recorded");
                }
            }
            _ => {}
        }
    }
}
