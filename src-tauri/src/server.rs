//! The optional local server of the window: once an admin enables it, it starts with the window until it is disabled.

use std::sync::{Arc, Weak};
use std::time::Duration;

use shop_app::context::{AdminCall, Call, Shop};
use shop_app::runtime::DataFolder;
use shop_app::shop::{ServerSettings, keep_server_settings, server_settings};
use shop_contract::{SaleRoomStage, ServerState, ShopError, StartServer};
use shop_server::{Server, ServerOptions, TokenKeys};
use tokio::sync::{Mutex, watch};

/// How often the stage of an open sale room is looked at.
const ROOM_WATCH: Duration = Duration::from_millis(500);

/// The server of this window.
pub struct LocalServer {
    folder: DataFolder,
    status: Mutex<Status>,
}

#[derive(Default)]
struct Status {
    running: Option<Server>,
    /// The reason why an enabled server does not run, or why telephones cannot reach it for the sale room.
    fault: Option<String>,
    /// Whether it listens in the network for the sale room, whatever the settings say.
    lent: bool,
}

impl LocalServer {
    pub fn new(folder: DataFolder) -> Self {
        Self { folder, status: Mutex::default() }
    }

    /// Starts the server if it is enabled.
    pub async fn start_if_enabled(&self, shop: &Arc<Shop>) {
        let call = Call::new(Arc::clone(shop), None, None);
        match server_settings(&call).await {
            Ok(settings) if settings.enabled => self.run(shop, settings, &mut *self.status.lock().await).await,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the settings of the server could not be read"),
        }
    }

    /// Whether the server runs, and at which addresses.
    pub async fn state(&self, call: &AdminCall) -> Result<ServerState, ShopError> {
        let settings = server_settings(call).await?;
        Ok(view(settings, &*self.status.lock().await))
    }

    /// Enables and starts the server; a running one is stopped first. Where the port is taken, the state's `fault` says so.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a port outside 1 to 65535.
    pub async fn start(&self, call: &AdminCall, request: StartServer) -> Result<ServerState, ShopError> {
        let port = request.port.map(u16::try_from).transpose().ok().filter(|port| *port != Some(0));
        let port = port.ok_or_else(|| ShopError::invalid("port", "1 to 65535"))?;
        let settings = ServerSettings { enabled: true, port, lan: request.lan };
        let mut status = self.status.lock().await;
        keep_server_settings(call, settings).await?;
        if let Some(server) = status.running.take() {
            server.stop().await;
        }
        self.run(&call.shop, settings, &mut status).await;
        Ok(view(settings, &status))
    }

    /// Disables and stops the server.
    pub async fn stop(&self, call: &AdminCall) -> Result<ServerState, ShopError> {
        let mut status = self.status.lock().await;
        let settings = ServerSettings { enabled: false, ..server_settings(call).await? };
        keep_server_settings(call, settings).await?;
        if let Some(server) = std::mem::take(&mut *status).running {
            server.stop().await;
        }
        Ok(view(settings, &status))
    }

    /// Stops the server when the window closes; it stays enabled.
    pub async fn close(&self) {
        if let Some(server) = self.status.lock().await.running.take() {
            server.stop().await;
        }
    }

    /// Listens in the network while a sale room is open, and then as the settings say. Ends with the shop, which it does not
    /// keep open.
    pub async fn follow_sale_room(&self, shop: Weak<Shop>, mut opened: watch::Receiver<u64>) {
        while opened.changed().await.is_ok() {
            let is_lent = match shop.upgrade() {
                Some(shop) => self.lend(&shop).await,
                None => return,
            };
            while shop.upgrade().is_some_and(|shop| is_open(&shop)) {
                tokio::time::sleep(ROOM_WATCH).await;
            }
            match shop.upgrade() {
                Some(shop) if is_lent => self.take_back(&shop).await,
                Some(_) => self.forget_fault().await,
                None => return,
            }
        }
    }

    /// Listens in the network without keeping that; `false` where it did already, or cannot: then it runs as the settings say.
    async fn lend(&self, shop: &Arc<Shop>) -> bool {
        let Ok(settings) = server_settings(&Call::new(Arc::clone(shop), None, None)).await else { return false };
        let mut status = self.status.lock().await;
        if settings.lan && status.running.is_some() {
            return false;
        }
        if let Some(server) = status.running.take() {
            server.stop().await;
        }
        self.run(shop, ServerSettings { lan: true, ..settings }, &mut status).await;
        status.lent = status.running.is_some();
        if let Some(fault) = status.fault.take_if(|_| settings.enabled) {
            self.run(shop, settings, &mut status).await;
            // Why telephones cannot join stays to be read.
            status.fault = Some(fault);
        }
        status.lent
    }

    /// Forgets why the network could not be listened to, where the server runs as the settings say.
    async fn forget_fault(&self) {
        let mut status = self.status.lock().await;
        if status.running.is_some() {
            status.fault = None;
        }
    }

    /// Ends what [`LocalServer::lend`] began, unless an admin has started or stopped the server since.
    async fn take_back(&self, shop: &Arc<Shop>) {
        let settings = server_settings(&Call::new(Arc::clone(shop), None, None)).await;
        let mut status = self.status.lock().await;
        if !status.lent {
            return;
        }
        if let Some(server) = std::mem::take(&mut *status).running {
            server.stop().await;
        }
        if let Ok(settings) = settings
            && settings.enabled
        {
            self.run(shop, settings, &mut status).await;
        }
    }

    async fn run(&self, shop: &Arc<Shop>, settings: ServerSettings, status: &mut Status) {
        match self.listen(shop, settings).await {
            Ok(server) => *status = Status { running: Some(server), ..Status::default() },
            Err(fault) => {
                tracing::warn!(fault, "the server could not be started");
                *status = Status { fault: Some(fault), ..Status::default() };
            }
        }
    }

    async fn listen(&self, shop: &Arc<Shop>, settings: ServerSettings) -> Result<Server, String> {
        let folder = self.folder.clone();
        // The keychain may show a dialog first.
        let keys = tauri::async_runtime::spawn_blocking(move || TokenKeys::load_or_create(&folder)).await;
        let keys = keys.map_err(|error| error.to_string())??;
        let options = ServerOptions { port: settings.port.unwrap_or(0), lan: settings.lan, ..ServerOptions::default() };
        Server::start(Arc::clone(shop), &self.folder, keys, options).await.map_err(|error| error.to_string())
    }
}

/// Whether a sale room is open or shows its results.
fn is_open(shop: &Shop) -> bool {
    SaleRoomStage::from(shop.sale().stage(shop.now())) != SaleRoomStage::Closed
}

fn view(settings: ServerSettings, status: &Status) -> ServerState {
    let running = status.running.as_ref();
    ServerState {
        running: running.is_some(),
        port: running.map(Server::port).or(settings.port).map(i64::from),
        addresses: running.map(Server::urls).unwrap_or_default(),
        lan: settings.lan || status.lent,
        enabled: settings.enabled,
        fault: status.fault.clone(),
    }
}
