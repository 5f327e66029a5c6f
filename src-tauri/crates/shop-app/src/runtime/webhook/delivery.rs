//! One try to send an event, and what may come of it.

use std::fmt;

/// A signed event on its way to the merchant's own system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Where to.
    pub url: String,
    /// JSON, exactly as it is signed.
    pub body: String,
    /// Id, time and signature, in the manner of Standard Webhooks.
    pub headers: [(&'static str, String); 3],
    /// Whether this machine and its network may be the receiver.
    pub allows_local: bool,
}

/// Why an event was not taken, of a closed list: admins see it, and it must tell nothing of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryFault {
    /// No answer in time.
    Timeout,
    /// Nobody listens there.
    Refused,
    /// The address is one of this machine or its network, or no web address.
    NotAllowed,
    /// No secure connection.
    Tls,
    /// Another status than success; a redirect, too, is not followed.
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
