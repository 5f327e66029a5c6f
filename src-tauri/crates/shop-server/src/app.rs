//! What every request is answered from: the shop, the key of its tokens, what was counted of each client.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::Request;
use shop_app::runtime::{Origin, Pictures, Shop};
use shop_contract::{ErrorCode, ShopError};
use tokio::sync::watch;

use crate::auth::TokenKeys;
use crate::guard::{Flood, Registrations};
pub use crate::limits::Limits;
use crate::places::StreamPlaces;
use crate::routes::Readiness;

/// Shared by all requests.
pub struct Shared {
    pub shop: Arc<Shop>,
    pub keys: TokenKeys,
    pub pictures: Pictures,
    pub limits: Limits,
    pub sessions: Flood<i64>,
    pub addresses: Flood<std::net::IpAddr>,
    pub registrations: Registrations,
    pub account_writes: Flood<i64>,
    pub streams: Arc<StreamPlaces>,
    pub readiness: Readiness,
    /// Turns true when the server is to stop, for answers that never end by themselves.
    pub stopping: watch::Receiver<bool>,
}

/// A handle on it.
pub type App = Arc<Shared>;

/// The two ends of the connection on which a request came.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    /// Ours.
    pub local: SocketAddr,
    /// The client's.
    pub peer: SocketAddr,
}

impl Ends {
    /// Those of the connection on which the request came.
    ///
    /// # Errors
    /// `INTERNAL_ERROR` for a request that no connection brought: what is not known to come from this machine is not
    /// taken for it.
    pub fn of(request: &Request) -> Result<Self, ShopError> {
        request.extensions().get::<Self>().copied().ok_or_else(|| ErrorCode::InternalError.into())
    }

    /// From where the client comes.
    pub fn origin(self) -> Origin {
        Origin::of_peer(self.peer.ip())
    }
}
