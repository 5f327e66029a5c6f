//! Entering a person, whichever way he came: by registering, with the shop's set-up, or with demo data.

use shop_domain::user::UserType;
use shop_store::user::{NewUser, create};

use super::text;
use crate::runtime::{Stop, Writing};
use shop_contract::{ErrorCode, ShopError};

/// A person whose texts have been checked and whose password has been hashed.
#[derive(Debug, Clone)]
pub struct Person(NewUser);

impl Person {
    /// Checks the texts.
    ///
    /// # Errors
    /// `INVALID_INPUT`, naming the field.
    pub fn parse(kind: UserType, email: &str, name: &str, phone: Option<&str>) -> Result<Self, ShopError> {
        let (email, name, phone) = (text::email(email)?, text::name(name)?, text::phone(phone)?);
        Ok(Self(NewUser { email, password_hash: String::new(), name, phone, kind }))
    }

    /// Gives the person the hash of a password.
    #[must_use]
    pub fn with_password_hash(mut self, password_hash: String) -> Self {
        self.0.password_hash = password_hash;
        self
    }
}

/// Enters a person and gives the id.
///
/// # Errors
/// `EMAIL_TAKEN`, told by the unique e-mail itself, so that two at once cannot both come in.
pub fn enter(writing: &Writing<'_>, person: &Person) -> Result<i64, Stop> {
    create(writing.tx, &person.0, writing.now)
        .map_err(|error| if error.is_constraint() { ErrorCode::EmailTaken.into() } else { Stop::Failed(error) })
}
