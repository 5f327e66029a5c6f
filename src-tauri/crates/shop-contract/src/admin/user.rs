//! Users as admins see them: lists, one user with totals, points given or taken, blocking and unblocking, codes for a
//! forgotten password.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;
use crate::{Consent, PointTransaction, User, UserType};

/// Whether a user may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UserState {
    /// May sign in.
    Normal,
    /// Blocked by an admin.
    Inactive,
}

crate::codes::mirrored! {
    /// State of the account of a user.
    AccountState of shop_domain::user::UserState {
        /// May sign in.
        Normal,
        /// Blocked by an admin.
        Inactive,
        /// Has left the shop; what was known about the user is erased.
        Deleted,
    }
}

impl From<UserState> for shop_domain::user::UserState {
    fn from(state: UserState) -> Self {
        match state {
            UserState::Normal => Self::Normal,
            UserState::Inactive => Self::Inactive,
        }
    }
}

/// Which users are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListUsers {
    /// A part of the name, the e-mail or the phone; of the name also its initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Only customers, or only admins.
    #[serde(rename = "type")]
    pub kind: Option<UserType>,
    /// Only those in this state.
    pub state: Option<AccountState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A user with the fields that only admins see.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminUser {
    /// The fields that the user sees.
    #[serde(flatten)]
    pub user: User,
    /// Whether the user may sign in.
    pub state: AccountState,
    /// Orders placed, whatever became of them.
    pub order_count: i64,
    /// Whether it is a guest of a sale room.
    pub guest: bool,
}

page!(
    /// A page of users, latest first.
    AdminUserPage of AdminUser
);

/// A user's totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserTotals {
    /// Orders that are paid and stand.
    pub paid_orders: i64,
    /// Won paid for them.
    pub paid_amount: i64,
    /// Orders that were paid back.
    pub refunded_orders: i64,
    /// Coupons that can be used.
    pub available_coupons: i64,
    /// Sessions that run.
    pub sessions: i64,
    /// When the last order was placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_order_at: Option<DateTime<Utc>>,
}

/// A user with totals and the latest movements of points.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserDetail {
    /// The user.
    pub user: AdminUser,
    /// Totals over orders, coupons and sessions.
    pub totals: UserTotals,
    /// The last 20 movements of points, latest first.
    pub transactions: Vec<PointTransaction>,
    /// The last 50 consents of the user and their ends, latest first.
    pub consents: Vec<Consent>,
}

/// Give or take points.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdjustPoints {
    /// The user.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Signed, not 0; the balance stays within 0 and 1,000,000,000,000.
    #[schema(minimum = -1_000_000_000_000_i64, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
    /// The reason, which the user reads in the ledger. 1 to 200 characters.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    pub reason: String,
}

/// Block a user, or unblock one.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUserState {
    /// The user.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The new state.
    pub state: UserState,
}

/// A one-time code with which the user sets a new password. It is shown this once.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResetCode {
    /// Twelve letters and digits in groups of four.
    pub code: String,
    /// It is valid before this instant, once.
    pub expires_at: DateTime<Utc>,
}

/// Why an account cannot be changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AccountConflict {
    /// The shop would be left without an admin.
    LastAdmin,
    /// The shop would be left without an owner.
    LastOwner,
    /// The user is blocked.
    Blocked,
}
