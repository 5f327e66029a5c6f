//! A race of two customers for the last unit, always with the same interleaving: the second acts where it hurts most. Both run
//! the code of a crowd (see `act`); a script decides whose turn it is.

use std::sync::Arc;
use std::time::Duration;

use shop_app::verify;
use shop_contract::{LabAct, LabRace, LabSide, ShopError};
use shop_store::{Db, lab};

use super::act::Actor;
use super::figures::Figures;
use super::outcome::broken;
use super::recorder::{Recorder, Subject};
use super::script::{Point, Script};
use super::stage::{PRICE, Stage};
use super::{Crowd, Guard, LabError, Scenario, Settings};
use crate::customers::customer;

/// Runs the race of a seed under a guard. Blocks; to be called from a thread that runs no async code.
///
/// # Errors
/// [`LabError`], where the scratch shop cannot be made.
pub fn race(guard: Guard, seed: u64) -> Result<LabRace, LabError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(raced(guard, seed))
}

async fn raced(guard: Guard, seed: u64) -> Result<LabRace, LabError> {
    let settings = Settings { scenario: Scenario::LastItem, guard, users: 2, stock: 1, seed, arrival: Duration::ZERO };
    let crowd = Crowd::new(&settings);
    let stage = Arc::new(Stage::new(&settings, &crowd).await?);
    let users: Vec<i64> = crowd.visits.iter().map(|visit| stage.user_ids[visit.user]).collect();
    let product_id = stage.product_ids[0];
    let recorder = Recorder::new(Subject { product_id, user_id: users[0], tables: &["stock"] });
    let (script, mut hold) = Script::new(guard, users[0], Arc::clone(&recorder), Arc::clone(&stage.shop));
    let before = move |_: &Db, template: &str| {
        if let Some(hold) = &mut hold {
            hold.before(template);
        }
    };
    recorder.begin(&stage.shop, before).await?;
    let actor = Actor::scripted(Arc::clone(&stage), settings, Arc::clone(&script));
    let (first, second) = tokio::join!(one(&actor, &script, users[0]), one(&actor, &script, users[1]));
    let steps = recorder.end(&stage.shop).await?;
    let sold = stage.shop.read(|db| lab::buyers(db, product_id))?.len() as i64;
    let wins = |(side, answer): (LabSide, &Result<(), ShopError>)| answer.is_ok().then_some(side);
    let oversold = (sold - settings.stock).max(0);
    Ok(LabRace {
        guard,
        seed,
        customers: crowd.visits.iter().map(|visit| customer(visit.user).name).collect(),
        steps,
        winners: [(LabSide::First, &first), (LabSide::Second, &second)].into_iter().filter_map(wins).collect(),
        oversold,
        oversold_won: oversold * PRICE,
        identities: verify(&stage.shop)?.into_iter().map(broken).collect(),
    })
}

/// One customer, from the first look to the answer.
async fn one(actor: &Actor, script: &Script, user_id: i64) -> Result<(), ShopError> {
    let answer = actor.order(user_id, 0, Vec::new(), &Figures::default()).await;
    script.pass(user_id, Point::End).await;
    script.answered(user_id, answer.as_ref().err().map(|error| error.code));
    if actor.is_locking() {
        script.note(user_id, LabAct::Unlock);
    }
    answer.map(drop)
}
