//! Users: registration, sign-in and sessions, forgotten passwords, profile, address book.

mod addresses;
mod admin;
mod change_password;
mod consents;
mod create_user;
mod end_session;
mod hashing;
mod leave_shop;
mod new_account;
mod open_sessions;
mod own_password;
mod password;
mod queries;
mod refresh;
mod register;
mod reset_code;
mod reset_password;
mod resume;
mod secret;
mod session_principal;
mod sign_in;
mod sign_out;
mod text;
mod throttle;
mod update_me;
mod view;

pub use addresses::{remove_address, save_address};
pub(crate) use admin::filter_by;
pub use admin::{
    create_staff, get_user, list_staff, list_users, make_reset_code, remove_staff, set_staff_role, set_user_state,
};
pub use change_password::change_password;
pub use consents::{give_consent, list_consents};
pub use create_user::{NewUser, create_user};
pub use end_session::end_session;
pub use leave_shop::leave_shop;
pub use new_account::{NewAccount, enter};
pub use open_sessions::{OpenedSession, Who, open_sessions};
pub use password::hash_password;
pub use queries::{get_me, list_addresses, list_sessions};
pub use refresh::refresh;
pub use register::register;
pub use reset_password::{reset_password, set_password};
pub use resume::resume;
pub use secret::SessionSecret;
pub(crate) use session_principal::heard_since;
pub use session_principal::session_principal;
pub use sign_in::{From, sign_in};
pub use sign_out::sign_out;
pub(crate) use text::shipping_address;
pub(crate) use throttle::Guess;
pub use update_me::update_me;
pub(crate) use view::user as user_view;

/// The password of every demo user.
pub const DEMO_PASSWORD: &str = "jangteo-demo-1";
