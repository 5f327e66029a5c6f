//! The ends of a demo: what a shop of one's own takes over, what is kept of the demo, and that nothing is changed where it is
//! refused.

use shop_app::runtime::{ManualClock, WriteError};
use shop_app::shop::get_shop;
use shop_app::user::{DEMO_PASSWORD, From, sign_in};
use shop_app::verify;
use shop_contract::{Empty, Login, SetUpShop, ShopInfo, ShopperRate};
use shop_store::order::{AdminFilter, list_for_admin};

use super::*;
use crate::shoppers::{chosen_rate, keep_rate};

const SIZE: DemoSize = DemoSize { products: 40, users: 4, orders: 25, seed: 1 };
const PASSWORD: &str = "correct-horse-9";

struct Place {
    call: Call,
    folder: TempDir,
}

impl Place {
    async fn demo() -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Arc::new(ManualClock::new("2026-03-10T03:00:00Z".parse().expect("an instant")));
        let options = ShopOptions { clock, ..ShopOptions::new(folder.path()) };
        let call = Call::new(Shop::open(options).expect("a shop"), None, None);
        fill(&call.shop, SIZE, |_| {}).await.expect("the demo is made");
        Self { call, folder }
    }

    async fn info(&self) -> ShopInfo {
        let call = Call::new(Arc::clone(&self.call.shop), None, None);
        get_shop(call, Empty {}).await.map_err(|error| error.code).expect("the shop tells of itself")
    }

    async fn begin(&self, products: DemoProducts, keep_demo: bool, password: &str) -> Result<(), ErrorCode> {
        let shop = SetUpShop {
            shop_name: "모퉁이 가게".to_owned(),
            email: "keeper@example.com".to_owned(),
            password: password.to_owned(),
            name: "주인장".to_owned(),
            set_up_code: None,
            point_charging: None,
            payment_methods: None,
            deposit_account: None,
            business: None,
        };
        let begun = begin_own_shop(&self.call, &BeginOwnShop { shop, products, keep_demo }).await;
        begun.map_err(|error| error.code)
    }

    fn products(&self) -> Vec<ProductRow> {
        self.call.shop.read(|db| by_id(db, 0, 1_000)).expect("the products")
    }

    fn orders(&self) -> usize {
        let all = self.call.shop.read(|db| list_for_admin(db, &AdminFilter::default(), None, 1_000));
        all.expect("the orders").len()
    }

    /// The files of backups.
    fn backups(&self) -> usize {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("backups")) else { return 0 };
        entries.flatten().filter(|entry| entry.path().extension().is_some_and(|end| end == "db")).count()
    }

    async fn can_sign_in(&self, email: &str, password: &str) -> bool {
        let login = Login { email: email.to_owned(), password: password.to_owned() };
        let from = From { device: "test".to_owned(), address: "test".to_owned() };
        sign_in(Call::new(Arc::clone(&self.call.shop), None, None), login, from).await.is_ok()
    }

    fn ensure_verified(&self) {
        assert_eq!(verify(&self.call.shop).expect("it is verified"), []);
    }
}

/// What a customer sees of a product, without its stock.
fn seen(rows: &[ProductRow]) -> Vec<String> {
    let row = |row: &ProductRow| {
        let options = row.options.iter().map(|option| format!("{} {}", option.name, option.list_price.get()));
        let options: Vec<_> = options.collect();
        let ProductRow { name, name_en, category, image, list_price, .. } = row;
        format!("{name} {name_en:?} {category} {image:?} {} {options:?}", list_price.get())
    };
    rows.iter().map(row).collect()
}

