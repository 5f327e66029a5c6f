//! What stands in the shop while operations are tried: things of one customer, whom nobody else may notice.

use serde_json::json;
use sha2::{Digest as _, Sha256};
use shop_app::runtime::Principal;
use shop_contract::{
    AddNote, AdminRole, ById, Empty, MoveReturn, PaymentMethod, RefundOrder, RejectReturn, RequestReturn, SaveAddress,
    ShippingAddress, UnitsOfItem,
};
use shop_domain::BusinessDay;

use super::operation::Operation;
use crate::http::{Site, TestUser};
use crate::scene::{rate, with_code};

/// Stands in every text of the owner's, and in nobody else's answers.
pub const MARK: &str = "비밀손님";
/// The owner's e-mail.
pub const OWNER_EMAIL: &str = "owner@example.com";
/// The code with which the owner can set a new password.
pub const RESET_CODE: &str = "AAAA-BBBB-CCCC";
/// The copy that [`make_backup`] makes at the time at which every scene begins.
pub const BACKUP: &str = "jangteo-20260310T030000000Z-manual.db";
/// The code of a coupon that can still be had.
pub const COUPON_CODE: &str = "AUTUMN-2026";
/// Won of the owner's request for points.
pub const CHARGE: i64 = 30_000;
/// An id of nothing at all.
const NOWHERE: i64 = 999_999;

/// The ids that an operation is tried with.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// For sale, plenty of it.
    pub product: i64,
    /// Can still be had.
    pub coupon: i64,
    /// The owner's line with one unit of the product.
    pub line: i64,
    /// The owner's coupon.
    pub user_coupon: i64,
    /// The owner's unpaid order.
    pub order: i64,
    /// What it costs.
    pub total: i64,
    /// Another session of the owner.
    pub session: i64,
    /// The owner's address.
    pub address: i64,
    /// The owner's request for points, which waits for its deposit.
    pub charge: i64,
    /// The owner's payment by transfer of as much as `total`, which awaits its deposit.
    pub deposit: i64,
    /// A product with options, as it was made.
    pub choice: i64,
    /// One of them.
    pub option: i64,
    /// A deleted product.
    pub gone: i64,
    /// A product without stock.
    pub sold_out: i64,
    /// The owner's request for a notice of it.
    pub notice: i64,
    /// The owner's paid order.
    pub paid: i64,
    /// The owner's order that is on its way.
    pub sent: i64,
    /// The owner's order that has arrived.
    pub arrived: i64,
    /// Its item, of one unit.
    pub item: i64,
    /// The owner's return of another order, which was asked for.
    pub returned: i64,
    /// The owner's return of yet another order, which was approved.
    pub approved: i64,
    /// A note on the order that is on its way.
    pub note: i64,
    /// An event that was given up.
    pub given_up: i64,
    /// Another customer.
    pub other: i64,
    /// A clerk.
    pub clerk: i64,
}

