//! Alerts: each kind arises, is told once, is over, and arises again; what is switched off is never told.

mod kinds;
mod readers;
mod wishes;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::TimeDelta;
use shop_app::alert::{list_alerts, look_out};
use shop_app::runtime::{Audience, Disk, Principal};
use shop_contract::{AlertKind, AlertList, Empty, ShopEvent};
use tokio::sync::broadcast::error::TryRecvError;

use crate::scene::Scene;

const GIGABYTE: u64 = 1 << 30;

/// A disk with as much room as it is told to have.
struct Room(AtomicU64);

impl Disk for Room {
    fn free_bytes(&self, _: &Path) -> Option<u64> {
        Some(self.0.load(Ordering::SeqCst))
    }
}

fn scene_on_a_disk() -> (Scene, Arc<Room>) {
    let room = Arc::new(Room(AtomicU64::new(10 * GIGABYTE)));
    let disk = Arc::clone(&room);
    (Scene::with(move |options| options.disk = Arc::clone(&disk) as _), room)
}

/// What is told of one kind.
struct Told {
    kind: AlertKind,
    count: i64,
    arisen: i64,
    name: Option<String>,
    name_en: Option<String>,
}

/// One look, and what was told at it: kind, how many stand, how many are new, and a name. Ten seconds pass.
async fn look(scene: &Scene) -> Vec<(AlertKind, i64, i64, Option<String>)> {
    heard(scene).await.into_iter().map(|told| (told.kind, told.count, told.arisen, told.name)).collect()
}

/// The same, with all that is told.
async fn heard(scene: &Scene) -> Vec<Told> {
    scene.clock.advance(TimeDelta::seconds(10));
    let mut notices = scene.shop.events().listen();
    let told = look_out(&scene.shop).await.expect("the job runs");
    let mut heard = Vec::new();
    loop {
        match notices.try_recv() {
            Ok(notice) => {
                assert_eq!(notice.audience, Audience::Admins, "nobody else hears of it");
                let ShopEvent::Alert { kind, count, arisen, name, name_en } = notice.event else {
                    panic!("only alerts")
                };
                heard.push(Told { kind, count, arisen, name, name_en });
            }
            Err(TryRecvError::Empty) => break,
            Err(error) => panic!("the look is heard whole: {error}"),
        }
    }
    assert_eq!(heard.iter().map(|told| told.arisen as usize).sum::<usize>(), told, "as many as it says");
    heard
}

async fn list(scene: &Scene, who: Principal) -> AlertList {
    list_alerts(scene.call(who), Empty {}).await.expect("they are listed")
}

async fn kinds(scene: &Scene, who: Principal) -> Vec<(AlertKind, i64)> {
    list(scene, who).await.items.iter().map(|alert| (alert.kind, alert.count)).collect()
}

fn name(text: &str) -> Option<String> {
    Some(text.to_owned())
}
