//! The shop as a whole: its dashboard, settings, outbox, figures, audit log and books.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use shop_app::audit::list_audit_log;
use shop_app::catalog::delete_product;
use shop_app::context::perform;
use shop_app::coupon::delete_coupon;
use shop_app::order::ship_order;
use shop_app::outbox::{list_outbox, retry_outbox};
use shop_app::point::get_points;
use shop_app::shop::{get_metrics, get_settings, get_shop, update_settings, verify_books};
use shop_app::statistics::get_dashboard;
use shop_app::user::set_user_state;
use shop_contract::{
    AuditTarget, ById, Empty, ErrorCode, ListAuditLog, ListOutbox, Moment, OrderState, OutboxState, SetUserState,
    Settings, TimeBucket, UpdateSettings, UserState, operation,
};

use crate::scene::{Scene, moment, rate, refused};

fn settings() -> UpdateSettings {
    UpdateSettings {
        updated_at: None,
        shop_name: String::from("우리 장터"),
        low_stock_threshold: 3,
        order_expiry_minutes: 60,
        backup_hour: Some(3),
        backups_kept: None,
        point_charging: None,
        payment_methods: None,
        deposit_days: None,
        return_days: None,

        deposit_account: None,
        business: None,
        shipping: None,
        webhook_url: Some(String::from(" https://shop.kr/hook ")),
        webhook_allow_local: None,
        alerts: None,
    }
}

#[tokio::test]
async fn the_dashboard_adds_up_what_happened() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 13).await;
    scene.sql("UPDATE product SET name_en = 'Mug'");
    let dashboard = || get_dashboard(scene.call(admin), Empty {});
    let order = scene.buy(who, cup).await;
    scene.pay(who, &order).await.expect("it is paid");
    scene.advance_minutes(24 * 60);
    let paid = scene.buy(who, cup).await;
    scene.pay(who, &paid).await.expect("it is paid");
    scene.buy(who, cup).await;
    let seen = dashboard().await.expect("it is shown");
    assert_eq!((seen.today.placed, seen.today.figures.orders, seen.today.figures.sales), (2, 1, 1_000), "today");
    assert_eq!((seen.yesterday.placed, seen.yesterday.figures.sales), (1, 1_000), "yesterday");
    assert_eq!((seen.chart.len(), seen.chart[29].figures.orders), (30, 1), "thirty days, today last");
    let counts: Vec<_> = seen.orders.iter().map(|one| (one.state, one.count)).collect();
    assert_eq!(counts, [(OrderState::Normal, 1), (OrderState::Confirmed, 2)], "by state");
    assert_eq!((seen.low_stock_count, seen.low_stock[0].available_quantity), (1, 10), "ten are few");
    assert_eq!(seen.low_stock[0].product_name_en.as_deref(), Some("Mug"), "by its name in either language");
    assert_eq!((seen.troubles.unpaid_orders, seen.troubles.outbox_pending), (1, 2), "what waits");
    scene.cancel(who, &paid).await.expect("it is paid back");
    let after = dashboard().await.expect("it is shown");
    let left = (after.today.figures.orders, after.today.placed, after.low_stock_count);
    assert_eq!(left, (0, 2, 0), "it was placed all the same");
}

#[tokio::test]
async fn settings_are_changed_as_one_and_by_one() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let change = |request| update_settings(scene.call(admin), request);
    let before = get_settings(scene.call(admin), Empty {}).await.expect("they are read");
    assert_eq!(
        (before.shop_name.as_str(), before.order_expiry_minutes, before.updated_at),
        ("장터", 30, None),
        "unset"
    );
    for (field, bad) in [
        ("shopName", UpdateSettings { shop_name: String::new(), ..settings() }),
        ("lowStockThreshold", UpdateSettings { low_stock_threshold: 101, ..settings() }),
        ("orderExpiryMinutes", UpdateSettings { order_expiry_minutes: 0, ..settings() }),
        ("backupHour", UpdateSettings { backup_hour: Some(24), ..settings() }),
        ("backupsKept", UpdateSettings { backups_kept: Some(0), ..settings() }),
        ("webhookUrl", UpdateSettings { webhook_url: Some(String::from("file:///etc/passwd")), ..settings() }),
        ("webhookUrl", UpdateSettings { webhook_url: Some(String::from("hook")), ..settings() }),
        ("webhookUrl", UpdateSettings { webhook_url: Some(String::from("https://me:pw@shop.kr/")), ..settings() }),
    ] {
        let details = refused(change(bad).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the form marks this field");
    }
    let set = change(settings()).await.expect("they are good");
    assert_eq!(set.webhook_url.as_deref(), Some("https://shop.kr/hook"), "trimmed");
    assert_eq!((set.backup_hour, set.backups_kept), (3, 14), "what is not said stays");
    assert_eq!(get_shop(scene.visitor(), Empty {}).await.expect("open").name, "우리 장터", "everybody sees the name");
    let details = refused(change(settings()).await, ErrorCode::Conflict, "another change was first");
    let kept = Settings { webhook_secret: None, ..set.clone() };
    assert_eq!(details["current"], json!(kept), "and this is what they are");
    let none = UpdateSettings { updated_at: set.updated_at, webhook_url: None, ..settings() };
    assert_eq!(change(none).await.expect("they are good").webhook_url, None, "the webhook is gone");
    assert_eq!(scene.count("SELECT count(*) FROM audit_log WHERE target_type = 'settings'"), 2, "two acts");
}

