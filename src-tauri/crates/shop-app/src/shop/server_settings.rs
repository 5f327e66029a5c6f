//! The settings of the local server, stored with the shop and restored at the next start.

use shop_store::setting::{read, write};
use shop_store::{Db, StoreResult};

use crate::context::{AdminCall, Call};
use crate::runtime::locks::LockKey;
use crate::setting;
use shop_contract::ShopError;

/// Whether the server runs, and its address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ServerSettings {
    /// Whether it runs while the window is open.
    pub enabled: bool,
    /// Its port; a free one when absent.
    pub port: Option<u16>,
    /// Whether other machines of the network may connect to it.
    pub lan: bool,
}

/// Reads the stored settings; off by default.
pub async fn server_settings(call: &Call) -> Result<ServerSettings, ShopError> {
    call.read(|db| Ok(found(db)?)).await
}

/// Stores the settings.
///
/// # Errors
/// Else as any write.
pub async fn keep_server_settings(call: &AdminCall, settings: ServerSettings) -> Result<(), ShopError> {
    let kept = call.shop.write(LockKey::Shop, move |writing| {
        write(writing.tx, setting::SERVER_ENABLED, &settings.enabled, writing.now)?;
        write(writing.tx, setting::SERVER_PORT, &settings.port, writing.now)?;
        write(writing.tx, setting::SERVER_LAN, &settings.lan, writing.now)?;
        Ok(())
    });
    kept.await.map_err(|error| call.refusal(error))
}

fn found(db: &Db) -> StoreResult<ServerSettings> {
    Ok(ServerSettings {
        enabled: read(db, setting::SERVER_ENABLED)?.unwrap_or(false),
        port: read::<Option<u16>>(db, setting::SERVER_PORT)?.flatten(),
        lan: read(db, setting::SERVER_LAN)?.unwrap_or(false),
    })
}