impl Stage {
    /// A customer and a stage of the customer's things. The shop is a demo shop and has not been set up.
    pub async fn set(site: &Site) -> (TestUser, Self) {
        let owner = TestUser { email: OWNER_EMAIL.to_owned(), ..site.customer(1_000_000).await };
        let (who, scene) = (owner.principal, &site.scene);
        let hash = fingerprint(&RESET_CODE.replace('-', ""));
        scene.sql(&format!(
            "UPDATE user SET name = '{MARK}', email = '{OWNER_EMAIL}', reset_hash = '{hash}',
                             reset_until = '2030-01-01T00:00:00.000Z' WHERE id = {}",
            who.user_id
        ));
        let terms = (shop_domain::user::Document::Terms, BusinessDay::of(scene.shop.now(), scene.shop.zone()));
        scene.write(move |w| Ok(shop_store::document::add(w.tx, terms.0, "제1조", terms.1, w.now)?)).await;
        let product = scene.product(1_000, 1_000).await;
        let order = scene.buy(who, product).await;
        scene.sql(&format!("UPDATE \"order\" SET recipient_name = '{MARK}' WHERE id = {}", order.id));
        let (paid, sent) = (paid(site, who, product).await, paid(site, who, product).await);
        shop_app::order::ship_order(scene.call(scene.admin().await), ById { id: sent }).await.expect("it is sent");
        let words = AddNote { id: sent, body: "문의 있음".into() };
        let note = shop_app::note::add_order_note(scene.call(scene.admin().await), words).await.expect("a note").id;
        scene.sql("UPDATE outbox SET state = 'FAILED', attempts = 3 WHERE id = 1");
        let (other, clerk) = (scene.customer(1_000).await.user_id, scene.admin_as(AdminRole::Clerk).await.user_id);
        scene.open_methods(&[PaymentMethod::BankTransfer]).await;
        let deposit = scene.buy(who, product).await;
        let deposit = scene.transfer(who, &deposit, 0).await.id;
        let (arrived, item) = arrived(site, who, product).await;
        let (approved, returned) = (approved(site, who, product).await, returned(site, who, product).await);
        // Operations on the settings expect them as they are at first.
        scene.sql("DELETE FROM setting WHERE key = 'paymentMethods'");
        let line = scene.put(who, product, None, 1).await;
        let user_coupon = scene.own(who, rate(10)).await;
        let coupon = scene.coupon(rate(20)).await;
        scene.coupon(with_code(30, COUPON_CODE)).await;
        let session = site.elsewhere(&owner).await.principal.session_id;
        let address = shop_app::user::save_address(scene.call(who), address(None)).await.expect("an address").id;
        let charge = scene.waiting_charge(who, CHARGE, MARK).await;
        let (choice, options) = scene.product_with_options(None, 10).await;
        let gone = scene.product(1_000, 1).await;
        scene.sql(&format!("UPDATE product SET state = 'DELETED', state_before = 'NORMAL' WHERE id = {gone}"));
        let sold_out = scene.product(1_000, 0).await;
        let notice =
            scene.write(move |w| Ok(shop_store::restock::add(w.tx, who.user_id, sold_out, None, w.now)?)).await;
        let (order, total, option) = (order.id, order.total_amount, options[0]);
        let stage = Self {
            product,
            coupon,
            line,
            user_coupon,
            order,
            total,
            session,
            address,
            charge,
            deposit,
            choice,
            option,
            gone,
            sold_out,
            notice,
            paid,
            sent,
            arrived,
            item,
            returned,
            approved,
            note,
            given_up: 1,
            other,
            clerk,
        };
        (owner, stage)
    }

    /// A table with a tracking number for the order that is on its way.
    #[must_use]
    pub fn parcels(&self) -> String {
        // All orders are of one day, so that their numbers rise as their ids do.
        format!("orderNumber,carrier,trackingNumber\nORD-20260310-{:06},한진택배,1234567890\n", self.sent)
    }

    /// The same, but everything of the owner's is replaced by what does not exist.
    #[must_use]
    pub fn nowhere(self) -> Self {
        let nothing = NOWHERE;
        let (line, user_coupon, order, session) = (nothing, nothing, nothing, nothing);
        let arrived = nothing;
        let notice = nothing;
        Self { line, user_coupon, order, session, address: nothing, charge: nothing, arrived, notice, ..self }
    }

    /// The ids that belong to the owner, each with its name.
    #[must_use]
    pub fn owned(self) -> [i64; 6] {
        [self.line, self.user_coupon, self.order, self.session, self.address, self.charge]
    }
}

fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn paid(site: &Site, who: Principal, product: i64) -> i64 {
    let order = site.scene.buy(who, product).await;
    site.scene.pay(who, &order).await.expect("it can be paid");
    order.id
}

async fn arrived(site: &Site, who: Principal, product: i64) -> (i64, i64) {
    let (id, scene) = (paid(site, who, product).await, &site.scene);
    let admin = scene.admin().await;
    shop_app::order::ship_order(scene.call(admin), ById { id }).await.expect("it is sent");
    shop_app::order::deliver_order(scene.call(admin), ById { id }).await.expect("it arrives");
    scene.sql(&format!("UPDATE \"order\" SET recipient_name = '{MARK}' WHERE id = {id}"));
    (id, scene.count(&format!("SELECT id FROM order_item WHERE order_id = {id}")))
}

async fn returned(site: &Site, who: Principal, product: i64) -> i64 {
    let (id, order_item_id) = arrived(site, who, product).await;
    let items = vec![UnitsOfItem { order_item_id, quantity: 1 }];
    let wanted = RequestReturn { id, items, reason: MARK.to_owned() };
    shop_app::returns::request_return(site.scene.call(who), wanted).await.expect("a return").id
}

