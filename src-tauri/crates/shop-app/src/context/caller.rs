//! The caller of a use case as a type. A use case takes a [`UserCall`] or an [`AdminCall`], which only [`Caller::admit`] makes:
//! the check of the access cannot be forgotten, and nothing checks it again.

use std::ops::Deref;

use shop_contract::{AccessLevel, ErrorCode, ShopError, UserType, level};

use super::Call;
use crate::runtime::Principal;

/// The call of a user who has signed in, customer or admin. It has all that a [`Call`] has.
#[derive(Clone)]
pub struct UserCall {
    call: Call,
    user: Principal,
}

/// The call of an admin who has signed in. It has all that a [`Call`] has.
#[derive(Clone)]
pub struct AdminCall(UserCall);

impl UserCall {
    /// The user.
    #[must_use]
    pub fn user(&self) -> Principal {
        self.user
    }

    /// The user's id.
    #[must_use]
    pub fn user_id(&self) -> i64 {
        self.user.user_id
    }
}

impl AdminCall {
    /// The admin.
    #[must_use]
    pub fn admin(&self) -> Principal {
        self.0.user
    }
}

impl Deref for UserCall {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}

impl Deref for AdminCall {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.0.call
    }
}

/// A call whose caller is known as far as a use case needs it.
pub trait Caller: Clone + Send + Sync + 'static {
    /// Admits the caller of `call`.
    ///
    /// # Errors
    /// `UNAUTHORIZED` for a visitor where a user is needed; `FORBIDDEN` for a customer where an admin is needed.
    fn admit(call: Call) -> Result<Self, ShopError>;
}

impl Caller for Call {
    fn admit(call: Call) -> Result<Self, ShopError> {
        Ok(call)
    }
}

impl Caller for UserCall {
    fn admit(call: Call) -> Result<Self, ShopError> {
        let user = call.principal.ok_or(ErrorCode::Unauthorized)?;
        Ok(Self { call, user })
    }
}

impl Caller for AdminCall {
    fn admit(call: Call) -> Result<Self, ShopError> {
        let call = UserCall::admit(call)?;
        if call.user.kind == UserType::Admin { Ok(Self(call)) } else { Err(ErrorCode::Forbidden.into()) }
    }
}

/// A level of access with the call that its use cases take.
pub trait Admits: AccessLevel {
    /// The call that a use case of this level takes.
    type Call: Caller;
}

impl Admits for level::Public {
    type Call = Call;
}

impl Admits for level::Open {
    type Call = Call;
}

impl Admits for level::Customer {
    type Call = UserCall;
}

impl Admits for level::Admin {
    type Call = AdminCall;
}
