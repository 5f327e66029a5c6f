//! Creates a user: by registration, with the shop's set-up, or with demo data.

use shop_domain::user::AdminRole;
use shop_store::user::{NewUser, create};

use super::text;
use crate::runtime::{WorkError, Writing};
use shop_contract::{ErrorCode, ShopError};

/// A new user whose texts were checked and whose password was hashed.
#[derive(Debug, Clone)]
pub struct NewAccount(NewUser);

impl NewAccount {
    /// Checks the texts. A role makes an admin, none a customer.
    ///
    /// # Errors
    /// `INVALID_INPUT`, naming the field.
    pub fn parse(role: Option<AdminRole>, email: &str, name: &str, phone: Option<&str>) -> Result<Self, ShopError> {
        let (email, name, phone) = (text::email(email)?, text::name(name)?, text::phone(phone)?);
        Ok(Self(NewUser { email, password_hash: String::new(), name, phone, role }))
    }

    /// Sets the hash of the password.
    #[must_use]
    pub fn with_password_hash(mut self, password_hash: String) -> Self {
        self.0.password_hash = password_hash;
        self
    }
}

/// Inserts a user and returns the id.
///
/// # Errors
/// `EMAIL_TAKEN`, detected by the unique index on the e-mail, so that two concurrent requests cannot both succeed.
pub fn enter(writing: &Writing<'_>, user: &NewAccount) -> Result<i64, WorkError> {
    create(writing.tx, &user.0, writing.now)
        .map_err(|error| if error.is_constraint() { ErrorCode::EmailTaken.into() } else { WorkError::Failed(error) })
}
