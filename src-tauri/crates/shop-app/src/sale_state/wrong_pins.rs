//! The wrong PINs of the last minute, by address. The domain decides how many there may be.

use std::collections::VecDeque;
use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::sale_room::{PIN_TRIES, PIN_WINDOW_SECONDS};

/// Wrong PINs, oldest first. There are never more than the bound for all addresses.
#[derive(Debug, Default)]
pub struct WrongPins(VecDeque<(Option<IpAddr>, DateTime<Utc>)>);

impl WrongPins {
    /// Whether this address may try a PIN; else the seconds to wait.
    pub fn check(&mut self, address: Option<IpAddr>, now: DateTime<Utc>) -> Result<(), i64> {
        let since = now - TimeDelta::seconds(PIN_WINDOW_SECONDS);
        self.0.retain(|(_, at)| *at > since);
        let all: Vec<_> = self.0.iter().map(|(_, at)| *at).collect();
        let own: Vec<_> = self.0.iter().filter(|(other, _)| *other == address).map(|(_, at)| *at).collect();
        PIN_TRIES.check(&own, &all, now)
    }

    /// Counts a wrong one.
    pub fn count(&mut self, address: Option<IpAddr>, now: DateTime<Utc>) {
        self.0.push_back((address, now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_use_up_the_tries_of_another() {
        let (mut wrong, now) = (WrongPins::default(), DateTime::UNIX_EPOCH);
        let address = |last: u8| Some(IpAddr::from([192, 0, 2, last]));
        for _ in 0..PIN_TRIES.of_address {
            wrong.check(address(1), now).expect("it is within the bound");
            wrong.count(address(1), now);
        }
        assert_eq!(wrong.check(address(1), now), Err(PIN_WINDOW_SECONDS), "no more within the window");
        assert_eq!(wrong.check(address(2), now), Ok(()), "another address has its own");
        let later = now + TimeDelta::seconds(PIN_WINDOW_SECONDS);
        assert_eq!(wrong.check(address(1), later), Ok(()), "the window is over");
        assert!(wrong.0.is_empty(), "what is over is forgotten");
    }
}
