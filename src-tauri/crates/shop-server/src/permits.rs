//! Permits that clients hold for a longer time: one for each connection, and one for each event stream on a connection. There
//! are bounds in all, for the network, and for each client, so that no client and no network takes all of them.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use shop_app::runtime::{Origin, Principal};

use crate::limits::Limits;

/// Files that the process needs beside its connections: the database and its readers, copies, pictures, logs, webhooks.
const OTHER_FILES: usize = 256;

/// The number of connections that a process with this many open files can have; at most `wanted`.
pub fn connection_capacity(wanted: usize, files: Option<u64>) -> usize {
    let Some(files) = files.and_then(|files| usize::try_from(files).ok()) else { return wanted };
    wanted.min(files.saturating_sub(OTHER_FILES).max(files / 2))
}

/// Permits in use, by holder. A holder without permits takes no memory.
#[derive(Debug)]
struct Counts<K>(HashMap<K, usize>);

impl<K: Eq + Hash> Counts<K> {
    fn new() -> Self {
        Self(HashMap::new())
    }

    fn of(&self, holder: &K) -> usize {
        self.0.get(holder).copied().unwrap_or(0)
    }

    fn add(&mut self, holder: K) {
        *self.0.entry(holder).or_insert(0) += 1;
    }

    fn remove(&mut self, holder: &K) {
        match self.0.get_mut(holder) {
            Some(1) => drop(self.0.remove(holder)),
            Some(count) => *count -= 1,
            None => {}
        }
    }
}

/// Bounds the connections of a server.
#[derive(Debug)]
pub struct ConnectionLimiter {
    capacity: usize,
    network_capacity: usize,
    address_capacity: usize,
    used: Mutex<UsedConnections>,
}

#[derive(Debug)]
struct UsedConnections {
    all: usize,
    by_network: usize,
    by_address: Counts<IpAddr>,
}

impl ConnectionLimiter {
    /// A quarter of the capacity is kept from the network.
    pub fn new(capacity: usize, address_capacity: usize) -> Self {
        let used = UsedConnections { all: 0, by_network: 0, by_address: Counts::new() };
        Self { capacity, network_capacity: capacity - capacity / 4, address_capacity, used: Mutex::new(used) }
    }

    /// A permit for one connection; `None` where a bound is reached.
    pub fn acquire(self: &Arc<Self>, origin: Origin) -> Option<ConnectionPermit> {
        let mut used = self.used.lock();
        if used.all >= self.capacity {
            return None;
        }
        if let Origin::Network(address) = origin {
            if used.by_network >= self.network_capacity || used.by_address.of(&address) >= self.address_capacity {
                return None;
            }
            used.by_network += 1;
            used.by_address.add(address);
        }
        used.all += 1;
        Some(ConnectionPermit { limiter: Arc::clone(self), origin })
    }
}

/// Returns itself to its limiter when it is dropped.
#[derive(Debug)]
pub struct ConnectionPermit {
    limiter: Arc<ConnectionLimiter>,
    origin: Origin,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut used = self.limiter.used.lock();
        used.all -= 1;
        if let Origin::Network(address) = self.origin {
            used.by_network -= 1;
            used.by_address.remove(&address);
        }
    }
}

/// Bounds the event streams of a server.
#[derive(Debug)]
pub struct StreamLimiter {
    limits: Limits,
    capacity: usize,
    network_capacity: usize,
    used: Mutex<UsedStreams>,
}

#[derive(Debug)]
struct UsedStreams {
    all: usize,
    by_network: usize,
    by_session: Counts<i64>,
    by_account: Counts<i64>,
    by_address: Counts<IpAddr>,
}

impl StreamLimiter {
    /// Three quarters of the connections may be streams, and half of them streams of the network, so that streams never
    /// block requests.
    pub fn new(limits: Limits, connections: usize) -> Self {
        let used = UsedStreams {
            all: 0,
            by_network: 0,
            by_session: Counts::new(),
            by_account: Counts::new(),
            by_address: Counts::new(),
        };
        let (capacity, network_capacity) = (connections - connections / 4, connections / 2);
        Self { limits, capacity, network_capacity, used: Mutex::new(used) }
    }

