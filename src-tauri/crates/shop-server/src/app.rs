//! What every request is answered from: the shop, the key of its tokens, the limits.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use shop_app::runtime::{Pictures, Shop};
use tokio::sync::watch;

use crate::auth::TokenKeys;
use crate::guard::{Flood, Rate};
use crate::routes::Readiness;

/// Shared by all requests.
pub struct Shared {
    pub shop: Arc<Shop>,
    pub keys: TokenKeys,
    pub pictures: Pictures,
    pub limits: Limits,
    pub sessions: Flood<i64>,
    pub addresses: Flood<std::net::IpAddr>,
    pub readiness: Readiness,
    /// Turns true when the server is to stop, for answers that never end by themselves.
    pub stopping: watch::Receiver<bool>,
}

/// A handle on it.
pub type App = Arc<Shared>;

/// What one client may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections open at once; the next is told to come back.
    pub connections: usize,
    /// How long a client may take over its headers, and a connection may lie idle.
    pub header_wait: Duration,
    /// How long it may take over its body.
    pub body_wait: Duration,
    /// How long it may leave unread what it asked for.
    pub read_wait: Duration,
    /// Requests of one session.
    pub session_rate: Rate,
    /// Requests from one address of this machine.
    pub local_rate: Rate,
    /// Requests from one other address.
    pub remote_rate: Rate,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            header_wait: Duration::from_secs(10),
            body_wait: Duration::from_secs(10),
            read_wait: Duration::from_secs(30),
            session_rate: Rate { burst: 5_000, a_second: 1_500 },
            local_rate: Rate { burst: 60_000, a_second: 30_000 },
            remote_rate: Rate { burst: 2_000, a_second: 500 },
        }
    }
}

/// The two ends of the connection on which a request came.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    /// Ours.
    pub local: SocketAddr,
    /// The client's.
    pub peer: SocketAddr,
}
