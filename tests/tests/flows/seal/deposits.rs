//! Deposits change after they were sealed: their confirmation and their end are sealed as rows of their own, so that nothing
//! that happens in the shop breaks a seal, and whatever is changed by hand does.

use shop_app::payment::confirm_payment;
use shop_app::runtime::Principal;
use shop_app::seal::{Books, check_receipt, get_order_seal};
use shop_contract::{ById, ConfirmPayment, Order, PaymentMethod};

use super::{named, seal_all, unchecked};
use crate::scene::Scene;

/// Orders whose deposit is awaited, confirmed, cancelled and refunded, each sealed after each of its steps; the confirmed one.
async fn deposits() -> (Scene, Principal, Order) {
    let scene = Scene::new();
    scene.open_methods(&[PaymentMethod::BankTransfer]).await;
    let (admin, who, cup) = (scene.admin().await, scene.customer(9_000).await, scene.product(5_000, 9).await);
    let mut orders = Vec::new();
    for _ in 0..4 {
        let order = scene.buy(who, cup).await;
        let payment = scene.transfer(who, &order, 1_500).await.id;
        orders.push((order, payment));
        seal_all(&scene).await;
    }
    scene.advance_minutes(5);
    // Not in the order of their ids.
    for at in [3, 1] {
        let confirmation = ConfirmPayment { id: orders[at].1, amount: 3_500 };
        confirm_payment(scene.call(admin), confirmation).await.expect("the money came");
        scene.advance_minutes(1);
        seal_all(&scene).await;
    }
    for at in [2, 3] {
        scene.cancel(who, &orders[at].0).await.expect("it is given up");
        scene.advance_minutes(1);
        seal_all(&scene).await;
    }
    (scene, who, orders.swap_remove(1).0)
}

#[tokio::test]
async fn what_becomes_of_a_deposit_breaks_no_seal() {
    let (scene, ..) = deposits().await;
    assert_eq!(named(&scene), [], "each step is sealed as a row of its own");
    let of = |book: &str| {
        scene.count(&format!("SELECT ifnull(sum(last_row - first_row + 1), 0) FROM seal_range WHERE book = '{book}'"))
    };
    let books = (of("PAYMENT"), of("CONFIRMATION"), of("REFUND"));
    assert_eq!(books, (8, 2, 4), "two parts of each order, two that came, and both parts of two that ended");
    let seals = scene.count("SELECT max(id) FROM seal");
    seal_all(&scene).await;
    assert_eq!(scene.count("SELECT max(id) FROM seal"), seals, "and none of them twice");
}

#[tokio::test]
async fn a_deposit_that_was_changed_by_hand_is_named() {
    let (scene, _, order) = deposits().await;
    let conn = unchecked(&scene.file());
    conn.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM payment").expect("a copy");
    let (awaited, confirmed) = (2, scene.count(&format!("SELECT max(id) FROM payment WHERE order_id = {}", order.id)));
    let cancelled = scene.count("SELECT id FROM payment WHERE state = 'CANCELLED'");
    for (id, column, value) in [
        (awaited, "amount", "1"),
        (awaited, "state", "'FAILED'"),
        (awaited, "method", "'CASH'"),
        (awaited, "order_id", "9"),
        (confirmed, "amount", "1"),
        (confirmed, "state", "'PENDING', paid_at = NULL, confirmed_by = NULL"),
        (confirmed, "depositor_name", "'박다른'"),
        (confirmed, "due_at", "'2026-03-14T14:59:59.999Z'"),
        (confirmed, "confirmed_by", "2"),
        (confirmed, "paid_at", "'2026-03-10T03:05:00.001Z'"),
        (confirmed, "updated_at", "'2026-03-10T03:05:00.001Z'"),
        (cancelled, "state", "'PENDING'"),
        (cancelled, "updated_at", "'2026-03-10T03:05:00.001Z'"),
    ] {
        conn.execute_batch(&format!("UPDATE payment SET {column} = {value} WHERE id = {id}")).expect("a change");
        let found = named(&scene);
        assert!(found.contains(&("payment".to_owned(), id)), "{column} = {value} of {id}: {found:?}");
        conn.execute_batch("REPLACE INTO payment SELECT * FROM kept").expect("as it was");
    }
    assert_eq!(named(&scene), [], "all is as it was");
}

#[tokio::test]
async fn the_receipt_of_an_order_paid_in_two_parts_agrees_with_the_books() {
    let (scene, who, order) = deposits().await;
    let seal = async |id| get_order_seal(scene.call(who), ById { id }).await.expect("it is asked");
    let text = seal(order.id).await.text.expect("it is sealed");
    let checked = check_receipt(&text, Some(scene.shop.folder())).expect("the file is read").expect("it is signed");
    assert_eq!((checked.books, checked.receipt.total), (Books::Agree, 5_000), "with both parts");
    let awaited = scene.count("SELECT min(id) FROM \"order\"");
    assert!(!seal(awaited).await.is_sealed, "an order that awaits its deposit has no receipt");
    scene.falsify("UPDATE payment SET amount = 1501 WHERE method = 'POINT'");
    let checked = check_receipt(&text, Some(scene.shop.folder())).expect("the file is read").expect("it is signed");
    assert_eq!(checked.books, Books::OrderDiffers, "a part was changed");
}
