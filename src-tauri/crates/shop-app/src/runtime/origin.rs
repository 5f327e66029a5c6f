//! From where the shop is called.

use std::net::IpAddr;

/// From where a call comes. What is for the owner of the machine alone is not told to, and not done for, the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The window, the command line, or a client that has connected over the loopback address.
    ThisMachine,
    /// Another machine, known by its address.
    Network(IpAddr),
}

impl Origin {
    /// Of a client that has connected from this address.
    #[must_use]
    pub fn of_peer(address: IpAddr) -> Self {
        let address = address.to_canonical();
        if address.is_loopback() { Self::ThisMachine } else { Self::Network(address) }
    }

    /// Whether it is this machine.
    #[must_use]
    pub fn is_this_machine(self) -> bool {
        self == Self::ThisMachine
    }
}
