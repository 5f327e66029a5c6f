//! What is sent: once, signed, with the whole order; again for a day where it is refused; and slowly to nobody's harm.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit as _, Mac as _};
use parking_lot::Mutex;
use serde_json::{Value, json};
use sha2::Sha256;
use shop_app::audit::list_audit_log;
use shop_app::jobs::{Left, deliver_outbox};
use shop_app::runtime::{Delivery, DeliveryFault, HttpWebhook, Webhook};
use shop_app::setting::WEBHOOK_LOCAL;
use shop_app::shop::{get_settings, make_webhook_secret, update_settings};
use shop_contract::{Empty, ListAuditLog, Settings, UpdateSettings};

use super::{INSTANT, Merchant, URL, deliver, event, events, paid, scene, set};

fn signed(secret: &str, post: &Delivery) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("a secret")).expect("base64");
    let [(_, id), (_, at), _] = &post.headers;
    let mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key").chain_update(format!("{id}.{at}.{}", post.body));
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[tokio::test]
async fn an_event_is_sent_once_signed_and_with_the_whole_order() {
    let (scene, admin, who, product) = scene().await;
    let secret = set(&scene, admin, Some(URL)).await.webhook_secret.expect("the first address shows its secret");
    let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("by its prefix")).expect("base64");
    assert!((24..=64).contains(&key.len()), "as long as secrets are: {}", key.len());
    let order = paid(&scene, who, product).await;
    let merchant = Merchant::who_refuses(0);
    assert_eq!(deliver(&scene, &merchant).await, Left::Nothing, "one is a small piece");
    let post = merchant.posts.lock()[0].clone();
    assert_eq!((post.url.as_str(), post.allows_local), (URL, false), "where the settings say");
    let body: Value = serde_json::from_str(&post.body).expect("JSON");
    let mut names: Vec<_> = body.as_object().expect("an event").keys().cloned().collect();
    names.sort();
    assert_eq!(names, ["aggregateId", "createdAt", "id", "payload", "type"], "what an event says");
    assert_eq!((&body["type"], &body["payload"]["totalAmount"]), (&json!("order.paid"), &json!(1_000)), "of what");
    let whole = &body["payload"]["order"];
    assert_eq!(whole["orderNumber"], json!(order.order_number), "which order");
    assert_eq!(whole["items"][0]["productId"], json!(product), "what was bought");
    assert_eq!(whole["shippingAddress"]["address"], json!("서울시 중구 세종대로 110"), "where it goes");
    assert_eq!(whole["customer"]["id"], json!(who.user_id), "who bought it");
    let [(id_name, id), (at_name, at), (name, signature)] = &post.headers;
    assert_eq!([*id_name, *at_name, *name], ["webhook-id", "webhook-timestamp", "webhook-signature"], "by their names");
    assert_eq!((id, at), (&body["id"].to_string(), &scene.shop.now().timestamp().to_string()), "of this event, now");
    assert_eq!(*signature, signed(&secret, &post), "and signed with the secret");
    assert_eq!(events(&scene, "SENT", 1), 1, "it is sent");
    scene.advance_minutes(60);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.posts.lock().len(), 1, "and not sent again");
}

#[tokio::test]
async fn a_replaced_secret_signs_beside_the_new_one_for_a_day() {
    let (scene, admin, who, product) = scene().await;
    let first = set(&scene, admin, Some(URL)).await.webhook_secret.expect("shown once");
    let again = set(&scene, admin, Some("https://shop.example/other")).await;
    assert_eq!(again.webhook_secret, None, "and never again");
    let second = make_webhook_secret(scene.call(admin), Empty {}).await.expect("another").secret;
    assert_ne!(first, second, "it is another");
    let merchant = Merchant::who_refuses(0);
    for (hours, secrets) in [(0, vec![&second, &first]), (23, vec![&second, &first]), (1, vec![&second])] {
        scene.clock.advance(TimeDelta::hours(hours));
        paid(&scene, who, product).await;
        deliver(&scene, &merchant).await;
        let post = merchant.posts.lock().pop().expect("it is told");
        let expected: Vec<_> = secrets.into_iter().map(|secret| signed(secret, &post)).collect();
        assert_eq!(post.headers[2].1, expected.join(" "), "{hours} hours later");
    }
    let audit = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("it is read");
    let settings = get_settings(scene.call(admin), Empty {}).await.expect("they are read");
    let seen = json!([audit, settings]).to_string();
    assert!(!seen.contains("whsec_") && settings.webhook_secret_made_at.is_some(), "no view holds a secret: {seen}");
    assert!(seen.contains("make_webhook_secret"), "that one was made is written down");
    let kept = scene.count("SELECT count(*) FROM idempotency WHERE instr(answer, 'whsec_') > 0");
    assert_eq!(kept, 0, "nor does a kept answer");
}