async fn approved(site: &Site, who: Principal, product: i64) -> i64 {
    let (id, scene) = (returned(site, who, product).await, &site.scene);
    let step = MoveReturn { id, note: None };
    shop_app::returns::approve_return(scene.call(scene.admin().await), step).await.expect("it is approved");
    id
}

/// An address of the owner's book.
pub fn address(id: Option<i64>) -> SaveAddress {
    let shipping_address = ShippingAddress {
        recipient_name: MARK.to_owned(),
        phone: String::from("010-1234-5678"),
        zip_code: String::from("04524"),
        address: String::from("서울시 중구 세종대로 110"),
        detail_address: None,
    };
    SaveAddress { id, label: String::from("집"), is_default: false, shipping_address }
}

/// The shop says that it holds demo data.
pub async fn make_demo(site: &Site) {
    let key = shop_app::setting::DEMO;
    site.scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &true, w.now)?)).await;
}

/// The shop says that it is set up.
pub async fn make_ready(site: &Site) {
    let key = shop_app::setting::READY;
    site.scene.write(move |w| Ok(shop_store::setting::write(w.tx, key, &true, w.now)?)).await;
}

/// Sets up what one operation alone needs.
pub async fn make_way(site: &Site, operation: Operation) {
    match operation {
        Operation::arm_fault => make_demo(site).await,
        Operation::restore_backup => make_backup(site).await,
        Operation::leave_shop => end_orders(site).await,
        Operation::buy_in_sale_room | Operation::close_sale_room => open_room(site).await,
        _ => {}
    }
}

/// No order or return of the owner is open any more.
pub async fn end_orders(site: &Site) {
    let (scene, admin) = (&site.scene, site.scene.admin().await);
    let user_id = scene.count(&format!("SELECT id FROM user WHERE email = '{OWNER_EMAIL}'"));
    let owner = Principal { user_id, role: None, session_id: 0 };
    let unpaid = format!("SELECT coalesce(min(id), 0) FROM \"order\" WHERE state = 'NORMAL' AND user_id = {user_id}");
    while scene.count(&unpaid) > 0 {
        let id = scene.count(&unpaid);
        shop_app::order::cancel_order(scene.call(owner), ById { id }).await.expect("it is cancelled");
    }
    let returned = scene.count("SELECT id FROM return_request WHERE state = 'REQUESTED'");
    let rejected = RejectReturn { id: returned, note: "반품 불가".to_owned() };
    shop_app::returns::reject_return(scene.call(admin), rejected).await.expect("it is rejected");
    let approved = scene.count("SELECT id FROM return_request WHERE state = 'APPROVED'");
    let arrived = MoveReturn { id: approved, note: None };
    let order = shop_app::returns::receive_return(scene.call(admin), arrived).await.expect("it came").returned.order_id;
    let refund = RefundOrder::whole(order, None);
    shop_app::order::refund_order(scene.call(admin), refund).await.expect("it is refunded");
    let paid = scene.count("SELECT id FROM \"order\" WHERE delivery_state = 'PREPARING'");
    shop_app::order::ship_order(scene.call(admin), ById { id: paid }).await.expect("it is sent");
    for _ in 0..2 {
        let sent = scene.count("SELECT id FROM \"order\" WHERE delivery_state = 'SHIPPED'");
        shop_app::order::deliver_order(scene.call(admin), ById { id: sent }).await.expect("it arrives");
    }
}

/// A sale of nine coupons.
pub fn sale_of(coupon: i64) -> serde_json::Value {
    json!({"couponId": coupon, "quantity": 9, "startsInSeconds": 10, "sellingSeconds": 60})
}

/// A room for coupons is open, and its sale has begun.
pub async fn open_room(site: &Site) {
    let (scene, admin) = (&site.scene, site.scene.admin().await);
    let wanted = serde_json::from_value(sale_of(scene.coupon(rate(40)).await)).expect("a request");
    shop_app::sale_room::open_sale_room(scene.call(admin), wanted).await.expect("it opens");
    scene.clock.advance(chrono::TimeDelta::seconds(10));
}

/// There is one copy of the shop, with the name that [`BACKUP`] has.
pub async fn make_backup(site: &Site) {
    let admin = site.scene.admin().await;
    let made = shop_app::backup::make_backup(site.scene.call(admin), Empty {}).await.expect("a copy can be made");
    assert_eq!(made.name, BACKUP, "time stands still");
}

/// An address as JSON.
pub fn shipping_address() -> serde_json::Value {
    json!(address(None).shipping_address)
}