#[tokio::test]
async fn an_event_that_was_given_up_can_be_tried_anew() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 9).await;
    for _ in 0..3 {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
    }
    scene.sql("UPDATE outbox SET state = 'FAILED', attempts = 3, last_error = 'no' WHERE id = 1");
    scene.sql("UPDATE outbox SET state = 'SENT', attempts = 1 WHERE id = 2");
    let list = async |state, cursor| {
        let request = ListOutbox { state, cursor, limit: Some(2) };
        let page = list_outbox(scene.call(admin), request).await.expect("they are listed");
        (page.items.iter().map(|event| event.id).collect::<Vec<_>>(), page.next_cursor)
    };
    let (first, next) = list(None, None).await;
    assert_eq!((first, list(None, next).await.0), (vec![3, 2], vec![1]), "all, latest first");
    for (state, expected) in [(OutboxState::Pending, 3), (OutboxState::Sent, 2), (OutboxState::Failed, 1)] {
        assert_eq!(list(Some(state), None).await, (vec![expected], None), "{state:?}");
    }
    let retry = |id| retry_outbox(scene.call(admin), ById { id });
    refused(retry(99).await, ErrorCode::NotFound, "there is no such event");
    refused(retry(2).await, ErrorCode::Conflict, "it was sent");
    scene.sql("UPDATE outbox SET attempts = 2, next_attempt_at = '2026-12-31T00:00:00.000Z' WHERE id = 3");
    let sooner = retry(3).await.expect("who waits need not wait");
    assert_eq!((sooner.state, sooner.attempts), (OutboxState::Pending, 0), "as often as a new one");
    let again = retry(1).await.expect("it is tried anew");
    assert_eq!((again.state, again.attempts), (OutboxState::Pending, 0), "as often as a new one");
    let (first, next) = list(Some(OutboxState::Pending), None).await;
    assert_eq!((first, next), (vec![1, 3], None), "in the order in which they are sent");
}

#[tokio::test]
async fn the_audit_log_is_read_by_thing_by_user_and_by_act() {
    let scene = Scene::new();
    let (one, two, who) = (scene.admin().await, scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 9).await;
    let mut orders = Vec::new();
    for admin in [one, two] {
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
        ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is sent");
        orders.push(order.id);
    }
    update_settings(scene.call(one), settings()).await.expect("they are good");
    let all = ListAuditLog::default;
    for (why, request, expected) in [
        ("all, latest first", all(), vec![3, 2, 1]),
        (
            "a thing",
            ListAuditLog { target_type: Some(AuditTarget::Order), target_id: Some(orders[0]), ..all() },
            vec![1],
        ),
        ("a kind", ListAuditLog { target_type: Some(AuditTarget::Order), ..all() }, vec![2, 1]),
        ("a user", ListAuditLog { actor_id: Some(one.user_id), ..all() }, vec![3, 1]),
        ("an act", ListAuditLog { action: Some(String::from("ship_order")), ..all() }, vec![2, 1]),
        ("nothing yet", ListAuditLog { to: Some(scene.shop.now().into()), ..all() }, vec![]),
    ] {
        let page = list_audit_log(scene.call(one), request).await.expect("it is listed");
        assert_eq!(page.items.iter().map(|act| act.id).collect::<Vec<_>>(), expected, "{why}");
    }
    let page = list_audit_log(scene.call(one), all()).await.expect("it is listed");
    assert_eq!(page.items[1].before, Some(json!({"deliveryState": "PREPARING"})), "how it was");
    assert_eq!(page.items[1].after, Some(json!({"deliveryState": "SHIPPED"})), "how it became");
    assert_eq!(
        page.items[0].after.as_ref().map(|after| after["shopName"].clone()),
        Some(json!("우리 장터")),
        "all of it"
    );
}

#[tokio::test]
async fn the_audit_log_says_what_its_targets_are_called() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let (cup, offer) = (scene.product(1_000, 9).await, scene.coupon(rate(10)).await);
    let order = scene.buy(who, cup).await;
    scene.pay(who, &order).await.expect("it is paid");
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is sent");
    delete_product(scene.call(admin), ById { id: cup }).await.expect("it is deleted");
    delete_coupon(scene.call(admin), ById { id: offer }).await.expect("it is deleted");
    let blocking = SetUserState { id: who.user_id, state: UserState::Inactive };
    set_user_state(scene.call(admin), blocking).await.expect("the customer is blocked");
    update_settings(scene.call(admin), settings()).await.expect("they are good");
    let page = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("it is listed");
    let names: Vec<_> = page.items.iter().map(|act| act.target_name.as_deref()).collect();
    let number = order.order_number.as_str();
    let expected = [None, Some("김손님"), Some("10% 할인"), Some("머그컵"), Some(number)];
    assert_eq!(names, expected, "what is deleted keeps its name, and the settings have none");
}

