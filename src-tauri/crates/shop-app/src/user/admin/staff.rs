//! What the operations on admins share: an admin as the contract has it, which admin may change another one, and why the last
//! owner is not changed.

use shop_domain::user::UserState as State;
use shop_store::Db;
use shop_store::user::UserRow;
use shop_store::user::admin::admins;

use crate::context::AdminCall;
use crate::runtime::WorkError;
use shop_contract::{
    AccountConflict, AdminRole, AdminUser, Conflict, ErrorCode, ShopError, Staff, UserState, UserType,
};

/// An admin by id.
///
/// # Errors
/// `USER_NOT_FOUND`, also for a customer and for an admin that was deleted.
pub(super) fn find(db: &Db, id: i64) -> Result<Staff, WorkError> {
    shop_store::user::find(db, id)?.and_then(view).ok_or_else(|| ErrorCode::UserNotFound.into())
}

/// A row as the contract has it; `None` for a customer and for an admin that was deleted.
pub(super) fn view(row: UserRow) -> Option<Staff> {
    let role = AdminRole::from(row.role?);
    let state = match row.state {
        State::Normal => UserState::Normal,
        State::Inactive => UserState::Inactive,
        State::Deleted => return None,
    };
    Some(Staff { id: row.id, email: row.email, name: row.name, role, state, created_at: row.created_at })
}

/// Whether an admin may change the access of this user; that of another admin is for owners.
#[derive(Debug, Clone, Copy)]
pub(super) struct Actor(Option<AdminRole>);

impl Actor {
    pub(super) fn of(call: &AdminCall) -> Self {
        Self(call.admin().role)
    }

    /// Refuses an actor that is no owner where the user is an admin.
    ///
    /// # Errors
    /// `FORBIDDEN` with the role that is needed.
    pub(super) fn ensure_may_change(self, user: &AdminUser) -> Result<(), ShopError> {
        let is_owner = self.0.is_some_and(|role| role.permits(AdminRole::Owner));
        if is_owner || user.user.kind == UserType::Customer { Ok(()) } else { Err(AdminRole::Owner.into()) }
    }
}

/// Why the last owner can neither be blocked nor lose the role: no user could then make another owner.
pub(super) fn refuse_last_owner(db: &Db) -> WorkError {
    match admins(db) {
        Ok(count) => {
            let reason = if count <= 1 { AccountConflict::LastAdmin } else { AccountConflict::LastOwner };
            ShopError::from(Conflict::Account { reason }).into()
        }
        Err(error) => error.into(),
    }
}
