//! The outbox as admins see it: what waits, what was sent, what was given up and can be tried anew. Sending is a job's.

mod queries;
mod retry_outbox;

pub use queries::list_outbox;
pub use retry_outbox::retry_outbox;