fn units(rows: &[ProductRow]) -> Vec<i64> {
    let of = |row: &ProductRow| match row.options.as_slice() {
        [] => row.own_stock,
        options => options.iter().map(|option| option.available_quantity).sum(),
    };
    rows.iter().map(of).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_shop_takes_over_what_was_asked_for() {
    for (products, keep_demo) in
        [(DemoProducts::None, false), (DemoProducts::WithoutStock, true), (DemoProducts::WithStock, false)]
    {
        let place = Place::demo().await;
        let before = place.products();
        place.begin(products, keep_demo, PASSWORD).await.expect("it begins");
        let info = place.info().await;
        assert_eq!((info.name.as_str(), info.ready, info.demo), ("모퉁이 가게", true, false), "{products:?}");
        assert!(info.personas.is_empty(), "{products:?}: no user of the demo is left");
        let after = place.products();
        match products {
            DemoProducts::None => assert_eq!(after, []),
            DemoProducts::WithoutStock => assert_eq!((seen(&after), units(&after)), (seen(&before), vec![0; 40])),
            DemoProducts::WithStock => assert_eq!((seen(&after), units(&after)), (seen(&before), units(&before))),
        }
        assert!(after.iter().all(|row| row.sale.is_none()), "{products:?}: the demo's sales are over");
        assert_eq!(place.orders(), 0, "{products:?}: no order is kept");
        assert_eq!(place.backups(), usize::from(keep_demo), "{products:?}: the demo is kept as was said");
        assert!(place.can_sign_in("keeper@example.com", PASSWORD).await, "{products:?}: the first admin can");
        assert!(!place.can_sign_in(crate::ADMIN_EMAIL, DEMO_PASSWORD).await, "{products:?}: the demo's cannot");
        place.ensure_verified();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_changes_where_it_is_refused() {
    let place = Place::demo().await;
    let (orders, products) = (place.orders(), place.products());
    let refused = place.begin(DemoProducts::WithStock, true, "short").await;
    assert_eq!(refused, Err(ErrorCode::InvalidInput));
    assert!(place.info().await.demo, "it is still the demo");
    assert_eq!((place.orders(), place.products(), place.backups()), (orders, products, 0));
    place.begin(DemoProducts::None, false, PASSWORD).await.expect("it begins");
    assert_eq!(
        place.begin(DemoProducts::None, false, PASSWORD).await,
        Err(ErrorCode::Conflict),
        "a demo begins it once"
    );
    let reset = reset_demo(&place.call, SIZE, |_| {}).await.map_err(|error| error.code);
    assert_eq!(reset, Err(ErrorCode::Conflict), "no real shop is reset");
    assert!(place.can_sign_in("keeper@example.com", PASSWORD).await, "and it stays as it is");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_demo_is_as_at_first() {
    let place = Place::demo().await;
    let orders = place.orders();
    keep_rate(&place.call.shop, ShopperRate::Lively).await.expect("it is kept");
    let emptied = place.call.shop.write(shop_app::runtime::locks::LockKey::Shop, |writing| {
        let row = find(writing.tx, 1)?.ok_or(ErrorCode::ProductNotFound)?;
        shop_store::product::delete(writing.tx, row, writing.now).map(drop).map_err(Into::into)
    });
    emptied.await.map_err(|error: WriteError| format!("{error:?}")).expect("a product is deleted");
    assert_eq!(place.products().len(), 39);
    reset_demo(&place.call, SIZE, |_| {}).await.map_err(|error| error.code).expect("it is reset");
    assert_eq!((place.products().len(), place.orders(), place.backups()), (40, orders, 0));
    assert_eq!(
        chosen_rate(&place.call.shop).expect("a setting"),
        Some(ShopperRate::Lively),
        "the shoppers stay as busy"
    );
    assert!(place.info().await.demo && place.can_sign_in(crate::ADMIN_EMAIL, DEMO_PASSWORD).await);
    place.ensure_verified();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_takes_the_place_of_an_empty_shop_alone() {
    let folder = TempDir::new().expect("a folder");
    let call = Call::new(Shop::open(ShopOptions::new(folder.path())).expect("a shop"), None, None);
    let place = Place { call, folder };
    let make = async || make_demo(&place.call, SIZE, |_| {}).await.map_err(|error| error.code);
    assert_eq!(make().await, Ok(()));
    assert!(place.info().await.demo && place.can_sign_in(crate::ADMIN_EMAIL, DEMO_PASSWORD).await);
    let orders = place.orders();
    assert!(orders > 0 && place.backups() == 0, "the empty shop is no backup");
    assert_eq!(make().await, Err(ErrorCode::Conflict), "a demo is reset, not made again");
    place.begin(DemoProducts::None, false, PASSWORD).await.expect("it begins");
    assert_eq!(make().await, Err(ErrorCode::Conflict), "a real shop stays");
    assert!(place.can_sign_in("keeper@example.com", PASSWORD).await);
    place.ensure_verified();
}
