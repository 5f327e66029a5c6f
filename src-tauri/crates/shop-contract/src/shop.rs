//! The shop itself: what a first screen must know.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::charge::{DepositAccount, PointCharging};
use super::document::DocumentVersion;
use super::payment::PaymentMethod;
use super::role::{AdminRole, UserType};
use super::shipping::ShopShipping;
use super::storage::StorageState;

/// The public facts about the shop.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShopInfo {
    /// Its name.
    pub name: String,
    /// Whether it has been set up, or filled with demo data; else the first start offers both.
    pub ready: bool,
    /// Whether it holds demo data.
    pub demo: bool,
    /// Whether setting it up needs the code that the terminal shows, because the caller is at another machine.
    pub set_up_code_required: bool,
    /// What the shop does where a customer charges points.
    pub point_charging: PointCharging,
    /// How orders can be paid; points always.
    pub payment_methods: Vec<PaymentMethod>,
    /// The account to transfer to; absent where customers neither request points nor pay by transfer, or where it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit_account: Option<DepositAccount>,
    /// The business behind the shop; absent where nothing of it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<Business>,
    /// The terms of the shop to which customers consent; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<DocumentVersion>,
    /// The same of the privacy policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<DocumentVersion>,
    /// How the shop ships.
    pub shipping: ShopShipping,
    /// Demo users as whom a visitor can sign in; empty outside a demo shop, and for callers at another machine.
    pub personas: Vec<Persona>,
    /// The zone of the business day, `Asia/Seoul` unless configured.
    pub business_zone: String,
    /// Version of the program.
    pub version: String,
    /// Why nothing can be written to the shop at the moment; absent while everything can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage: Option<StorageState>,
}

/// The facts about the business behind the shop; a text that is not given is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Business {
    /// Name of the business, up to 100 characters.
    #[schema(max_length = 200)]
    pub name: String,
    /// Name of its representative, up to 100 characters.
    #[schema(max_length = 200)]
    pub representative: String,
    /// Its registration number: ten digits, of which the last one checks the others; kept as `123-45-67891`.
    #[schema(max_length = 200)]
    pub registration_number: String,
    /// Number of its report as a mail-order business, up to 50 characters.
    #[schema(max_length = 200)]
    pub mail_order_number: String,
    /// Its address, up to 200 characters.
    #[schema(max_length = 400)]
    pub address: String,
    /// Its telephone number.
    #[schema(max_length = 200)]
    pub phone: String,
    /// Its e-mail address.
    #[schema(max_length = 400)]
    pub email: String,
    /// Name of its privacy officer, up to 100 characters.
    #[schema(max_length = 200)]
    pub privacy_officer: String,
}

/// A demo user.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Persona {
    /// Signs in with it.
    pub email: String,
    /// The demo password.
    pub password: String,
    /// Name.
    pub name: String,
    /// Customer or admin.
    #[serde(rename = "type")]
    pub kind: UserType,
    /// The role of an admin; absent for a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AdminRole>,
    /// Points to spend.
    pub available_point: i64,
}

/// Open one's own shop, with its first admin. Only while there is none.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUpShop {
    /// 1 to 50 characters.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,48}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub shop_name: String,
    /// The first admin's e-mail.
    #[schema(
        pattern = r"^\s*[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\s*$"
    )]
    pub email: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub password: String,
    /// The first admin's name.
    #[schema(pattern = r"^\s*[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]{0,98}[^\s\x00-\x1f\x7f-\x9f])?\s*$")]
    pub name: String,
    /// The code that the terminal shows, where the caller is at another machine; the case and what stands between its
    /// groups do not matter.
    #[schema(max_length = 20)]
    pub set_up_code: Option<String>,
    /// What the shop does where a customer charges points; `FREE` when absent.
    pub point_charging: Option<PointCharging>,
    /// How orders can be paid, points always; with points alone when absent.
    #[schema(max_items = 3)]
    pub payment_methods: Option<Vec<PaymentMethod>>,
    /// The account to which customers transfer; none when absent.
    pub deposit_account: Option<DepositAccount>,
    /// The business behind the shop; nothing of it is given when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<Business>,
}
