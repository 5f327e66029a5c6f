//! What one client may use of the server, and all clients together. The bounds are far above what a customer with a browser
//! needs; a program that reaches one gets a refusal with `Retry-After`, and other clients are served as before.

use std::time::Duration;

use crate::rate_limit::Rate;

/// The bounds of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections open at once; the next gets 503. Fewer where the system lets the process have fewer files. A quarter of
    /// them is for clients of this machine alone, and event streams take three quarters at most.
    pub connections: usize,
    /// Of these, connections of one address of the network: a browser has six, an office behind one router some hundred.
    pub address_connections: usize,
    /// Event streams of one session: a tab that can be seen has one.
    pub session_streams: usize,
    /// Event streams of one account, in all sessions together.
    pub account_streams: usize,
    /// Event streams of one address of the network.
    pub address_streams: usize,
    /// The time a client may take to send its headers, and a connection may lie idle.
    pub header_timeout: Duration,
    /// The time it may take to send its body.
    pub body_timeout: Duration,
    /// The time for which a write to it may make no progress.
    pub write_timeout: Duration,
    /// Requests of one session.
    pub session_rate: Rate,
    /// Writes of one account, in all sessions together.
    pub account_writes: Rate,
    /// Requests from one address of this machine.
    pub local_rate: Rate,
    /// Requests from one other address.
    pub remote_rate: Rate,
    /// Registrations tried from this machine.
    pub local_registrations: Rate,
    /// Registrations tried from one address of the network.
    pub address_registrations: Rate,
    /// Registrations tried from the whole network.
    pub network_registrations: Rate,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            address_connections: 512,
            session_streams: 8,
            account_streams: 64,
            address_streams: 64,
            header_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(10),
            write_timeout: Duration::from_secs(30),
            session_rate: Rate { burst: 5_000, per_second: 1_500.0 },
            account_writes: Rate { burst: 5_000, per_second: 500.0 },
            local_rate: Rate { burst: 60_000, per_second: 30_000.0 },
            remote_rate: Rate { burst: 2_000, per_second: 500.0 },
            local_registrations: Rate { burst: 5_000, per_second: 500.0 },
            address_registrations: Rate { burst: 20, per_second: 0.05 },
            network_registrations: Rate { burst: 300, per_second: 1.0 },
        }
    }
}
