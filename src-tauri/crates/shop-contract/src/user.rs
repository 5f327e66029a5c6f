//! Users: registration, profile, addresses, sessions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::common::page;
use super::document::GivenConsents;
use super::order::ShippingAddress;
use super::role::{AdminRole, UserType};

/// Become a customer.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Register {
    /// Unique, whatever its case.
    #[schema(
        pattern = r"^\s*[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\s*$"
    )]
    pub email: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub password: String,
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,98}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub name: String,
    /// 7 to 15 digits, with spaces, hyphens, dots, slashes or brackets between them and `+` before them; kept as digits with
    /// hyphens.
    #[schema(
        pattern = r"^\s*([-\s./()·‐-―−－．／（）]*[+＋]?([-\s./()·‐-―−－．／（）]*[0-9０-９]){7,15}[-\s./()·‐-―−－．／（）]*)?\s*$"
    )]
    pub phone: Option<String>,
    /// To what the customer consents; needed where the shop has terms or a privacy policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consents: Option<GivenConsents>,
}

/// The caller.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Id.
    pub id: i64,
    /// As it was registered.
    pub email: String,
    /// Name.
    pub name: String,
    /// Phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Customer or admin.
    #[serde(rename = "type")]
    pub kind: UserType,
    /// The role of an admin; absent for a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AdminRole>,
    /// Points to spend.
    pub available_point: i64,
    /// Points spent.
    pub used_point: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// Change the profile; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateMe {
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,98}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub name: Option<String>,
    /// An empty text removes it.
    #[schema(
        pattern = r"^\s*([-\s./()·‐-―−－．／（）]*[+＋]?([-\s./()·‐-―−－．／（）]*[0-9０-９]){7,15}[-\s./()·‐-―−－．／（）]*)?\s*$"
    )]
    pub phone: Option<String>,
}

/// Change the password. All other sessions end.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePassword {
    /// The one that was.
    pub current_password: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub new_password: String,
}

/// Leave the shop. What is known about the customer is erased, points and coupons are given up, and all sessions end.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeaveShop {
    /// The password, asked once more.
    pub password: String,
}

/// Sign in, in the window. The secret stays in Rust.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Login {
    /// As registered, whatever its case.
    pub email: String,
    /// The password.
    pub password: String,
}

/// Set a new password with a one-time code from an admin. All sessions of the user end.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResetPassword {
    /// As registered, whatever its case.
    pub email: String,
    /// The code, whatever its case and with or without its hyphens.
    pub code: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub new_password: String,
}

/// A place where the caller is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Id.
    pub id: i64,
    /// What signed in, in words.
    pub device: String,
    /// Whether it is this one.
    pub current: bool,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last heard of, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

page!(
    /// Where the caller is signed in, latest first.
    SessionList of Session
);

/// An address in the caller's book.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Id.
    pub id: i64,
    /// What the caller calls it.
    pub label: String,
    /// Whether checkout offers it first. At most one is.
    pub is_default: bool,
    /// The address.
    pub shipping_address: ShippingAddress,
}

/// Add an address, or change one. A user has at most 20.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveAddress {
    /// The one to change; a new one when absent.
    #[schema(minimum = 1)]
    pub id: Option<i64>,
    /// What the caller calls it, 1 to 30 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,28}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub label: String,
    /// Whether checkout offers it first.
    #[serde(default)]
    pub is_default: bool,
    /// The address.
    pub shipping_address: ShippingAddress,
}

page!(
    /// The caller's addresses, the default one first.
    AddressList of Address
);
