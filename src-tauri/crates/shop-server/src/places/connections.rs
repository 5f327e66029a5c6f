//! Who has connections open: so many in all, so many of them from the network, and so many from one address of it.

use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use shop_app::runtime::Origin;

use super::share::Shares;

/// Files that the process needs beside its connections: the database and its readers, copies, pictures, logs, webhooks.
const OTHER_FILES: usize = 256;

/// How many connections fit where the process may have this many files open; never more than are wanted.
pub fn fitting(wanted: usize, files: Option<u64>) -> usize {
    let Some(files) = files.and_then(|files| usize::try_from(files).ok()) else { return wanted };
    wanted.min(files.saturating_sub(OTHER_FILES).max(files / 2))
}

/// The places of a server.
#[derive(Debug)]
pub struct ConnectionPlaces {
    all: usize,
    of_network: usize,
    of_address: usize,
    taken: Mutex<Taken>,
}

#[derive(Debug)]
struct Taken {
    all: usize,
    by_network: usize,
    by_address: Shares<IpAddr>,
}

impl ConnectionPlaces {
    /// So many in all, a quarter of which the network cannot take, and so many for one address of the network.
    pub fn new(all: usize, of_address: usize) -> Self {
        let taken = Taken { all: 0, by_network: 0, by_address: Shares::new() };
        Self { all, of_network: all - all / 4, of_address, taken: Mutex::new(taken) }
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.all
    }

    /// A place for a client from there; `None` where it finds no room.
    pub fn take(self: &Arc<Self>, origin: Origin) -> Option<ConnectionPlace> {
        let mut taken = self.taken.lock();
        if taken.all >= self.all {
            return None;
        }
        if let Origin::Network(address) = origin {
            if taken.by_network >= self.of_network || taken.by_address.of(&address) >= self.of_address {
                return None;
            }
            taken.by_network += 1;
            taken.by_address.add(address);
        }
        taken.all += 1;
        Some(ConnectionPlace { places: Arc::clone(self), origin })
    }
}

/// A place, free again when it is dropped.
#[derive(Debug)]
pub struct ConnectionPlace {
    places: Arc<ConnectionPlaces>,
    origin: Origin,
}

impl Drop for ConnectionPlace {
    fn drop(&mut self) {
        let mut taken = self.places.taken.lock();
        taken.all -= 1;
        if let Origin::Network(address) = self.origin {
            taken.by_network -= 1;
            taken.by_address.remove(&address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(last: u8) -> Origin {
        Origin::Network(IpAddr::from([192, 0, 2, last]))
    }

    #[test]
    fn the_network_never_takes_the_places_of_this_machine() {
        let places = Arc::new(ConnectionPlaces::new(8, 4));
        let one: Vec<_> = std::iter::from_fn(|| places.take(from(1))).collect();
        assert_eq!(one.len(), 4, "an address has its share");
        let two: Vec<_> = std::iter::from_fn(|| places.take(from(2))).collect();
        assert_eq!(two.len(), 2, "and the network has three quarters");
        assert!(places.take(from(3)).is_none(), "of which nothing is left");
        let here: Vec<_> = std::iter::from_fn(|| places.take(Origin::ThisMachine)).collect();
        assert_eq!(here.len(), 2, "the rest is this machine's");
        drop((one, two));
        assert!(places.take(from(3)).is_some(), "who leaves makes room");
        drop(here);
        let taken = places.taken.lock();
        assert_eq!((taken.all, taken.by_network, taken.by_address.holders()), (0, 0, 0), "nobody is remembered");
    }

    #[test]
    fn this_machine_may_take_all_of_them() {
        let places = Arc::new(ConnectionPlaces::new(5, 1));
        let here: Vec<_> = std::iter::from_fn(|| places.take(Origin::ThisMachine)).collect();
        assert_eq!(here.len(), 5, "nobody else is there");
    }

    #[test]
    fn connections_leave_files_for_the_database() {
        for (files, places) in [
            (None, 4_096),
            (Some(1_048_576), 4_096),
            (Some(u64::MAX), 4_096),
            (Some(1_024), 768),
            (Some(512), 256),
            (Some(300), 150),
            (Some(0), 0),
        ] {
            assert_eq!(fitting(4_096, files), places, "of {files:?} files");
        }
    }
}
