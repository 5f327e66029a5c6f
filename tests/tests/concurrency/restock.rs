//! Customers ask for a notice, and the job of two programs tells them, at the same moment.

use std::sync::Arc;

use shop_app::catalog::{list_restock_notices, notify_restocked, request_restock_notice};
use shop_contract::{ListPage, RequestRestockNotice};

use crate::market::{all_at_once, in_every_way};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_made_once_and_told_once() {
    in_every_way(async |market| {
        let who = market.scene.crowd(1, 1_000).await[0];
        let product_id = market.scene.product(1_000, 0).await;
        let wish = || RequestRestockNotice { product_id, product_option_id: None };
        let asks = (0..12).map(|number| request_restock_notice(market.call(number, who), wish()));
        let answers = all_at_once(asks).await;
        assert!(answers.iter().all(Result::is_ok), "it is sold out: {answers:?}");
        assert_eq!(market.scene.count("SELECT count(*) FROM restock_notice"), 1, "one request");
        market.scene.sql(&format!(
            "UPDATE stock SET initial_quantity = 5, available_quantity = 5 WHERE product_id = {product_id}"
        ));
        let jobs = (0..12).map(|number| {
            let shop = market.program(number);
            async move { notify_restocked(&Arc::clone(&shop), 100).await }
        });
        let told: usize = all_at_once(jobs).await.into_iter().map(|told| told.expect("the job runs")).sum();
        assert_eq!(told, 1, "told once");
        let seen = list_restock_notices(market.call(0, who), ListPage::default()).await.expect("a list").items;
        assert!(seen[0].notified_at.is_some(), "and kept");
    })
    .await;
}
