//! Orders found by what an admin knows of them: list, sum and file say the same, however many customers match.

use shop_app::jobs::{Left, fill_search};
use shop_app::order::{export_orders, list_orders_for_admin, place_order};
use shop_app::runtime::Principal;
use shop_app::user::{list_users, update_me};
use shop_contract::{
    ExportOrders, ListOrdersForAdmin, ListUsers, Order, OrderState, OrderSummary, PlaceOrder, ShippingAddress, UpdateMe,
};

use crate::scene::{Scene, order};

fn sought(q: &str) -> ListOrdersForAdmin {
    ListOrdersForAdmin { q: Some(q.to_owned()), ..ListOrdersForAdmin::default() }
}

/// All ids that a request finds, page by page, and the sum on the first.
async fn found(scene: &Scene, admin: Principal, request: ListOrdersForAdmin) -> (Vec<i64>, OrderSummary) {
    let (mut ids, mut summary, mut request) = (Vec::new(), None, ListOrdersForAdmin { limit: Some(100), ..request });
    loop {
        let page = list_orders_for_admin(scene.call(admin), request.clone()).await.expect("it is listed");
        ids.extend(page.items.iter().map(|item| item.order.id));
        summary = summary.or(page.summary);
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return (ids, summary.expect("the first page has a sum"));
        }
    }
}

/// How many lines the file has below its names.
async fn lines(scene: &Scene, admin: Principal, request: &ListOrdersForAdmin) -> usize {
    let ListOrdersForAdmin { state, user_id, q, .. } = request.clone();
    let mut request = ExportOrders { state, user_id, q, ..ExportOrders::default() };
    let mut lines = 0;
    loop {
        let part = export_orders(scene.call(admin), request.clone()).await.expect("a part");
        lines += part.csv.lines().count() - usize::from(request.cursor.is_none());
        request.cursor = part.next_cursor;
        if request.cursor.is_none() {
            return lines;
        }
    }
}

async fn send_to(scene: &Scene, who: Principal, product: i64, name: &str, phone: &str) -> Order {
    scene.put(who, product, None, 1).await;
    let address = ShippingAddress { recipient_name: name.into(), phone: phone.into(), ..order(&[]).shipping_address };
    let request = PlaceOrder { shipping_address: address, ..order(&[]) };
    place_order(scene.call(who), request).await.expect("it is placed")
}

#[tokio::test]
async fn orders_of_every_matching_customer_are_in_list_sum_and_file() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let cup = scene.product(1_000, 500).await;
    let users = scene.crowd(130, 5_000).await;
    scene.sql("UPDATE user SET name = '한가람' WHERE type = 'CUSTOMER'");
    let mut orders = Vec::new();
    for who in &users {
        orders.push(scene.buy(*who, cup).await);
    }
    for (who, order) in users.iter().zip(&orders).take(20) {
        scene.pay(*who, order).await.expect("it is paid");
    }
    let paid = ListOrdersForAdmin { state: Some(OrderState::Confirmed), ..sought("한가람") };
    let of_one = ListOrdersForAdmin { user_id: Some(users[3].user_id), ..sought("가람") };
    let of_other = ListOrdersForAdmin { user_id: Some(admin.user_id), ..sought("한가람") };
    for (why, request, count, sales) in [
        ("a name of 130 customers", sought("한가람"), 130, 20_000),
        ("a part of the e-mail of all", sought("@EXAMPLE.com"), 130, 20_000),
        ("the recipient of all", sought("김손님"), 130, 20_000),
        ("with a state", paid, 20, 20_000),
        ("with a customer", of_one, 1, 1_000),
        ("with a customer who has no order", of_other, 0, 0),
    ] {
        let (ids, summary) = found(&scene, admin, request.clone()).await;
        let expected =
            OrderSummary { count, ordered: count * 1_000, sales, discounts: 0, shipping_fees: 0, is_exact: true };
        assert_eq!((ids.len() as i64, summary), (count, expected), "{why}: list and sum");
        assert_eq!(lines(&scene, admin, &request).await as i64, count, "{why}: file");
        assert!(ids.windows(2).all(|pair| pair[0] > pair[1]), "{why}: each once, latest first");
    }
}

