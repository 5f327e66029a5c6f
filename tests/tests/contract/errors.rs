//! Every error of the contract, provoked once over HTTP: its status, its code, the names of its details, in both
//! languages. A code without a way to provoke it does not compile.

use serde_json::{Value, json};
use shop_contract::{ErrorCode, Language, ShopError};

use crate::provoked::Provoked::{By, NotYet};
use crate::provoked::Ready;

/// Every code, in the order in which the contract lists them.
const CODES: [ErrorCode; 29] = [
    ErrorCode::InvalidInput,
    ErrorCode::InsufficientStock,
    ErrorCode::ExceededLimitedQuantity,
    ErrorCode::CartEmpty,
    ErrorCode::InvalidCoupon,
    ErrorCode::InvalidOrderState,
    ErrorCode::AmountMismatch,
    ErrorCode::InsufficientBalance,
    ErrorCode::InvalidStockAdjustment,
    ErrorCode::Unauthorized,
    ErrorCode::Forbidden,
    ErrorCode::ProductNotFound,
    ErrorCode::OrderNotFound,
    ErrorCode::CouponNotFound,
    ErrorCode::CartItemNotFound,
    ErrorCode::UserNotFound,
    ErrorCode::NotFound,
    ErrorCode::CouponAlreadyIssued,
    ErrorCode::CouponSoldOut,
    ErrorCode::EmailTaken,
    ErrorCode::IdempotencyKeyReused,
    ErrorCode::Conflict,
    ErrorCode::PayloadTooLarge,
    ErrorCode::TooManyRequests,
    ErrorCode::PaymentFailed,
    ErrorCode::InternalError,
    ErrorCode::LockTimeout,
    ErrorCode::Overloaded,
    ErrorCode::StorageUnavailable,
];

#[tokio::test(flavor = "multi_thread")]
async fn every_error_comes_as_the_contract_has_it() {
    for (language, header) in [(Language::Ko, "ko-KR,ko;q=0.9,en;q=0.1"), (Language::En, "en-GB,en;q=0.9,ko;q=0.1")] {
        for code in CODES {
            // Waiting for a file that another program holds takes five seconds; once is enough.
            if code == ErrorCode::Overloaded && language == Language::En {
                continue;
            }
            let ready = Ready::shop().await;
            let (provoked, names) = ready.provoke(code).await;
            let ask = match provoked {
                By(ask) => (*ask).with("Accept-Language", header),
                NotYet(reason) => {
                    assert!(!reason.is_empty(), "{code:?} has a reason to be missing");
                    continue;
                }
            };
            let answer = ready.send(code, ask).await;
            let details = answer.refused(code, &format!("{code:?}"));
            let found: Vec<&String> = details.as_object().into_iter().flat_map(|details| details.keys()).collect();
            assert!(names.iter().all(|name| found.iter().any(|found| found == name)), "{code:?}: {details}");
            assert!(details.is_object() || names.is_empty(), "{code:?} has details {names:?}: {details}");
            let expected = ShopError::new(code).view(language).message;
            assert_eq!(answer.body["message"], expected, "{code:?} in {header:?}");
            if code == ErrorCode::InternalError {
                let traced = answer.header("x-trace-id").map(|id| json!(id));
                assert_eq!(Some(&details["traceId"]), traced.as_ref(), "the client and the log name it alike");
            }
            ready.site.scene.sql(match code {
                ErrorCode::InternalError => "ALTER TABLE wish_away RENAME TO wish",
                _ => "SELECT 1",
            });
        }
    }
}

#[test]
fn the_table_has_every_code_once() {
    let document = shop_contract::schema_document();
    let named = document["components"]["schemas"]["ErrorCode"]["enum"].as_array().expect("a closed list").clone();
    let table: Vec<Value> = CODES.iter().map(|code| json!(code)).collect();
    assert_eq!(table, named, "the table and the contract name the same codes");
}

#[tokio::test]
async fn details_tell_the_figures() {
    let ready = Ready::shop().await;
    let (site, me) = (&ready.site, &ready.me);
    let product = site.scene.product(1_000, 1).await;
    let asked = json!({"productId": product, "quantity": 2});
    let short = site.post("/v1/carts/items", asked).by(me).send().await;
    let expected = json!({"items": [{"productId": product, "requested": 2, "available": 1}]});
    assert_eq!(short.refused(ErrorCode::InsufficientStock, "too many"), expected, "what, how many, how many there are");
    let order = ready.order(2_000).await;
    let By(ask) = ready.pay(order, 2_000) else { unreachable!("it is a request") };
    let poor = (*ask).send().await.refused(ErrorCode::InsufficientBalance, "too little");
    assert_eq!(poor, json!({"required": 2_000, "available": 1_000, "shortfall": 1_000}), "all three");
    let By(ask) = ready.pay(order, 1_999) else { unreachable!("it is a request") };
    let other = (*ask).send().await.refused(ErrorCode::AmountMismatch, "another amount");
    assert_eq!(other, json!({"expected": 2_000, "actual": 1_999}), "both figures");
}
