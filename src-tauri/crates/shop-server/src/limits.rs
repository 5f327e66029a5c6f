//! What one client may cost the server, and what all of them together may. No person comes near any of these; a program that
//! does is told to wait, and everybody else is served as before.

use std::time::Duration;

use crate::guard::Rate;

/// The bounds of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections open at once; the next is told to come back. Fewer where the system lets the process have fewer files. A
    /// quarter of them is for clients of this machine alone, and event streams take three quarters at most.
    pub connections: usize,
    /// Of these, connections of one address of the network: a browser has six, a whole office behind one router some hundred.
    pub address_connections: usize,
    /// Event streams of one session: a tab that can be seen has one.
    pub session_streams: usize,
    /// Event streams of one person, in all sessions together.
    pub account_streams: usize,
    /// Event streams of one address of the network.
    pub address_streams: usize,
    /// How long a client may take over its headers, and a connection may lie idle.
    pub header_wait: Duration,
    /// How long it may take over its body.
    pub body_wait: Duration,
    /// How long it may leave unread what it asked for.
    pub read_wait: Duration,
    /// Requests of one session.
    pub session_rate: Rate,
    /// Writes of one person, in all sessions together.
    pub account_writes: Rate,
    /// Requests from one address of this machine.
    pub local_rate: Rate,
    /// Requests from one other address.
    pub remote_rate: Rate,
    /// Tries to register from this machine.
    pub local_registrations: Rate,
    /// Tries to register from one address of the network.
    pub address_registrations: Rate,
    /// Tries to register from the whole network.
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
            header_wait: Duration::from_secs(10),
            body_wait: Duration::from_secs(10),
            read_wait: Duration::from_secs(30),
            session_rate: Rate { burst: 5_000, a_second: 1_500.0 },
            account_writes: Rate { burst: 5_000, a_second: 500.0 },
            local_rate: Rate { burst: 60_000, a_second: 30_000.0 },
            remote_rate: Rate { burst: 2_000, a_second: 500.0 },
            local_registrations: Rate { burst: 5_000, a_second: 500.0 },
            address_registrations: Rate { burst: 20, a_second: 0.05 },
            network_registrations: Rate { burst: 300, a_second: 1.0 },
        }
    }
}
