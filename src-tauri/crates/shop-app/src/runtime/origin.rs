//! The principal and the origin of a call.

use std::net::IpAddr;

use shop_contract::{AdminRole, UserType};

/// The signed-in user of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Principal {
    /// The user.
    pub user_id: i64,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
    /// The session of the user.
    pub session_id: i64,
}

impl Principal {
    /// Customer or admin.
    #[must_use]
    pub fn kind(self) -> UserType {
        UserType::of(self.role)
    }

    /// Whether it is an admin, of whatever role.
    #[must_use]
    pub fn is_admin(self) -> bool {
        self.role.is_some()
    }
}

/// The origin of a call. Operations for the owner of the machine are refused for the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The window, the command line, or a client that is connected over the loopback address.
    ThisMachine,
    /// Another machine, with its address.
    Network(IpAddr),
}

impl Origin {
    /// The origin of a client that is connected from this address.
    #[must_use]
    pub fn of_peer(address: IpAddr) -> Self {
        let address = address.to_canonical();
        if address.is_loopback() { Self::ThisMachine } else { Self::Network(address) }
    }

    /// Whether the call comes from this machine.
    #[must_use]
    pub fn is_this_machine(self) -> bool {
        self == Self::ThisMachine
    }
}
