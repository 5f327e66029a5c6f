//! Who is calling over HTTP: access tokens of fifteen minutes, and the refresh tokens that renew them.
//!
//! An access token says which session it belongs to and is worth nothing once that session has ended; so signing out,
//! a new password and blocking bite at the next request. The refresh token is the session's secret.

mod bearer;
mod hs256;
mod key;
mod session;
mod token;

pub use bearer::{bearer, identify};
pub use key::{KeyPlace, TokenKeys};
pub use session::routes;
pub use token::LIFETIME;
