//! One shop for all targets of a process, in a folder of its own, with a clock that stands still.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use shop_app::context::{Call, Shop, perform};
use shop_app::runtime::{ManualClock, Principal, ShopOptions};
use shop_contract::{AdminRole, ShopError, for_each_operation, operation};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The password of the admin.
const PASSWORD: &str = "a good password";

/// A small shop with an admin and some products.
pub struct TestShop {
    runtime: Runtime,
    shop: Arc<Shop>,
    folder: TempDir,
}

macro_rules! operations {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// Performs the operation of this name.
        async fn ask(call: Call, name: &str, request: Value) -> Result<Value, ShopError> {
            match name {
                $(stringify!($name) => {
                    let answer = perform(call, operation::$name, Ok(request), shop_app::$noun::$name).await?;
                    Ok(serde_json::to_value(answer).expect("an answer is JSON"))
                })*
                _ => panic!("no operation {name}"),
            }
        }
    };
}
for_each_operation!(operations);

impl TestShop {
    /// The shop of this process.
    pub fn get() -> &'static Self {
        static SHOP: OnceLock<TestShop> = OnceLock::new();
        SHOP.get_or_init(Self::open)
    }

    fn open() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::Builder::new().prefix("jangteo-targets-").tempdir().expect("a folder");
        let mut options = ShopOptions::new(folder.path());
        options.clock = Arc::new(ManualClock::new(now()));
        let shop = runtime.block_on(async { Shop::open(options).expect("the shop opens") });
        let opened = Self { runtime, shop, folder };
        opened.fill();
        opened
    }

    fn fill(&self) {
        let owner = json!({"shopName": "가게", "email": "a@b.kr", "password": PASSWORD, "name": "주인"});
        self.ask(None, "set_up_shop", owner).expect("the shop is set up");
        for (name, category) in [("머그컵", "kitchen"), ("찻잔 세트", "kitchen"), ("notebook", "office")] {
            let product = json!({"name": name, "price": 9_000, "stock": 5, "category": category});
            self.as_admin("create_product", product).expect("a product");
        }
    }

    /// Performs an operation as the admin.
    ///
    /// # Errors
    /// As the operation.
    pub fn as_admin(&self, name: &str, request: Value) -> Result<Value, ShopError> {
        self.ask(Some(Principal { user_id: 1, role: Some(AdminRole::Owner), session_id: 0 }), name, request)
    }

    /// Performs an operation.
    ///
    /// # Errors
    /// As the operation.
    pub fn ask(&self, principal: Option<Principal>, name: &str, request: Value) -> Result<Value, ShopError> {
        let call = Call::new(Arc::clone(&self.shop), principal, None);
        self.runtime.block_on(ask(call, name, request))
    }

    /// Asserts that a refusal is one of bad input, and no failure inside.
    pub fn is_sound<T>(&self, what: &str, answer: Result<T, ShopError>) -> Option<T> {
        match answer {
            Ok(answer) => Some(answer),
            Err(refusal) => {
                assert!(refusal.code.status() < 500, "{what} fails inside: {refusal:?}");
                None
            }
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Removes the data folder at the end of the process; nothing can be asked any more.
    pub fn remove(&self) {
        let _ = std::fs::remove_dir_all(self.folder.path());
    }

    /// The open shop.
    pub fn shop(&self) -> &Arc<Shop> {
        &self.shop
    }
}

/// The instant of the shop.
pub fn now() -> DateTime<Utc> {
    "2026-03-10T03:00:00Z".parse().expect("an instant")
}
