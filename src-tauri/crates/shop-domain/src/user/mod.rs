//! Users: parsers of names, e-mail addresses, telephone numbers, passwords and addresses, and the delays after failed
//! sign-ins. Hashing of passwords and sessions are not here.

mod address;
mod email;
mod password;
mod phone;
mod sign_in;
mod state;
mod text;

pub use address::{AddressInput, ShippingAddress};
pub use email::Email;
pub use password::check_password;
pub use phone::Phone;
pub use sign_in::SignInFailures;
pub use state::{AdminRole, UserState, UserType};
pub use text::{TextFault, UserName, parse_multiline, parse_text, presentable};