#[tokio::test]
async fn a_secret_that_was_replaced_under_a_clock_that_was_ahead_is_the_only_one_a_day_later() {
    let (scene, admin, who, product) = scene().await;
    let first = set(&scene, admin, Some(URL)).await.webhook_secret.expect("shown once");
    scene.clock.set_wall(TimeDelta::days(3_650));
    let second = make_webhook_secret(scene.call(admin), Empty {}).await.expect("another").secret;
    scene.clock.advance(TimeDelta::minutes(1));
    scene.clock.set_wall(-TimeDelta::days(3_650));
    let merchant = Merchant::who_refuses(0);
    for (hours, secrets) in [(0, vec![&second, &first]), (25, vec![&second])] {
        scene.clock.advance(TimeDelta::hours(hours));
        paid(&scene, who, product).await;
        deliver(&scene, &merchant).await;
        let post = merchant.posts.lock().pop().expect("it is told");
        let expected: Vec<_> = secrets.into_iter().map(|secret| signed(secret, &post)).collect();
        assert_eq!(post.headers[2].1, expected.join(" "), "{hours} hours later");
    }
}

#[tokio::test]
async fn a_secret_is_shown_once_also_to_a_repeated_request() {
    let (scene, admin, ..) = scene().await;
    let request = UpdateSettings {
        updated_at: None,
        shop_name: String::from("장터"),
        low_stock_threshold: 5,
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
        webhook_url: Some(URL.to_owned()),
        webhook_allow_local: Some(true),
        alerts: None,
    };
    let set = async || update_settings(scene.call_with_key(admin, "k"), request.clone()).await.expect("they are good");
    let (first, second) = (set().await, set().await);
    assert!(first.webhook_secret.is_some() && first.webhook_allow_local, "the first answer shows it");
    assert_eq!(second, Settings { webhook_secret: None, ..first }, "the second is the same without it");
}

#[tokio::test]
async fn a_clock_that_was_years_ahead_holds_no_event_back_once_it_is_right() {
    let ten_years = TimeDelta::days(3_650);
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let merchant = Merchant::who_refuses(2);
    scene.clock.set_wall(ten_years);
    let tried = paid(&scene, who, product).await;
    deliver(&scene, &merchant).await;
    let untried = paid(&scene, who, product).await;
    assert_eq!(
        merchant.told(),
        [event("order.paid", &tried)],
        "it is refused, and to be tried again by the wrong clock"
    );
    scene.clock.set_wall(-ten_years);
    deliver(&scene, &merchant).await;
    let both = [event("order.paid", &tried), event("order.paid", &untried)];
    assert_eq!(merchant.told(), both, "nothing waits for ten years");
    let pending = || scene.count("SELECT count(*) FROM outbox WHERE state = 'PENDING'");
    assert_eq!(pending(), 1, "one of them is refused");
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told(), [], "what is refused now waits by the right clock");
    scene.advance_minutes(2);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.told().len(), 1, "and is tried again by it");
    assert_eq!(pending(), 0, "all is sent");
}

#[tokio::test]
async fn a_receiver_that_is_down_is_tried_for_a_day_with_growing_pauses() {
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    paid(&scene, who, product).await;
    let merchant = Merchant::who_refuses(99);
    let begins = scene.shop.now();
    let mut tries = Vec::new();
    // A look every second of the first ten minutes, then every minute of two days.
    let looks = (0..600).chain((600..172_800).step_by(60));
    for second in looks {
        scene.clock.set(begins + TimeDelta::seconds(second));
        deliver(&scene, &merchant).await;
        tries.extend(std::iter::repeat_n(second, merchant.told().len()));
    }
    let expected = [0, 5, 60, 300, 900, 3_600, 7_200, 14_400, 28_800, 43_200, 57_600, 72_000, 86_400];
    assert_eq!(tries, expected, "for a day, and never again");
    assert_eq!(events(&scene, "FAILED", 13), 1, "then it waits for a user");
    assert_eq!(scene.count("SELECT count(*) FROM outbox WHERE last_error = 'STATUS_503'"), 1, "with the reason");
}

