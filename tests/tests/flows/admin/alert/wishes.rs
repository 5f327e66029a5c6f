//! Which alerts are wanted: what is switched off neither stands nor is told, and every setting has its bounds.

use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use shop_app::runtime::Principal;
use shop_app::shop::update_settings;
use shop_contract::{AlertKind, AlertSettings, DesktopNotifications, ErrorCode, UpdateSettings};

use super::{kinds, look, name, scene_on_a_disk};
use crate::scene::{Scene, refused};

fn all() -> AlertSettings {
    AlertSettings {
        low_stock: true,
        coupon_running_out: true,
        payment_failed: true,
        outbox_failed: true,
        low_disk: true,
        coupon_percent_left: 10,
        disk_megabytes_free: 1_024,
        desktop: DesktopNotifications::Away,
    }
}

async fn set(
    scene: &Scene,
    admin: Principal,
    updated_at: Option<DateTime<Utc>>,
    alerts: AlertSettings,
) -> DateTime<Utc> {
    let request = UpdateSettings {
        updated_at,
        shop_name: String::from("장터"),
        low_stock_threshold: 10,
        order_expiry_minutes: 30,
        backup_hour: None,
        backups_kept: None,
        point_charging: None,
        payment_methods: None,
        deposit_days: None,
        return_days: None,
        deposit_account: None,
        business: None,
        shipping: None,
        webhook_url: None,
        webhook_allow_local: None,
        alerts: Some(alerts.clone()),
    };
    let set = update_settings(scene.call(admin), request).await.expect("they are good");
    assert_eq!(set.alerts, alerts, "as they shall be");
    set.updated_at.expect("they were set")
}

#[tokio::test]
async fn what_is_switched_off_never_stands() {
    let (scene, room) = scene_on_a_disk();
    let admin = scene.admin().await;
    scene.product(1_000, 2).await;
    room.0.store(0, Ordering::SeqCst);
    let off = AlertSettings { low_stock: false, low_disk: false, ..all() };
    let at = set(&scene, admin, None, off).await;
    assert_eq!((look(&scene).await, kinds(&scene, admin).await), (vec![], vec![]), "neither told nor listed");
    let at = set(&scene, admin, Some(at), all()).await;
    let both = [(AlertKind::LowStock, 1, 1, name("머그컵")), (AlertKind::LowDisk, 1, 1, None)];
    assert_eq!(look(&scene).await, both, "they stand once they are wanted");
    let generous = AlertSettings { disk_megabytes_free: 1, ..all() };
    room.0.store(2 << 20, Ordering::SeqCst);
    set(&scene, admin, Some(at), generous).await;
    assert_eq!(look(&scene).await, [(AlertKind::LowDisk, 0, 0, None)], "two megabytes are more than one");
}

#[tokio::test]
async fn settings_of_alerts_are_kept_within_their_bounds() {
    let (scene, _) = scene_on_a_disk();
    let admin = scene.admin().await;
    let with = |alerts| UpdateSettings {
        updated_at: None,
        shop_name: String::from("장터"),
        low_stock_threshold: 10,
        order_expiry_minutes: 30,
        backup_hour: None,
        backups_kept: None,
        point_charging: None,
        payment_methods: None,
        deposit_days: None,
        return_days: None,
        deposit_account: None,
        business: None,
        shipping: None,
        webhook_url: None,
        webhook_allow_local: None,
        alerts,
    };
    for (field, bad) in [
        ("alerts.couponPercentLeft", AlertSettings { coupon_percent_left: 0, ..all() }),
        ("alerts.couponPercentLeft", AlertSettings { coupon_percent_left: 101, ..all() }),
        ("alerts.diskMegabytesFree", AlertSettings { disk_megabytes_free: 0, ..all() }),
        ("alerts.diskMegabytesFree", AlertSettings { disk_megabytes_free: 1_000_001, ..all() }),
    ] {
        let details =
            refused(update_settings(scene.call(admin), with(Some(bad))).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    let quiet = AlertSettings { desktop: DesktopNotifications::Never, coupon_running_out: false, ..all() };
    let at = set(&scene, admin, None, quiet.clone()).await;
    let request = UpdateSettings { updated_at: Some(at), ..with(None) };
    let kept = update_settings(scene.call(admin), request).await.expect("they are good");
    assert_eq!(kept.alerts, quiet, "absent, they stay as they were");
}
