//! Stock as the admin corrects it, and the history that explains it.

use shop_app::runtime::{Audience, Principal};
use shop_app::stock::{adjust_stock, list_stock_movements};
use shop_contract::*;

use crate::scene::{Scene, refused};

fn change(id: i64, kind: AdjustmentType, quantity: i64) -> AdjustStock {
    AdjustStock {
        id, product_option_id: None, kind, quantity, seen_quantity: None, reason: String::from("재고 실사")
    }
}

async fn history(scene: &Scene, admin: Principal, request: ListStockMovements) -> Vec<StockMovement> {
    let mut rows = Vec::new();
    let mut request = ListStockMovements { limit: Some(2), ..request };
    loop {
        let page = list_stock_movements(scene.call(admin), request.clone()).await.expect("the request is good");
        rows.extend(page.items);
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return rows;
        }
    }
}

#[tokio::test]
async fn a_level_is_moved_within_its_range() {
    use AdjustmentType::{Decrease, Increase, Set};
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = scene.product(1_000, 7).await;
    for (kind, quantity, before, after) in [(Increase, 3, 7, 10), (Decrease, 10, 10, 0), (Set, 5, 0, 5), (Set, 5, 5, 5)]
    {
        let done = adjust_stock(scene.call(admin), change(id, kind, quantity)).await.expect("it stays in range");
        assert_eq!((done.before, done.after), (before, after), "{kind:?} {quantity}");
        assert_eq!(scene.level(id), after, "and so it is");
    }
    let below = adjust_stock(scene.call(admin), change(id, Decrease, 6)).await;
    let details = refused(below, ErrorCode::InvalidStockAdjustment, "never below 0");
    assert_eq!(details["available"], 5, "with what there is");
    assert_eq!(scene.level(id), 5, "nothing was taken");
    let acts = "SELECT count(*) FROM audit_log WHERE action = 'adjust_stock' AND json_extract(after, '$.reason') = '재고 실사'";
    assert_eq!(scene.count(acts), 4, "each change is written down, none that was refused");
}

#[tokio::test]
async fn a_count_is_refused_where_the_level_has_moved_since_it_was_seen() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let id = scene.product(1_000, 7).await;
    let counted = |seen| AdjustStock { seen_quantity: Some(seen), ..change(id, AdjustmentType::Set, 10) };
    scene.buy(who, id).await;
    let stale = adjust_stock(scene.call(admin), counted(7)).await;
    let details = refused(stale, ErrorCode::Conflict, "one was sold since");
    assert_eq!((&details["seenQuantity"], &details["availableQuantity"]), (&7.into(), &6.into()), "with both figures");
    assert_eq!(scene.level(id), 6, "nothing was set");
    assert_eq!(scene.count("SELECT count(*) FROM stock_movement WHERE type = 'SET'"), 0, "and nothing moved");
    let done = adjust_stock(scene.call(admin), counted(6)).await.expect("the level is the one that was seen");
    assert_eq!((done.before, done.after), (6, 10), "it is set");
    for (seen, kind) in
        [(-1, AdjustmentType::Set), (1_000_000_001, AdjustmentType::Set), (10, AdjustmentType::Increase)]
    {
        let bad = AdjustStock { seen_quantity: Some(seen), ..change(id, kind, 1) };
        let details =
            refused(adjust_stock(scene.call(admin), bad).await, ErrorCode::InvalidInput, "no figure of a count");
        assert_eq!(details["fields"][0]["field"], "seenQuantity", "{seen} with {kind:?}");
    }
}

#[tokio::test]
async fn refusals_come_in_their_order() {
    use AdjustmentType::{Decrease, Increase, Set};
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = scene.product(1_000, 1).await;
    let (with_options, options) = scene.product_with_options(None, 5).await;
    for (kind, quantity) in [(Increase, 0), (Increase, 1_000_001), (Decrease, -1), (Set, -1), (Set, 1_000_000_001)] {
        let details = refused(
            adjust_stock(scene.call(admin), change(999, kind, quantity)).await,
            ErrorCode::InvalidInput,
            "input comes first",
        );
        assert_eq!(details["fields"][0]["field"], "quantity", "{kind:?} {quantity}");
    }
    let silent = AdjustStock { reason: String::from(" "), ..change(id, Increase, 1) };
    refused(adjust_stock(scene.call(admin), silent).await, ErrorCode::InvalidInput, "a reason is needed");
    let of = |id, product_option_id| AdjustStock { product_option_id, ..change(id, Decrease, 100) };
    for (wanted, why) in [
        (of(999, None), "no such product"),
        (of(id, Some(options[0])), "another product's option"),
        (of(with_options, None), "a product with options is counted by them"),
    ] {
        refused(adjust_stock(scene.call(admin), wanted).await, ErrorCode::ProductNotFound, why);
    }
    let below = adjust_stock(scene.call(admin), of(with_options, Some(options[0]))).await;
    refused(below, ErrorCode::InvalidStockAdjustment, "last the level");
    scene.sql(&format!("UPDATE product SET state = 'DELETED' WHERE id = {id}"));
    refused(adjust_stock(scene.call(admin), change(id, Set, 1)).await, ErrorCode::ProductNotFound, "a deleted product");
    assert_eq!(scene.count("SELECT count(*) FROM stock_movement"), 0, "nothing moved");
}

