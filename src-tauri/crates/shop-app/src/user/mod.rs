//! People: registration, sign-in and sessions, profile, address book.

mod addresses;
mod change_password;
mod end_session;
mod password;
mod person;
mod queries;
mod register;
mod resume;
mod sign_in;
mod sign_out;
mod text;
mod update_me;
mod view;

pub use addresses::{remove_address, save_address};
pub use change_password::change_password;
pub use end_session::end_session;
pub use password::hash_password;
pub use person::{Person, enter};
pub use queries::{get_me, list_addresses, list_sessions};
pub use register::register;
pub use resume::resume;
pub use sign_in::{SessionSecret, sign_in};
pub use sign_out::sign_out;
pub(crate) use text::shipping_address;
pub use update_me::update_me;
pub(crate) use view::kind;
