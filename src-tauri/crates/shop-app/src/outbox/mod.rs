//! The outbox as admins see it: what waits, what was sent, what was given up and can be tried anew. Sending is a job's.

mod queries;
mod replay_outbox;
mod retry_all_outbox;
mod retry_outbox;

pub use queries::list_outbox;
pub use replay_outbox::replay_outbox;
pub use retry_all_outbox::retry_all_outbox;
pub use retry_outbox::retry_outbox;

/// Events that one request lets be sent again at most, so that orders do not wait long for the writer.
const MOST: i64 = 10_000;