#[tokio::test]
async fn the_same_request_again_moves_nothing_twice() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = scene.product(1_000, 0).await;
    for _ in 0..2 {
        let done = adjust_stock(scene.call_with_key(admin, "delivery"), change(id, AdjustmentType::Increase, 5)).await;
        assert_eq!(done.expect("the first answer, twice").after, 5, "five came once");
    }
    assert_eq!(scene.level(id), 5, "five are there");
}

#[tokio::test]
async fn a_count_that_is_repeated_with_its_key_is_no_conflict() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let id = scene.product(1_000, 7).await;
    let counted = AdjustStock { seen_quantity: Some(7), ..change(id, AdjustmentType::Set, 9) };
    for _ in 0..2 {
        let done = adjust_stock(scene.call_with_key(admin, "count"), counted.clone()).await;
        assert_eq!(done.expect("the first answer, twice").after, 9, "it was set once");
    }
}

#[tokio::test]
async fn everybody_hears_of_the_new_level() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (id, options) = scene.product_with_options(None, 5).await;
    let mut heard = scene.shop.events().listen();
    let wanted = AdjustStock { product_option_id: Some(options[1]), ..change(id, AdjustmentType::Set, 9) };
    adjust_stock(scene.call(admin), wanted).await.expect("it is counted");
    let notice = heard.try_recv().expect("it is told");
    let event = ShopEvent::Stock { product_id: id, product_option_id: Some(options[1]), available_quantity: 9 };
    assert_eq!((notice.audience, notice.event), (Audience::All, event), "to all, that option's level");
}

#[tokio::test]
async fn the_history_says_why_it_is_seven() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let id = scene.product(1_000, 10).await;
    let order = scene.buy(who, id).await;
    let given_up = scene.buy(who, id).await;
    scene.cancel(who, &given_up).await.expect("it was not paid");
    adjust_stock(scene.call(admin), change(id, AdjustmentType::Set, 7)).await.expect("two are broken");
    let rows = history(&scene, admin, ListStockMovements { id, ..ListStockMovements::default() }).await;
    let seen: Vec<_> = rows.iter().map(|row| (row.kind, row.quantity, row.available_after, row.order_id)).collect();
    assert_eq!(
        seen,
        [
            (MovementType::Set, -2, 7, None),
            (MovementType::Restore, 1, 9, Some(given_up.id)),
            (MovementType::Sale, -1, 8, Some(given_up.id)),
            (MovementType::Sale, -1, 9, Some(order.id)),
        ],
        "each movement leads to the next, latest first"
    );
    assert_eq!((rows[0].actor_id, rows[0].reason.as_deref()), (Some(admin.user_id), Some("재고 실사")), "who and why");
    assert_eq!(rows[3].order_number.as_ref(), Some(&order.order_number), "which order");
    assert_eq!((rows[3].actor_id, rows[3].actor_name.as_deref()), (Some(who.user_id), Some("김손님")), "and whose");
}

#[tokio::test]
async fn the_history_of_one_option_can_be_asked_for() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (id, options) = scene.product_with_options(None, 5).await;
    for (option, quantity) in [(0, 1), (1, 2), (0, 3)] {
        let wanted =
            AdjustStock { product_option_id: Some(options[option]), ..change(id, AdjustmentType::Increase, quantity) };
        adjust_stock(scene.call(admin), wanted).await.expect("it comes in");
    }
    let of = |product_option_id| ListStockMovements { id, product_option_id, ..ListStockMovements::default() };
    assert_eq!(history(&scene, admin, of(None)).await.len(), 3, "all of them");
    let first = history(&scene, admin, of(Some(options[0]))).await;
    assert_eq!(first.iter().map(|row| row.quantity).collect::<Vec<_>>(), [3, 1], "those of one");
    assert_eq!(first[0].option_name.as_deref(), Some("빨강"), "with its name");
    let nothing = ListStockMovements { id: 999, ..of(None) };
    refused(list_stock_movements(scene.call(admin), nothing).await, ErrorCode::ProductNotFound, "no such product");
    let page = ListStockMovements { limit: Some(1), ..of(None) };
    let cursor = list_stock_movements(scene.call(admin), page).await.expect("a page").next_cursor;
    let other = ListStockMovements { cursor, ..of(Some(options[0])) };
    refused(list_stock_movements(scene.call(admin), other).await, ErrorCode::InvalidInput, "a cursor of another list");
}

#[tokio::test]
async fn a_product_that_lost_its_options_is_counted_by_itself() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (id, _) = scene.product_with_options(None, 5).await;
    scene.sql(&format!("UPDATE product_option SET state = 'DELETED' WHERE product_id = {id}"));
    let done = adjust_stock(scene.call(admin), change(id, AdjustmentType::Set, 4)).await.expect("it has a level now");
    assert_eq!((done.before, done.after), (0, 4), "which begins at nothing");
    assert_eq!(scene.level(id), 4, "and is its own");
}
