//! Deposits of customers that request points, as admins see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;
use crate::{ChargeRequest, ChargeState};

/// Which requests are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListChargesForAdmin {
    /// Only those in this state.
    pub state: Option<ChargeState>,
    /// A part of the depositor's name, or of the customer's name or e-mail; of the names also their initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A request for points with the fields that only admins see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminCharge {
    /// The fields that the customer sees.
    #[serde(flatten)]
    pub charge: ChargeRequest,
    /// The customer.
    pub user_id: i64,
    /// Name of the customer.
    pub user_name: String,
    /// E-mail of the customer.
    pub user_email: String,
    /// The admin that ended it, or the customer that withdrew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// Name of that user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// The movement of points of a confirmed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<i64>,
}

/// The requests that wait for their deposit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingCharges {
    /// How many.
    pub count: i64,
    /// Their sum, in won.
    pub amount: i64,
}

/// A page of requests for points, latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminChargePage {
    /// The rows of this page.
    pub items: Vec<AdminCharge>,
    /// All that wait, whatever the filter.
    pub waiting: WaitingCharges,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// Confirm that the deposit of a request came; the points are there then.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmCharge {
    /// The request.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Won that came; another amount than was requested is `AMOUNT_MISMATCH`.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub amount: i64,
}

/// Reject a request: no deposit came.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectCharge {
    /// The request.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The reason, which the customer reads. 1 to 200 characters.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    pub reason: String,
}

/// A statement of the shop's bank account, as text or as the bytes of its file, one of the two. Nothing is written. Over HTTP
/// the body can also be the file itself, `text/csv` or `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatchCharges {
    /// The statement as CSV or as copied from a spreadsheet, at most 5,000 rows. Rows above the names of the columns are left
    /// out.
    #[schema(max_length = 10_485_760)]
    pub csv: Option<String>,
    /// The bytes of the file in base64: CSV in UTF-8, UTF-16 with a byte order mark, or CP949, or a workbook (XLSX).
    #[schema(max_length = 10_485_760, pattern = r"^[A-Za-z0-9+/]*={0,2}$")]
    pub data: Option<String>,
}

mirrored! {
    /// A bank by the columns of its statements.
    StatementBank of shop_domain::charge::Bank {
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
    StatementDoubt of shop_domain::charge::Doubt {
        /// A request of this name and amount was confirmed after the deposit, which may have been the one.
        MaybeConfirmed,
        /// The money came before the request was made.
        BeforeRequest,
        /// Several requests that wait have this name and amount.
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
    UnreadReason of shop_domain::charge::LineFault {
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
    /// Name and amount are those of one request, and of no other deposit.
    Sure,
    /// It may belong to one of the requests.
    Doubtful,
    /// No request that waits fits.
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
    /// Whether a request of this name and amount was confirmed after it, where none waits.
    pub confirmed: bool,
    /// The requests that wait and fit.
    pub charges: Vec<AdminCharge>,
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