    /// A permit for one stream; `None` where a bound is reached.
    pub fn acquire(self: &Arc<Self>, principal: Principal, origin: Origin) -> Option<StreamPermit> {
        let Principal { session_id, user_id, .. } = principal;
        let mut used = self.used.lock();
        if used.all >= self.capacity
            || used.by_session.of(&session_id) >= self.limits.session_streams
            || used.by_account.of(&user_id) >= self.limits.account_streams
        {
            return None;
        }
        if let Origin::Network(address) = origin {
            let by_address = used.by_address.of(&address);
            if used.by_network >= self.network_capacity || by_address >= self.limits.address_streams {
                return None;
            }
            used.by_network += 1;
            used.by_address.add(address);
        }
        used.all += 1;
        used.by_session.add(session_id);
        used.by_account.add(user_id);
        Some(StreamPermit { limiter: Arc::clone(self), principal, origin })
    }
}

/// Returns itself to its limiter when it is dropped.
#[derive(Debug)]
pub struct StreamPermit {
    limiter: Arc<StreamLimiter>,
    principal: Principal,
    origin: Origin,
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut used = self.limiter.used.lock();
        used.all -= 1;
        used.by_session.remove(&self.principal.session_id);
        used.by_account.remove(&self.principal.user_id);
        if let Origin::Network(address) = self.origin {
            used.by_network -= 1;
            used.by_address.remove(&address);
        }
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn network(last: u8) -> Origin {
        Origin::Network(IpAddr::from([192, 0, 2, last]))
    }

    #[test]
    fn the_network_never_takes_the_connections_of_this_machine() {
        let limiter = Arc::new(ConnectionLimiter::new(8, 4));
        let all = |origin| std::iter::from_fn(|| limiter.acquire(origin)).collect::<Vec<_>>();
        let (one, two) = (all(network(1)), all(network(2)));
        assert_eq!(one.len(), 4, "an address has its bound");
        assert_eq!(two.len(), 2, "and the network has three quarters");
        assert!(limiter.acquire(network(3)).is_none(), "of which nothing is left");
        let local = all(Origin::ThisMachine);
        assert_eq!(local.len(), 2, "the rest is for this machine");
        drop((one, two));
        assert!(limiter.acquire(network(3)).is_some(), "a connection that ends gives its permit back");
        drop(local);
        let used = limiter.used.lock();
        assert_eq!((used.all, used.by_network, used.by_address.0.len()), (0, 0, 0), "no holder is stored");
    }

    #[test]
    fn this_machine_may_take_all_of_them() {
        let limiter = Arc::new(ConnectionLimiter::new(5, 1));
        let local: Vec<_> = std::iter::from_fn(|| limiter.acquire(Origin::ThisMachine)).collect();
        assert_eq!(local.len(), 5, "the network holds none");
    }

    #[test]
    fn connections_leave_files_for_the_database() {
        for (files, capacity) in [
            (None, 4_096),
            (Some(1_048_576), 4_096),
            (Some(u64::MAX), 4_096),
            (Some(1_024), 768),
            (Some(512), 256),
            (Some(300), 150),
            (Some(0), 0),
        ] {
            assert_eq!(connection_capacity(4_096, files), capacity, "of {files:?} files");
        }
    }

    #[test]
    fn streams_are_bounded_by_session_account_address_and_network() {
        let limits = Limits { session_streams: 8, account_streams: 12, address_streams: 20, ..Limits::default() };
        let limiter = Arc::new(StreamLimiter::new(limits, 64));
        let all = |user_id, session_id, origin| {
            let principal = Principal { user_id, role: None, session_id };
            std::iter::from_fn(|| limiter.acquire(principal, origin)).collect::<Vec<_>>()
        };
        let mut held = vec![all(1, 10, network(1))];
        assert_eq!(held[0].len(), 8, "one session");
        held.push(all(1, 11, network(1)));
        assert_eq!(held[1].len(), 4, "another session of the same account");
        held.push(all(2, 20, network(1)));
        held.push(all(3, 30, network(1)));
        assert_eq!((held[2].len(), held[3].len()), (8, 0), "others at the same address");
        held.push((4..9).flat_map(|id| all(id, id * 10, network(id as u8))).collect());
        assert_eq!(held[4].len(), 12, "the network has half of the connections");
        held.push((10..20).flat_map(|id| all(id, id * 10, Origin::ThisMachine)).collect());
        assert_eq!(held[5].len(), 16, "this machine has the rest of three quarters");
        held.clear();
        assert_eq!(all(3, 30, network(1)).len(), 8, "streams that end give their permits back");
        let used = limiter.used.lock();
        let holders = [used.by_session.0.len(), used.by_account.0.len(), used.by_address.0.len()];
        assert_eq!((used.all, used.by_network, holders), (0, 0, [0; 3]), "no holder is stored");
    }
}