#[tokio::test]
async fn orders_are_found_by_recipient_telephone_and_any_part_of_number_and_email() {
    let scene = Scene::new();
    let (admin, one, two) = (scene.admin().await, scene.customer(0).await, scene.customer(0).await);
    scene.sql(&format!(
        "UPDATE user SET name = '표다미', phone = '+82 11-222-3344', email = 'da.mi+x@post.kr' WHERE id = {}",
        one.user_id
    ));
    let cup = scene.product(1_000, 9).await;
    let gift = send_to(&scene, one, cup, "선우 은비", "02-6543-2109").await.id;
    let own = send_to(&scene, two, cup, "Zoë Kim", "01098765432").await.id;
    for (typed, expected) in [
        ("은비", vec![gift]),
        ("선우은비", vec![gift]),
        ("비", vec![gift]),
        ("zoë", vec![own]),
        ("ZOË K", vec![own]),
        ("0265432109", vec![gift]),
        ("02.6543.2109", vec![gift]),
        ("6543", vec![own, gift]),
        ("010-9876-5432", vec![own]),
        ("+82 10 9876 5432", vec![own]),
        ("011-222-3344", vec![gift]),
        ("222 3344", vec![gift]),
        ("표다", vec![gift]),
        ("DA.MI+X", vec![gift]),
        ("@post", vec![gift]),
        ("000002", vec![own]),
        ("0310-000001", vec![gift]),
        ("20260310", vec![own, gift]),
        ("ord-20260310-000002", vec![own]),
        ("없는 사람", vec![]),
        ("%", vec![]),
        ("_", vec![]),
        ("\" OR *", vec![]),
    ] {
        let (ids, summary) = found(&scene, admin, sought(typed)).await;
        assert_eq!((ids, summary.count), (expected.clone(), expected.len() as i64), "{typed:?}");
    }
    let users = |q: &str| list_users(scene.call(admin), ListUsers { q: Some(q.to_owned()), ..ListUsers::default() });
    for typed in ["011-222-3344", "0112223344", "+821122", "222.3344"] {
        let page = users(typed).await.expect("they are listed");
        let ids: Vec<i64> = page.items.iter().map(|item| item.user.id).collect();
        assert_eq!(ids, [one.user_id], "the customer by {typed:?}");
    }
}

#[tokio::test]
async fn a_new_name_and_telephone_count_at_once_and_the_old_ones_no_longer() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    let order = send_to(&scene, who, scene.product(1_000, 9).await, "받는이", "010-1111-2222").await.id;
    scene.crowd(1_000, 1).await;
    while fill_search(&scene.shop).await.expect("the job runs") == Left::More {}
    assert!(
        scene.count("SELECT indexed_through FROM search_progress WHERE name = 'USER'") >= who.user_id,
        "in the index"
    );
    for (name, phone) in [("봉선화", "010-3333-4444"), ("채송화", "010-5555-6666")] {
        let request = UpdateMe { name: Some(name.into()), phone: Some(phone.into()) };
        update_me(scene.call(who), request).await.expect("it is changed");
        for (typed, expected) in [(name, vec![order]), (phone, vec![order]), ("김손님", vec![])] {
            assert_eq!(found(&scene, admin, sought(typed)).await.0, expected, "{typed:?}");
        }
    }
    assert_eq!(found(&scene, admin, sought("봉선화")).await.0, Vec::<i64>::new(), "nobody is called so any more");
}

/// 1,200 orders of an earlier day that came to nothing, so that they touch no other book.
const EARLIER: &str = "
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
    INSERT INTO \"order\" (order_number, user_id, state, amount, discount_amount, total_amount, recipient_name,
        recipient_phone, zip_code, address, cancelled_at, created_at, updated_at)
    SELECT format('ORD-20260309-%06d', i), (SELECT max(id) FROM user), 'CANCELLED', 0, 0, 0, format('옛손님%d호', i),
        format('010-0000-%04d', i), '12345', 'S', '2026-03-09T03:00:00.000Z', '2026-03-09T03:00:00.000Z',
        '2026-03-09T03:00:00.000Z' FROM n;
    INSERT INTO order_sequence (day, last_number, created_at, updated_at) VALUES ('2026-03-09', 1200, '2026-03-09T03:00:00.000Z', '2026-03-09T03:00:00.000Z');
    INSERT INTO order_tally (day, paid_day, state, delivery_state, orders, amount, discount_amount, created_at, updated_at)
        VALUES ('2026-03-09', '', 'CANCELLED', '', 1200, 0, 0, '2026-03-09T03:00:00.000Z', '2026-03-09T03:00:00.000Z');";

#[tokio::test]
async fn the_job_fills_the_index_and_no_answer_changes() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(0).await);
    scene.sql(EARLIER);
    let answers = async || {
        let mut answers = Vec::new();
        for typed in ["옛손님77호", "호", "010-0000-0815", "0309-000123", "000123", "다음", "김손님"] {
            answers.push(found(&scene, admin, sought(typed)).await);
        }
        answers
    };
    let before = answers().await;
    assert_eq!(fill_search(&scene.shop).await.expect("the job runs"), Left::More, "there may be more");
    assert_eq!(fill_search(&scene.shop).await.expect("the job runs"), Left::Nothing, "so few are read one by one");
    assert_eq!(scene.count("SELECT count(*) FROM order_search"), 250, "so many are a batch");
    assert_eq!(answers().await, before, "who searches sees nothing of it");
    let next = send_to(&scene, who, scene.product(1_000, 9).await, "다음 손님", "010-1234-5678").await.id;
    assert_eq!(found(&scene, admin, sought("다음")).await.0, [next], "what is placed is found at once");
}
