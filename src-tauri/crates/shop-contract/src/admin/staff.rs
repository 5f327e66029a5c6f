//! Staff: the admins of the shop with their roles, for its owners.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;
use crate::{AdminRole, UserState};

/// An admin of the shop.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Staff {
    /// The user.
    pub id: i64,
    /// Signs in with it.
    pub email: String,
    /// Name.
    pub name: String,
    /// What the admin may do.
    pub role: AdminRole,
    /// Whether the admin may sign in; `INACTIVE` after a removal.
    pub state: UserState,
    /// Since when the account exists.
    pub created_at: DateTime<Utc>,
}

page!(
    /// All admins, in order of their accounts; it has no further pages.
    StaffList of Staff
);

/// Add an admin.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateStaff {
    /// Unique, whatever its case.
    #[schema(
        pattern = r"^\s*[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\s*$"
    )]
    pub email: String,
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,98}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub name: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub password: String,
    /// What the admin may do.
    pub role: AdminRole,
}

/// Give an admin another role. It holds for the next request of each session.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetStaffRole {
    /// The admin.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The new role.
    pub role: AdminRole,
}
