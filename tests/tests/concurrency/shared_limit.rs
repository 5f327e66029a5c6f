//! Two options of one product share the limit of a customer with two devices.

use shop_app::cart::add_cart_item;
use shop_app::order::place_order;
use shop_contract::{AddCartItem, PlaceOrder};
use shop_tests::scene::order;

use crate::figures::{hold, hold_tally};
use crate::market::{all_at_once, in_every_way};

const CUSTOMERS: usize = 32;
const STOCK: i64 = 200;

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_cannot_order_past_the_limit() {
    in_every_way(async |market| {
        let (id, options) = market.scene.product_with_options(Some(2), STOCK).await;
        let customers = market.scene.crowd(CUSTOMERS, 10_000).await;
        let lines = customers.iter().flat_map(|who| options.iter().map(|option| (*who, id, Some(*option), 2)));
        let lines = market.scene.put_all(lines.collect()).await;
        let placed = lines.iter().enumerate().map(|(number, line)| {
            let request = PlaceOrder { cart_item_ids: Some(vec![*line]), ..order(&[]) };
            place_order(market.call(number, customers[number / 2]), request)
        });
        let answers = all_at_once(placed).await;
        let expected = [("done", CUSTOMERS), ("ExceededLimitedQuantity", CUSTOMERS)];
        hold_tally(&answers, &expected, "two units each, of one option or the other");
        hold(market.goods(id, 2 * STOCK).fault());
        assert_eq!(market.goods(id, 2 * STOCK).sold, 2 * CUSTOMERS as i64, "and not one more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_cannot_fill_the_cart_past_the_limit() {
    in_every_way(async |market| {
        let (id, options) = market.scene.product_with_options(Some(2), STOCK).await;
        let customers = market.scene.crowd(CUSTOMERS, 10_000).await;
        let added = (0..2 * CUSTOMERS).map(|number| {
            let option = Some(options[number % 2]);
            let request = AddCartItem { product_id: id, product_option_id: option, quantity: 2 };
            add_cart_item(market.call(number, customers[number / 2]), request)
        });
        let answers = all_at_once(added).await;
        let expected = [("done", CUSTOMERS), ("ExceededLimitedQuantity", CUSTOMERS)];
        hold_tally(&answers, &expected, "the lines of one product are summed before they are judged");
        let most = "SELECT max(units) FROM (SELECT sum(quantity) AS units FROM cart_item GROUP BY user_id)";
        assert_eq!(market.scene.count(most), 2, "no cart holds more than the limit");
    })
    .await;
}
