//! Admins give the same code to several products at the same moment.

use shop_app::catalog::{create_product, delete_product, restore_product};
use shop_contract::{ById, CreateProduct, ErrorCode};

use crate::market::{all_at_once, in_every_way};

fn with_sku(sku: &str) -> CreateProduct {
    CreateProduct {
        name: String::from("머그컵"),
        name_en: None,
        description: None,
        description_html: None,
        description_en: None,
        category: String::from("kitchen"),
        price: 9_000,
        stock: 12,
        limited_quantity: None,
        sku: Some(sku.to_owned()),
        barcode: None,
        low_stock_threshold: None,
        sale: None,
        options: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_products_that_want_the_same_code_one_gets_it() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let creates = (0..12).map(|number| create_product(market.call(number, admin), with_sku("MUG-1")));
        let answers = all_at_once(creates).await;
        let refused = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(refused.clone().all(|refusal| refusal.code == ErrorCode::Conflict), "{answers:?}");
        assert_eq!(refused.count(), 11, "one bears it");
        assert_eq!(market.scene.count("SELECT count(*) FROM product"), 1, "and no other product is made");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_that_comes_back_and_a_new_one_do_not_share_a_code() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        for round in 0..5 {
            let sku = format!("MUG-{round}");
            let id = create_product(market.call(0, admin), with_sku(&sku)).await.expect("it is free").id;
            delete_product(market.call(0, admin), ById { id }).await.expect("it is there");
            let (restore, create) = (market.call(0, admin), market.call(1, admin));
            let new = with_sku(&sku);
            let answers = all_at_once([
                Box::pin(async move { restore_product(restore, ById { id }).await }) as Act,
                Box::pin(async move { create_product(create, new).await }),
            ])
            .await;
            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "one of the two: {answers:?}");
        }
        let shared = "SELECT count(*) FROM (SELECT 1 FROM product_code WHERE state = 'NORMAL' GROUP BY kind, code HAVING count(*) > 1)";
        assert_eq!(market.scene.count(shared), 0, "no code is borne twice");
    })
    .await;
}

type Act =
    std::pin::Pin<Box<dyn Future<Output = Result<shop_contract::AdminProduct, shop_contract::ShopError>> + Send>>;
