//! How many strangers may register: each costs a password hash and a row that stays for ever. An address of the network has
//! a rate of its own, and all of them together have one, so that a stranger with many addresses is held back, too. Who sits
//! at this machine may register as many as a test or a load driver likes.

use std::net::IpAddr;
use std::time::Instant;

use shop_app::runtime::Origin;

use super::Flood;
use crate::app::Limits;

/// The registrations of all addresses.
pub struct Registrations {
    of_address: Flood<Option<IpAddr>>,
    of_network: Flood<()>,
}

impl Registrations {
    pub fn new() -> Self {
        Self { of_address: Flood::new(), of_network: Flood::new() }
    }

    /// Lets one more try from there be made; else says how many seconds to wait.
    pub fn admit(&self, origin: Origin, limits: &Limits) -> Result<(), u64> {
        let now = Instant::now();
        match origin {
            Origin::ThisMachine => self.of_address.admit(None, limits.local_registrations, now),
            Origin::Network(address) => {
                self.of_address.admit(Some(address), limits.address_registrations, now)?;
                self.of_network.admit((), limits.network_registrations, now)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::Rate;

    #[test]
    fn an_address_and_the_network_have_a_rate_each_and_this_machine_has_its_own() {
        let few = |burst| Rate { burst, a_second: 0.01 };
        let limits = Limits {
            local_registrations: few(4),
            address_registrations: few(2),
            network_registrations: few(3),
            ..Limits::default()
        };
        let (registrations, from) = (Registrations::new(), |last| Origin::Network(IpAddr::from([192, 0, 2, last])));
        assert_eq!(registrations.admit(from(1), &limits), Ok(()), "the first of an address");
        assert_eq!(registrations.admit(from(1), &limits), Ok(()), "and the second");
        assert_eq!(registrations.admit(from(1), &limits), Err(100), "no third of one address");
        assert_eq!(registrations.admit(from(2), &limits), Ok(()), "another address has its own");
        assert_eq!(registrations.admit(from(3), &limits), Err(100), "but no more than three of all of them");
        for _ in 0..4 {
            assert_eq!(
                registrations.admit(Origin::ThisMachine, &limits),
                Ok(()),
                "which is no concern of this machine"
            );
        }
        assert_eq!(registrations.admit(Origin::ThisMachine, &limits), Err(100), "it has an end as well");
    }
}
