//! Places that clients take for as long as they stay: connections, and the event streams on them. Each client has a share,
//! and so has this machine: who is in the network can never take all of them.

mod connections;
mod share;
mod streams;

pub use connections::{ConnectionPlace, ConnectionPlaces, fitting};
pub use streams::{Listening, StreamPlace, StreamPlaces};
