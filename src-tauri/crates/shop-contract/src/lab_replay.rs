//! What the Lab replays step by step: a race of two customers, a process that is killed in a checkout, a payment that fails.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ErrorCode, LabBroken, LabGuard};

/// The state of a scratch shop with one product, as the connection of a step sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabState {
    /// Units that can be sold.
    pub available: i64,
    /// Sold units, as the stock row counts them.
    pub sold: i64,
    /// Orders that await payment or are paid.
    pub orders: i64,
    /// Paid orders.
    pub paid: i64,
    /// Orders whose payment failed.
    pub failed: i64,
    /// Points of the customer.
    pub points: i64,
    /// Used coupons.
    pub coupons_used: i64,
    /// Stored answers of requests that can be repeated.
    pub answers: i64,
}

/// The side that takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabSide {
    /// The first customer to arrive.
    First,
    /// The second customer to arrive.
    Second,
    /// The shop itself.
    Shop,
}

/// What happens in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabAct {
    /// A statement runs in SQLite.
    Statement,
    /// The one lock is taken.
    Lock,
    /// The one lock is held by the other customer.
    WaitForLock,
    /// The one lock is free again.
    Unlock,
    /// The request waits in the queue of its keys.
    Queue,
    /// The value is another than the one that was read; the attempt is made again.
    Retry,
    /// The request is granted.
    Granted,
    /// The request is refused.
    Refused,
    /// The payment breaks off.
    BreakOff,
}

/// A column of a row with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabValue {
    /// The column.
    pub name: String,
    /// Its value as text.
    pub value: String,
}

/// What SQLite answered to a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabAnswer {
    /// Rows read; absent where the statement reads none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// Rows changed; absent where the statement changes none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<u64>,
    /// The columns of the first row read.
    pub values: Vec<LabValue>,
    /// Why it failed, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// One step of a replay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabStep {
    /// Who takes it.
    pub side: LabSide,
    /// What happens.
    pub act: LabAct,
    /// The statement with its values, as SQLite ran it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Whether it is about the contended thing, or bounds a transaction.
    pub is_key: bool,
    /// The answer to the statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<LabAnswer>,
    /// The code of a refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<ErrorCode>,
    /// The state after the step, as the connection of the step sees it.
    pub state: LabState,
}

/// A race to replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RaceLab {
    /// How the writes are guarded.
    pub guard: LabGuard,
    /// Decides which customer arrives first.
    #[schema(minimum = 0, maximum = 9_007_199_254_740_991_i64)]
    pub seed: i64,
}

/// A race of two customers for the last unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabRace {
    /// How the writes were guarded.
    pub guard: LabGuard,
    /// The seed.
    pub seed: u64,
    /// The names of the customers in the order of their arrival.
    pub customers: Vec<String>,
    /// The steps in the order in which they happened.
    pub steps: Vec<LabStep>,
    /// Who got the unit.
    pub winners: Vec<LabSide>,
    /// Units sold beyond the one.
    pub oversold: i64,
    /// What that would have cost, in won.
    pub oversold_won: i64,
    /// The rows that break an invariant; empty where all hold.
    pub identities: Vec<LabBroken>,
}

/// Where the process is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabMoment {
    /// In the transaction of the order, before the stock is taken.
    BeforeStock,
    /// In the transaction of the order, after the row of the order is written.
    OrderWritten,
    /// In the transaction of the order, before its COMMIT.
    BeforeCommit,
    /// After the COMMIT of the order, before its answer.
    AfterCommit,
    /// After the answer to the order, before the payment.
    BetweenOrderAndPayment,
    /// In the transaction of the payment, after the points are taken.
    PointsTaken,
    /// After the COMMIT of the payment, before its answer.
    AfterPaymentCommit,
}

impl LabMoment {
    /// All of them, in the order of a checkout.
    pub const ALL: [Self; 7] = [
        Self::BeforeStock,
        Self::OrderWritten,
        Self::BeforeCommit,
        Self::AfterCommit,
        Self::BetweenOrderAndPayment,
        Self::PointsTaken,
        Self::AfterPaymentCommit,
    ];

    /// The name on a command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BeforeStock => "before-stock",
            Self::OrderWritten => "order-written",
            Self::BeforeCommit => "before-commit",
            Self::AfterCommit => "after-commit",
            Self::BetweenOrderAndPayment => "between-order-and-payment",
            Self::PointsTaken => "points-taken",
            Self::AfterPaymentCommit => "after-payment-commit",
        }
    }
}

/// A process to kill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PullThePlug {
    /// Where in the checkout.
    pub moment: LabMoment,
}

/// What a process left that was killed in a checkout, and what the shop makes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabPlug {
    /// Where it was killed.
    pub moment: LabMoment,
    /// The number of the killed process.
    pub process_id: u32,
    /// The signal that ended it; absent where the system has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<i32>,
    /// The last statement that the process ran or was about to run; absent between the requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Before the checkout.
    pub before: LabState,
    /// In the killed process, in its open transaction if it had one.
    pub inside: LabState,
    /// After the file was opened again.
    pub reopened: LabState,
    /// After the client has repeated its requests with the same idempotency keys.
    pub repeated: LabState,
    /// Bytes of the write-ahead log that the process left.
    pub wal_bytes: u64,
    /// Bytes of the database file that it left.
    pub file_bytes: u64,
    /// Milliseconds until the shop was open again.
    pub reopen_ms: f64,
    /// What the repeated order answered.
    pub order: LabRepeat,
    /// What the repeated payment answered.
    pub payment: LabRepeat,
    /// The rows that break an invariant after reopening; empty where all hold.
    pub reopened_identities: Vec<LabBroken>,
    /// The same at the end.
    pub identities: Vec<LabBroken>,
}

/// The answer to a repeated request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabRepeat {
    /// The number of the order, or the amount paid in won.
    pub answer: String,
    /// Whether the killed process had stored this answer; else the request was carried out now.
    pub was_stored: bool,
    /// Whether one more repetition got the same answer.
    pub is_stable: bool,
}

/// A payment that fails, and its compensation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LabFailure {
    /// Before the payment: the order is placed.
    pub before: LabState,
    /// The steps of the payment and of its compensation.
    pub steps: Vec<LabStep>,
    /// What the customer was answered.
    pub code: ErrorCode,
    /// After the compensation.
    pub after: LabState,
    /// The rows that break an invariant; empty where all hold.
    pub identities: Vec<LabBroken>,
}
