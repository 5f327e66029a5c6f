//! Users: parsers of names, e-mail addresses, telephone numbers, passwords and addresses, the delays after failed sign-ins and
//! consents. Hashing of passwords and sessions are not here.

mod address;
mod consent;
mod email;
mod password;
mod phone;
mod sign_in;
mod state;
mod text;

pub use address::{AddressInput, ShippingAddress};
pub use consent::{
    Consent, ConsentRefusal, Consents, Document, MissingConsent, NO_TEXT, consent, consents_at_registration,
};
pub use email::Email;
pub use password::check_password;
pub use phone::Phone;
pub use sign_in::SignInFailures;
pub use state::{AdminRole, UserState, UserType};
pub use text::{TextFault, UserName, parse_multiline, parse_text, presentable};
