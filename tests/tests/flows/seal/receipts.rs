//! What a receipt says of the books, checked without the shop's network.

use shop_app::runtime::Principal;
use shop_app::seal::{Books, FaultyReceipt, check_receipt, get_order_seal};
use shop_contract::{ById, ErrorCode, Order};

use super::{busy, paid, seal_all};
use crate::scene::{Scene, refused};

async fn text(scene: &Scene, user: Principal, id: i64) -> Option<String> {
    get_order_seal(scene.call(user), ById { id }).await.expect("it is asked").text
}

/// A shop, a paid order whose payment was sealed, and the text of its receipt.
async fn sealed() -> (Scene, Principal, Order, String) {
    let scene = busy().await;
    let (user, product) = (scene.customer(1_000_000).await, scene.product(59_800, 10).await);
    let order = paid(&scene, user, product).await;
    assert_eq!(text(&scene, user, order.id).await, None, "it is not sealed yet");
    seal_all(&scene).await;
    let receipt = text(&scene, user, order.id).await.expect("it is sealed");
    (scene, user, order, receipt)
}

fn books(scene: &Scene, receipt: &str) -> Books {
    check_receipt(receipt, Some(scene.shop.folder())).expect("the file is read").expect("it is signed").books
}

#[tokio::test]
async fn a_receipt_is_checked_with_the_shop_and_without_it() {
    let (scene, _, order, receipt) = sealed().await;
    let checked = check_receipt(&format!(" {receipt}\n"), None).expect("no file is read").expect("it is signed");
    assert_eq!((checked.books, checked.receipt.order_number), (Books::NotAsked, order.order_number), "by itself");
    assert_eq!(
        (checked.receipt.total, checked.receipt.paid_at),
        (59_800, scene.shop.now()),
        "with its amount and time"
    );
    assert_eq!(books(&scene, &receipt), Books::Agree, "and with the books");
    assert!(receipt.len() < 300, "it fits into a QR code that a telephone reads: {}", receipt.len());
}

#[tokio::test]
async fn a_receipt_that_was_changed_is_none() {
    let (_scene, _, _, receipt) = sealed().await;
    let dearer = receipt.replace(";59800;", ";99800;");
    for (text, fault) in [
        (dearer.as_str(), FaultyReceipt::NotSigned),
        ("JANGTEO1;nothing", FaultyReceipt::NotAReceipt),
        ("", FaultyReceipt::NotAReceipt),
        (&receipt[..receipt.len() - 4], FaultyReceipt::NotAReceipt),
    ] {
        assert_eq!(check_receipt(text, None).expect("no file is read"), Err(fault), "{text}");
    }
}

#[tokio::test]
async fn rewritten_books_disagree_with_the_receipt() {
    let (scene, _, order, receipt) = sealed().await;
    let other = busy().await;
    assert_eq!(books(&other, &receipt), Books::OtherShop, "another shop has another key");
    scene.falsify(&format!("UPDATE payment SET amount = 9800 WHERE order_id = {}", order.id));
    assert_eq!(books(&scene, &receipt), Books::OrderDiffers, "the amount was changed");
    // All is sealed anew with the shop's own key: `verify` has nothing to find, but the receipt has.
    scene.falsify("DELETE FROM seal; DELETE FROM seal_range");
    seal_all(&scene).await;
    assert_eq!(books(&scene, &receipt), Books::SealMissing, "the seal is gone");
}

#[tokio::test]
async fn only_the_buyer_gets_the_receipt_of_a_paid_order() {
    let (scene, user, order, receipt) = sealed().await;
    let stranger = scene.customer(0).await;
    let asked = get_order_seal(scene.call(stranger), ById { id: order.id }).await;
    refused(asked, ErrorCode::OrderNotFound, "an order of another user is none");
    let product = scene.product(1_000, 10).await;
    let unpaid = scene.buy(user, product).await;
    seal_all(&scene).await;
    assert_eq!(text(&scene, user, unpaid.id).await, None, "what is not paid has no payment that is sealed");
    scene.cancel(user, &order).await.expect("it is refunded");
    seal_all(&scene).await;
    assert_eq!(text(&scene, user, order.id).await.as_ref(), Some(&receipt), "a refund does not change the receipt");
}
