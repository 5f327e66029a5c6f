//! The optional local server, as the window runs it: off until it is switched on, and from then on back at every start.

use std::sync::Arc;

use shop_app::runtime::{Call, DataFolder, Shop};
use shop_app::shop::{ServerSettings, keep_server_settings, server_settings};
use shop_contract::{ServerState, ShopError, StartServer};
use shop_server::{Server, ServerOptions, TokenKeys};
use tokio::sync::Mutex;

/// The server of this window.
pub struct LocalServer {
    folder: DataFolder,
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    running: Option<Server>,
    /// Why it does not run although it should.
    fault: Option<String>,
}

impl LocalServer {
    pub fn new(folder: DataFolder) -> Self {
        Self { folder, now: Mutex::default() }
    }

    /// Starts it if it was left on.
    pub async fn come_back(&self, shop: &Arc<Shop>) {
        let call = Call::new(Arc::clone(shop), None, None);
        match server_settings(&call).await {
            Ok(settings) if settings.enabled => self.run(shop, settings, &mut *self.now.lock().await).await,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "how the server was left could not be read"),
        }
    }

    /// Whether it runs, and where.
    ///
    /// # Errors
    /// `UNAUTHORIZED`, and `FORBIDDEN` for a customer, as with the others.
    pub async fn state(&self, call: &Call) -> Result<ServerState, ShopError> {
        call.admin()?;
        let settings = server_settings(call).await?;
        Ok(seen(settings, &*self.now.lock().await))
    }

    /// Switches it on, elsewhere if it runs already. A port that is taken is told in the state's `fault`.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a port that is none.
    pub async fn start(&self, call: &Call, request: StartServer) -> Result<ServerState, ShopError> {
        call.admin()?;
        let port = request.port.map(u16::try_from).transpose().ok().filter(|port| *port != Some(0));
        let port = port.ok_or_else(|| ShopError::invalid("port", "1 to 65535"))?;
        let settings = ServerSettings { enabled: true, port, lan: request.lan };
        let mut now = self.now.lock().await;
        keep_server_settings(call, settings).await?;
        if let Some(server) = now.running.take() {
            server.stop().await;
        }
        self.run(&call.shop, settings, &mut now).await;
        Ok(seen(settings, &now))
    }

    /// Switches it off.
    ///
    /// # Errors
    /// As any write.
    pub async fn stop(&self, call: &Call) -> Result<ServerState, ShopError> {
        call.admin()?;
        let mut now = self.now.lock().await;
        let settings = ServerSettings { enabled: false, ..server_settings(call).await? };
        keep_server_settings(call, settings).await?;
        if let Some(server) = std::mem::take(&mut *now).running {
            server.stop().await;
        }
        Ok(seen(settings, &now))
    }

    /// Ends it with the window; it stays switched on.
    pub async fn close(&self) {
        if let Some(server) = self.now.lock().await.running.take() {
            server.stop().await;
        }
    }

    async fn run(&self, shop: &Arc<Shop>, settings: ServerSettings, now: &mut Now) {
        match self.listen(shop, settings).await {
            Ok(server) => *now = Now { running: Some(server), fault: None },
            Err(fault) => {
                tracing::warn!(fault, "the server could not be started");
                *now = Now { running: None, fault: Some(fault) };
            }
        }
    }

    async fn listen(&self, shop: &Arc<Shop>, settings: ServerSettings) -> Result<Server, String> {
        let folder = self.folder.clone();
        // The keychain may want to talk to its owner first.
        let keys = tauri::async_runtime::spawn_blocking(move || TokenKeys::of(&folder)).await;
        let keys = keys.map_err(|error| error.to_string())??;
        let options = ServerOptions { port: settings.port.unwrap_or(0), lan: settings.lan, ..ServerOptions::default() };
        Server::start(Arc::clone(shop), &self.folder, keys, options).await.map_err(|error| error.to_string())
    }
}

fn seen(settings: ServerSettings, now: &Now) -> ServerState {
    let running = now.running.as_ref();
    ServerState {
        running: running.is_some(),
        port: running.map(Server::port).or(settings.port).map(i64::from),
        addresses: running.map(Server::urls).unwrap_or_default(),
        lan: settings.lan,
        enabled: settings.enabled,
        fault: now.fault.clone(),
    }
}
