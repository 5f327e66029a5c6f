//! Whether an answer agrees with what a write has left in the file.

use serde_json::Value;
use shop_contract::{ErrorCode, ShopError};

use crate::contents::{Contents, Varying};
use crate::listed::operation::Operation;

/// What a write does where nothing fails.
pub struct Expected {
    /// What the file holds before.
    pub before: Contents,
    /// What it holds after.
    pub after: Contents,
    /// Cells that differ from run to run.
    pub varying: Varying,
    /// The answer.
    pub answer: Value,
    /// Whether two runs give the same answer; those with a new secret do not.
    pub is_same_answer: bool,
}

/// What a file holds in comparison with what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was done.
    Before,
    /// All of it was done.
    After,
    /// A payment failed and was compensated, or will be: only `pay_order` comes to it.
    Compensated,
}

impl Expected {
    /// Compares what the file holds with what it may hold after this answer.
    ///
    /// # Errors
    /// In words, where the answer says something else than the file, or is not documented.
    pub fn judge(
        &self,
        operation: Operation,
        answer: &Result<Value, ShopError>,
        found: &Contents,
    ) -> Result<State, String> {
        let is_before = found.is(&self.before, &self.varying);
        let is_after = found.is(&self.after, &self.varying);
        let not = |expected: &Contents, words: &str| {
            Err(format!("it was answered {answer:?}, but {words}: {}", found.difference(expected)))
        };
        match answer {
            Ok(value) if !is_after => not(&self.after, &format!("{value} is not in the file")),
            Ok(value) if self.is_same_answer && *value != self.answer => {
                Err(format!("it was answered {value}, not {}", self.answer))
            }
            Ok(_) => Ok(State::After),
            Err(error) if !is_documented(operation, error.code) => Err(format!("{error:?} is not documented")),
            Err(error) if error.code == ErrorCode::PaymentFailed => Ok(State::Compensated),
            Err(_) if is_before => Ok(State::Before),
            Err(error) if is_unknown(error) && is_after => Ok(State::After),
            Err(error) if is_unknown(error) => not(&self.before, "it is done in part"),
            Err(_) => not(&self.before, "the file has changed"),
        }
    }
}

/// Whether a fault of the file system may be answered with this code.
fn is_documented(operation: Operation, code: ErrorCode) -> bool {
    match code {
        ErrorCode::StorageUnavailable | ErrorCode::InternalError | ErrorCode::Overloaded => true,
        ErrorCode::PaymentFailed => operation == Operation::pay_order,
        // The copy cannot be read.
        ErrorCode::Conflict => operation == Operation::restore_backup,
        _ => false,
    }
}

/// Whether the answer says that the write may have taken effect.
fn is_unknown(error: &ShopError) -> bool {
    error.sent_details().is_some_and(|details| details["reason"] == "OUTCOME_UNKNOWN")
}
