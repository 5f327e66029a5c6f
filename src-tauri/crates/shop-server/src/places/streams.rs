//! Who listens to events: so many streams of a session, of a person, of an address, and in all.

use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use shop_app::runtime::{Identity, Origin};

use super::share::Shares;
use crate::limits::Limits;

/// Somebody who wants to listen.
#[derive(Debug, Clone, Copy)]
pub struct Listening {
    /// Who.
    pub identity: Identity,
    /// From where.
    pub origin: Origin,
}

/// The streams of a server.
#[derive(Debug)]
pub struct StreamPlaces {
    limits: Limits,
    /// Streams at once, and of them those from the network.
    all: usize,
    of_network: usize,
    taken: Mutex<Taken>,
}

#[derive(Debug)]
struct Taken {
    all: usize,
    by_network: usize,
    by_session: Shares<i64>,
    by_account: Shares<i64>,
    by_address: Shares<IpAddr>,
}

impl StreamPlaces {
    /// Three quarters of the connections may be streams, and half of them streams of the network: who listens never keeps out
    /// those who shop.
    pub fn new(limits: Limits, connections: usize) -> Self {
        let taken = Taken {
            all: 0,
            by_network: 0,
            by_session: Shares::new(),
            by_account: Shares::new(),
            by_address: Shares::new(),
        };
        Self { limits, all: connections - connections / 4, of_network: connections / 2, taken: Mutex::new(taken) }
    }

    /// A stream for this one; `None` where there is none to have.
    pub fn take(self: &Arc<Self>, listening: Listening) -> Option<StreamPlace> {
        let (Identity { session_id, user_id, .. }, limits) = (listening.identity, &self.limits);
        let mut taken = self.taken.lock();
        if taken.all >= self.all
            || taken.by_session.of(&session_id) >= limits.session_streams
            || taken.by_account.of(&user_id) >= limits.account_streams
        {
            return None;
        }
        if let Origin::Network(address) = listening.origin {
            if taken.by_network >= self.of_network || taken.by_address.of(&address) >= limits.address_streams {
                return None;
            }
            taken.by_network += 1;
            taken.by_address.add(address);
        }
        taken.all += 1;
        taken.by_session.add(session_id);
        taken.by_account.add(user_id);
        Some(StreamPlace { places: Arc::clone(self), listening })
    }
}

/// A stream's place, free again when it is dropped.
#[derive(Debug)]
pub struct StreamPlace {
    places: Arc<StreamPlaces>,
    listening: Listening,
}

impl Drop for StreamPlace {
    fn drop(&mut self) {
        let Listening { identity, origin } = self.listening;
        let mut taken = self.places.taken.lock();
        taken.all -= 1;
        taken.by_session.remove(&identity.session_id);
        taken.by_account.remove(&identity.user_id);
        if let Origin::Network(address) = origin {
            taken.by_network -= 1;
            taken.by_address.remove(&address);
        }
    }
}

#[cfg(test)]
mod tests {
    use shop_contract::UserType;

    use super::*;

    fn by(user_id: i64, session_id: i64, last: Option<u8>) -> Listening {
        let origin = last.map_or(Origin::ThisMachine, |last| Origin::Network(IpAddr::from([192, 0, 2, last])));
        Listening { identity: Identity { user_id, kind: UserType::Customer, session_id }, origin }
    }

    /// As many as are to be had.
    fn all(places: &Arc<StreamPlaces>, listening: Listening) -> Vec<StreamPlace> {
        std::iter::from_fn(|| places.take(listening)).collect()
    }

    #[test]
    fn each_has_a_share_and_nobody_has_all() {
        let limits = Limits { session_streams: 8, account_streams: 12, address_streams: 20, ..Limits::default() };
        let places = Arc::new(StreamPlaces::new(limits, 64));
        let mut held = vec![all(&places, by(1, 10, Some(1)))];
        assert_eq!(held[0].len(), 8, "one session");
        held.push(all(&places, by(1, 11, Some(1))));
        assert_eq!(held[1].len(), 4, "another session of the same person");
        held.push(all(&places, by(2, 20, Some(1))));
        held.push(all(&places, by(3, 30, Some(1))));
        assert_eq!((held[2].len(), held[3].len()), (8, 0), "others at the same address");
        held.push((4..9).flat_map(|person| all(&places, by(person, person * 10, Some(person as u8)))).collect());
        assert_eq!(held[4].len(), 12, "the network has half of the connections");
        held.push((10..20).flat_map(|person| all(&places, by(person, person * 10, None))).collect());
        assert_eq!(held[5].len(), 16, "this machine has what is left of three quarters");
        held.clear();
        assert_eq!(all(&places, by(3, 30, Some(1))).len(), 8, "whoever leaves makes room");
        let taken = places.taken.lock();
        let holders = [taken.by_session.holders(), taken.by_account.holders(), taken.by_address.holders()];
        assert_eq!((taken.all, taken.by_network, holders), (0, 0, [0; 3]), "nobody is remembered");
    }
}
