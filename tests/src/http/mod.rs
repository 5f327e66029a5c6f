//! A scene's shop behind the real server, on a free port of this machine, and the clients that tests call it with.
//!
//! The server runs in the test's process, so that a test moves the shop's clock and looks into its file.

mod ask;
mod feed;
mod raw;
mod tokens;
mod users;

use std::path::Path;

use shop_app::runtime::{DataFolder, ShopOptions};
use shop_server::{Server, ServerOptions, TokenKeys};

pub use ask::{Answer, Ask};
pub use feed::{Feed, Said};
pub use raw::{Line, Reply};
pub use tokens::{KEY, claims, header, hs256, hs512, leeway, lifetime, segment};
pub use users::{PASSWORD, TestUser};

use crate::scene::Scene;

/// What a site changes in the options with which its server is started.
type Change = Box<dyn Fn(&mut ServerOptions) + Send + Sync>;

/// A shop, its server, and a client.
pub struct Site {
    server: Option<Server>,
    client: reqwest::Client,
    change: Change,
    port: u16,
    /// The shop. Fields are dropped in order: the server goes before the shop whose books are then proved.
    pub scene: Scene,
}

impl Site {
    /// As the program opens shop and server, but for the clock and the key.
    pub async fn open() -> Self {
        Self::with(|_| {}, |_| {}).await
    }

    /// Shop and server opened otherwise, at first and after every restart.
    pub async fn with(
        shop: impl Fn(&mut ShopOptions) + Send + Sync + 'static,
        server: impl Fn(&mut ServerOptions) + Send + Sync + 'static,
    ) -> Self {
        let scene = Scene::with(shop);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let mut site = Self { server: None, client, change: Box::new(server), port: 0, scene };
        site.start().await;
        site
    }

    /// Stops the server, ends the program, and starts both anew, on another port.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.scene.restart().await;
        self.start().await;
    }

    /// Stops the server; the shop stays open.
    pub async fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.stop().await;
        }
    }

    /// Where the server says that it is reached.
    ///
    /// # Panics
    /// While it is stopped.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        self.server.as_ref().expect("the server runs").urls()
    }

    /// The port on which the server listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What a client that means this server says in its Host header.
    #[must_use]
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    async fn start(&mut self) {
        let mut options = ServerOptions::default();
        (self.change)(&mut options);
        let shop = std::sync::Arc::clone(&self.scene.shop);
        let folder = DataFolder::open(self.scene.file().parent().map(Path::to_owned)).expect("the folder is ours");
        let keys = TokenKeys::from_bytes(&KEY);
        let server = Server::start(shop, &folder, keys, options).await.expect("the server starts");
        self.port = server.port();
        self.server = Some(server);
    }
}
