//! Deposits of customers for their orders, as admins see them, and the statement of the bank that tells which came.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AdminCharge;
use crate::codes::mirrored;
use crate::{ErrorCode, Payment, PaymentState};

/// Which deposits for orders are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPaymentsForAdmin {
    /// Only those in this state.
    pub state: Option<PaymentState>,
    /// A part of the depositor's name, of the customer's name or e-mail, or of the order's number; of the names also their
    /// initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A payment whose money comes from outside, with its order and its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminPayment {
    /// The fields that the customer sees.
    #[serde(flatten)]
    pub payment: Payment,
    /// Number of the order.
    pub order_number: String,
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail of the customer.
    pub user_email: String,
    /// The admin who confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<i64>,
    /// Name of that admin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_by_name: Option<String>,
    /// When the customer chose to pay so.
    pub created_at: DateTime<Utc>,
}

/// The deposits for orders that are awaited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AwaitedPayments {
    /// How many.
    pub count: i64,
    /// Their sum, in won.
    pub amount: i64,
}

/// A page of deposits for orders, latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminPaymentPage {
    /// The rows of this page.
    pub items: Vec<AdminPayment>,
    /// All that are awaited, whatever the filter.
    pub awaited: AwaitedPayments,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// Confirm that the deposit for an order came; the order is paid then.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmPayment {
    /// The payment.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Won that came; another amount than is awaited is `AMOUNT_MISMATCH`.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
}

/// A statement of the shop's bank account, as text or as the bytes of its file, one of the two. Over HTTP
/// the body can also be the file itself, `text/csv` or `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatchPayments {
    /// The statement as CSV or as copied from a spreadsheet, at most 5,000 rows. Rows above the names of the columns are left
    /// out.
    #[schema(max_length = 10_485_760)]
    pub csv: Option<String>,
    /// The bytes of the file in base64: CSV in UTF-8, UTF-16 with a byte order mark, or CP949, or a workbook (XLSX).
    #[schema(max_length = 10_485_760, pattern = r"^[A-Za-z0-9+/]*={0,2}$")]
    pub data: Option<String>,
    /// Whether what is sure is confirmed, each in a transaction of its own; else nothing is written.
    #[serde(default)]
    pub confirm: bool,
}

mirrored! {
    /// A bank by the columns of its statements.
    StatementBank of shop_domain::statement::Bank {
        /// KB Kookmin Bank.
        Kb,
        /// Shinhan Bank.
        Shinhan,
        /// Woori Bank.
        Woori,
        /// Hana Bank.
        Hana,
        /// NH NongHyup Bank.
        Nh,
        /// IBK Industrial Bank of Korea.
        Ibk,
        /// Kakao Bank.
        Kakao,
        /// Toss Bank.
        Toss,
        /// Any other table with a day, a depositor and an amount.
        Other,
    }
}

mirrored! {
    /// Why a deposit is not sure.
    StatementDoubt of shop_domain::statement::Doubt {
        /// A request or an order of this name and amount was confirmed after the deposit, which may have been the one.
        MaybeConfirmed,
        /// The money came before it was asked for.
        BeforeRequest,
        /// Several that wait have this name and amount.
        SeveralRequests,
        /// Several deposits of the statement have this name and amount.
        SeveralDeposits,
        /// Only the amount fits, and one name is a part of the other.
        OtherName,
        /// Only the name fits.
        OtherAmount,
    }
}

mirrored! {
    /// Why a row of a statement cannot be read.
    UnreadReason of shop_domain::statement::LineFault {
        /// Its amount is no whole number of won.
        Amount,
        /// Its day is none.
        Day,
    }
}

/// How well a deposit fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StatementMatch {
    /// Name and amount are those of one that waits, and of no other deposit.
    Sure,
    /// It may belong to one of several, or fits in part.
    Doubtful,
    /// Nothing that waits fits.
    Unmatched,
}

/// A deposit of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatementLine {
    /// The row of the table, from 1.
    pub row: i64,
    /// `YYYY-MM-DD`.
    pub day: String,
    /// The name that the bank shows.
    pub depositor: String,
    /// Won.
    pub amount: i64,
    /// How well it fits.
    pub found: StatementMatch,
    /// Why it is doubtful.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<StatementDoubt>,
    /// Whether one of this name and amount was confirmed after it, where none waits; or with this request.
    pub confirmed: bool,
    /// Why it was not confirmed although that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<ErrorCode>,
    /// The requests for points that wait and fit.
    pub charges: Vec<AdminCharge>,
    /// The payments of orders that are awaited and fit.
    pub payments: Vec<AdminPayment>,
}

/// A row of a statement that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnreadLine {
    /// The row of the table, from 1.
    pub row: i64,
    /// Why.
    pub reason: UnreadReason,
}

/// What became of the deposits of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatementPreview {
    /// The bank.
    pub bank: StatementBank,
    /// The deposits, in the order of the statement.
    pub lines: Vec<StatementLine>,
    /// Rows that cannot be read, the first 100; sums at the end of a statement are among them.
    pub unread: Vec<UnreadLine>,
    /// How many there are in all.
    pub unread_count: i64,
}
