//! One attempt to deliver an event, and its possible faults.

use std::fmt;

/// A signed event for the merchant's own system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The URL.
    pub url: String,
    /// JSON, exactly as it is signed.
    pub body: String,
    /// Id, time and signature, following Standard Webhooks.
    pub headers: [(&'static str, String); 3],
    /// Whether the receiver may be on this machine or in its network.
    pub allows_local: bool,
}

/// Why a delivery failed, as a closed list: admins see it, and it must reveal nothing about the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryFault {
    /// No answer in time.
    Timeout,
    /// The connection was refused.
    Refused,
    /// The address is on this machine or in its network, or is no web address.
    NotAllowed,
    /// No secure connection.
    Tls,
    /// A status other than success; redirects are not followed.
    Status(u16),
    /// Anything else.
    Failed,
}

impl fmt::Display for DeliveryFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timeout => formatter.write_str("TIMEOUT"),
            Self::Refused => formatter.write_str("REFUSED"),
            Self::NotAllowed => formatter.write_str("NOT_ALLOWED"),
            Self::Tls => formatter.write_str("TLS"),
            Self::Status(status) => write!(formatter, "STATUS_{status}"),
            Self::Failed => formatter.write_str("FAILED"),
        }
    }
}