#[tokio::test]
async fn an_event_that_was_refused_is_tried_again_as_it_was_also_after_a_restart() {
    let (mut scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    paid(&scene, who, product).await;
    let merchant = Merchant::who_refuses(1);
    deliver(&scene, &merchant).await;
    assert_eq!(events(&scene, "PENDING", 1), 1, "it waits for its second try");
    scene.restart().await;
    scene.clock.advance(TimeDelta::seconds(5) - INSTANT);
    deliver(&scene, &merchant).await;
    assert_eq!(merchant.posts.lock().len(), 1, "not yet");
    scene.clock.advance(INSTANT);
    deliver(&scene, &merchant).await;
    assert_eq!(events(&scene, "SENT", 2), 1, "five seconds later it is taken");
    let posts = merchant.posts.lock().clone();
    assert_eq!((posts.len(), &posts[0].body), (2, &posts[1].body), "as the same event, by which the merchant can tell");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_receiver_holds_up_neither_other_orders_nor_other_jobs() {
    /// Answers the first event only when it is told to.
    struct Slow {
        gate: Mutex<Option<Receiver<()>>>,
        told: Sender<i64>,
    }
    impl Webhook for Slow {
        fn post(&self, delivery: &Delivery) -> Result<(), DeliveryFault> {
            let body: Value = serde_json::from_str(&delivery.body).expect("JSON");
            let gate = self.gate.lock().take();
            if let Some(gate) = gate {
                gate.recv().expect("the test opens the gate");
            }
            self.told.send(body["aggregateId"].as_i64().expect("an id")).expect("the test listens");
            Ok(())
        }
    }
    let (scene, admin, who, product) = scene().await;
    set(&scene, admin, Some(URL)).await;
    let mut ids: Vec<i64> = Vec::new();
    for _ in 0..6 {
        ids.push(paid(&scene, who, product).await.id);
    }
    let ((open, gate), (told, heard)) = (channel(), channel());
    let webhook: Arc<dyn Webhook> = Arc::new(Slow { gate: Mutex::new(Some(gate)), told });
    let shop = Arc::clone(&scene.shop);
    let job = tokio::spawn(async move { deliver_outbox(&shop, &webhook).await });
    let others = tokio::task::spawn_blocking(move || (heard.iter().take(5).collect::<Vec<_>>(), heard));
    let (mut others, heard) = others.await.expect("they are told");
    let late = paid(&scene, who, product).await;
    assert!(!job.is_finished() && late.id > 0, "orders are paid meanwhile");
    open.send(()).expect("the gate opens");
    job.await.expect("the job ends").expect("well");
    others.extend(heard.try_iter());
    others.sort_unstable();
    assert_eq!(others, ids, "all are told, one slow one or not");
    assert_eq!(events(&scene, "SENT", 1), 6, "and that is written down");
}

#[tokio::test]
async fn a_local_receiver_is_told_only_where_an_admin_allows_it() {
    let (scene, admin, who, product) = scene().await;
    let webhook: Arc<dyn Webhook> = Arc::new(HttpWebhook::default());
    // Nobody listens on this port, so that a connection that is tried is refused.
    for (url, allowed, expected) in [
        ("http://127.0.0.1:1/hook", false, "NOT_ALLOWED"),
        ("http://localhost:1/hook", false, "NOT_ALLOWED"),
        ("http://[::ffff:169.254.169.254]:1/latest", false, "NOT_ALLOWED"),
        ("http://127.0.0.1:1/hook", true, "REFUSED"),
    ] {
        set(&scene, admin, Some(url)).await;
        scene.write(move |w| Ok(shop_store::setting::write(w.tx, WEBHOOK_LOCAL, &allowed, w.now)?)).await;
        paid(&scene, who, product).await;
        deliver_outbox(&scene.shop, &webhook).await.expect("the job runs");
        let told = format!("SELECT count(*) FROM outbox WHERE attempts = 1 AND last_error = '{expected}'");
        assert_eq!(scene.count(&told), 1, "{url}, allowed: {allowed}");
        scene.sql("UPDATE outbox SET state = 'SENT', attempts = 0");
    }
}