#[tokio::test]
async fn the_audit_log_is_paged_by_time_within_a_period() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(1_000, 9).await;
    let begins = scene.shop.now();
    // Two acts at each of three instants.
    for _ in 0..3 {
        for _ in 0..2 {
            let order = scene.buy(who, cup).await;
            scene.pay(who, &order).await.expect("it is paid");
            ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is sent");
        }
        scene.advance_minutes(10);
    }
    let minutes = |minutes| Some(Moment::from(begins + TimeDelta::minutes(minutes)));
    for (why, from, to, expected) in [
        ("all", None, None, vec![6, 5, 4, 3, 2, 1]),
        ("the end is not in it", None, minutes(20), vec![4, 3, 2, 1]),
        ("the beginning is", minutes(10), None, vec![6, 5, 4, 3]),
        ("one instant", minutes(10), minutes(11), vec![4, 3]),
        ("the end of time", minutes(10), Some(DateTime::<Utc>::MAX_UTC.into()), vec![6, 5, 4, 3]),
        ("its whole day", Some(moment("2026-03-10")), Some(moment("2026-03-10")), vec![6, 5, 4, 3, 2, 1]),
        ("the day after", Some(moment("2026-03-11")), None, vec![]),
    ] {
        for action in [None, Some("ship_order")] {
            let (mut found, mut cursor) = (Vec::new(), None);
            loop {
                let action = action.map(str::to_owned);
                let request = ListAuditLog { from, to, action, cursor, limit: Some(1), ..ListAuditLog::default() };
                let page = list_audit_log(scene.call(admin), request).await.expect("it is listed");
                found.extend(page.items.iter().map(|act| act.id));
                cursor = page.next_cursor;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(found, expected, "{why}, {action:?}");
        }
    }
}

#[tokio::test]
async fn the_books_are_asked_and_answer() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 9).await;
    let ask = || verify_books(scene.call(admin), Empty {});
    let sound = ask().await.expect("they are asked");
    assert!(sound.holds && sound.identities.iter().all(|one| one.holds), "they are right");
    assert!(sound.identities.iter().all(|one| one.sql.contains("SELECT")), "and each shows its query");
    scene.sql(&format!("UPDATE stock SET available_quantity = 8 WHERE product_id = {cup}"));
    let broken = ask().await.expect("they are asked");
    let found: Vec<_> =
        broken.identities.iter().filter(|one| !one.holds).map(|one| (one.number, one.broken_count)).collect();
    assert_eq!((broken.holds, found), (false, vec![(1, 1)]), "one row breaks one identity");
    assert!(broken.identities.iter().any(|one| one.broken.iter().any(|row| row.table == "stock")), "and is named");
    scene.sql(&format!("UPDATE stock SET available_quantity = 9 WHERE product_id = {cup}"));
}

#[tokio::test]
async fn the_figures_tell_what_was_asked_and_who_is_here() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(1_000).await);
    for call in [scene.call(who), scene.call(who), scene.visitor()] {
        let _ = perform(call, operation::get_points, Ok(json!({})), get_points).await;
    }
    let metrics = || get_metrics(scene.call(admin), Empty {});
    let figures = metrics().await.expect("they are told");
    let points = figures.operations.iter().find(|one| one.name == "get_points").expect("it was asked");
    assert_eq!((points.times.count, points.refused, points.failed), (3, 1, 0), "three times, once refused");
    assert!(figures.writer.groups >= 3 && figures.locks.wait.count >= 3, "what set the scene was written");
    let sized: i64 = figures.writer.group_sizes.iter().map(|size| size.groups).sum();
    assert_eq!(sized, figures.writer.groups, "every group has a size");
    let counted = |buckets: &[TimeBucket]| buckets.iter().map(|bucket| bucket.count).sum::<i64>();
    let (locks, writer) = (&figures.locks, &figures.writer);
    assert_eq!(counted(&locks.wait_buckets), locks.wait.count, "every wait is in the histogram");
    assert_eq!(counted(&locks.hold_buckets), locks.hold.count, "and how long each ran");
    assert_eq!(counted(&writer.commit_buckets), writer.groups, "and each commit");
    assert!(locks.hold.sum_micros >= locks.hold.max_micros, "the sum has all of them");
    assert_eq!(figures.people_here_now, 1, "a visitor is nobody in particular");
    scene.advance_minutes(5);
    assert_eq!(metrics().await.expect("they are told").people_here_now, 0, "after five minutes he has gone");
}
