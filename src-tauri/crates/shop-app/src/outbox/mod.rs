//! The outbox in the admin view: pending, sent and failed events, and their retries. A job sends the events.

mod queries;
mod replay_outbox;
mod retry_all_outbox;
mod retry_outbox;

pub use queries::list_outbox;
pub use replay_outbox::replay_outbox;
pub use retry_all_outbox::retry_all_outbox;
pub use retry_outbox::retry_outbox;

/// Maximum number of events that one request requeues, so that orders do not wait long for the writer.
const MOST: i64 = 10_000;
