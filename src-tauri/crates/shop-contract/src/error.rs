//! The one error that leaves a use case, and its form on a face.

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::conflict::{Conflict, Current};
use super::details::{ErrorDetails, ForbiddenReason};
use super::error_code::ErrorCode;
use super::invalid_input::{FieldFault, InvalidInput};
use super::messages::{Language, message};
use super::role::AdminRole;
use super::storage::StorageReason;

/// What a use case answers when it does not do what was asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{code:?} {details:?}")]
pub struct ShopError {
    /// The code.
    pub code: ErrorCode,
    /// Facts for the client; never internals.
    pub details: Option<ErrorDetails>,
}

impl ShopError {
    /// An error without details.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, details: None }
    }

    /// `INVALID_INPUT` for one field, with the reason.
    #[must_use]
    pub fn invalid(field: &str, reason: &str) -> Self {
        Self::invalid_fields([(field.to_owned(), reason.to_owned())])
    }

    /// `INVALID_INPUT` for several fields, each with its reason.
    #[must_use]
    pub fn invalid_fields(faults: impl IntoIterator<Item = (String, String)>) -> Self {
        let fields = faults.into_iter().map(|(field, reason)| FieldFault { field, reason }).collect();
        ErrorDetails::InvalidInput(InvalidInput { fields, ..InvalidInput::default() }).into()
    }

    /// The first faulty field of an `INVALID_INPUT`.
    #[must_use]
    pub fn first_field(&self) -> Option<&str> {
        match &self.details {
            Some(ErrorDetails::InvalidInput(input)) => input.fields.first().map(|fault| fault.field.as_str()),
            _ => None,
        }
    }

    /// The details as they are sent: the fields without the code.
    #[must_use]
    pub fn sent_details(&self) -> Option<Value> {
        let mut sent = serde_json::to_value(self.details.as_ref()?).ok()?;
        Some(sent["details"].take())
    }

    /// As the client sees it, in its language.
    #[must_use]
    pub fn view(&self, language: Language) -> ErrorView {
        ErrorView { code: self.code, message: message(self.code, language).to_owned(), details: self.sent_details() }
    }
}

/// Lets an instant pass that the shop can keep. Requests are read so already; this is for what is handed in by the program.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub fn instant(field: &str, instant: DateTime<Utc>) -> Result<DateTime<Utc>, ShopError> {
    shop_domain::instant::check(instant).map_err(|error| ShopError::invalid(field, &error.to_string()))
}

impl ErrorDetails {
    /// The shop's own file cannot be written to.
    #[must_use]
    pub fn storage(reason: StorageReason) -> Self {
        Self::StorageUnavailable { reason, needed: None, free: None }
    }
}

impl From<ForbiddenReason> for ShopError {
    fn from(reason: ForbiddenReason) -> Self {
        ErrorDetails::Forbidden { reason, needed_role: None }.into()
    }
}

/// The role is the least one that may do what was asked.
impl From<AdminRole> for ShopError {
    fn from(needed: AdminRole) -> Self {
        ErrorDetails::Forbidden { reason: ForbiddenReason::Role, needed_role: Some(needed) }.into()
    }
}

impl From<ErrorDetails> for ShopError {
    fn from(details: ErrorDetails) -> Self {
        Self { code: details.code(), details: Some(details) }
    }
}

impl From<Conflict> for ShopError {
    fn from(conflict: Conflict) -> Self {
        ErrorDetails::Conflict(conflict).into()
    }
}

impl From<Current> for ShopError {
    fn from(current: Current) -> Self {
        Conflict::Stale { current }.into()
    }
}

/// As it is kept beside an idempotency key: `{code, details?}`.
impl Serialize for ShopError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Bare {
            code: ErrorCode,
        }
        match &self.details {
            Some(details) => details.serialize(serializer),
            None => Bare { code: self.code }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ShopError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Value::deserialize(deserializer)?;
        let code = ErrorCode::deserialize(&kept["code"]).map_err(D::Error::custom)?;
        let has_details = kept.get("details").is_some_and(|details| !details.is_null());
        let details = has_details.then(|| ErrorDetails::deserialize(&kept)).transpose().map_err(D::Error::custom)?;
        Ok(Self { code, details })
    }
}

impl From<ErrorCode> for ShopError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

/// Every error as it crosses a face.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// The code.
    pub code: ErrorCode,
    /// A sentence that is safe to show, in the caller's language.
    pub message: String,
    /// Facts that belong to the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{AccountConflict, CopyFault, CouponReason, ForbiddenReason, OrderAction, OrderState};

    fn every_kind_of_details() -> Vec<(ErrorDetails, Value)> {
        let limit = json!({"productId": 7, "limitedQuantity": 2, "alreadyBought": 1, "inCart": 0, "requested": 2});
        let short = json!({"items": [{"productId": 7, "requested": 5, "available": 2}]});
        let kept = |code: &str, details: &Value| json!({"code": code, "details": details});
        let read = |kept: Value| serde_json::from_value(kept).expect("details of that code");
        let copy = Conflict::UnusableCopy { reason: CopyFault::Newer, found: "9".to_owned() };
        vec![
            (read(kept("EXCEEDED_LIMITED_QUANTITY", &limit)), limit),
            (read(kept("INSUFFICIENT_STOCK", &short)), short),
            (
                ErrorDetails::InvalidCoupon { user_coupon_id: 3, reason: CouponReason::MinOrderAmount },
                json!({"userCouponId": 3, "reason": "MIN_ORDER_AMOUNT"}),
            ),
            (
                ErrorDetails::InvalidOrderState {
                    state: OrderState::PaymentFailed,
                    asked: OrderAction::Pay,
                    order_id: None,
                },
                json!({"state": "PAYMENT_FAILED", "asked": "PAY"}),
            ),
            (
                ErrorDetails::InvalidOrderState {
                    state: OrderState::Normal,
                    asked: OrderAction::Leave,
                    order_id: Some(7),
                },
                json!({"state": "NORMAL", "asked": "LEAVE", "orderId": 7}),
            ),
            (ErrorDetails::AmountMismatch { expected: 2, actual: 1 }, json!({"expected": 2, "actual": 1})),
            (ErrorDetails::TooManyRequests { retry_after: 30 }, json!({"retryAfter": 30})),
            (
                ErrorDetails::Forbidden { reason: ForbiddenReason::SetUpCode, needed_role: None },
                json!({"reason": "SET_UP_CODE"}),
            ),
            (
                ErrorDetails::Forbidden { reason: ForbiddenReason::Role, needed_role: Some(AdminRole::Manager) },
                json!({"reason": "ROLE", "neededRole": "MANAGER"}),
            ),
            (ErrorDetails::storage(StorageReason::ReadOnly), json!({"reason": "READ_ONLY"})),
            (
                ErrorDetails::StorageUnavailable { reason: StorageReason::Full, needed: Some(9), free: Some(4) },
                json!({"reason": "FULL", "needed": 9, "free": 4}),
            ),
            (
                ErrorDetails::Conflict(Conflict::Account { reason: AccountConflict::LastAdmin }),
                json!({"reason": "LAST_ADMIN"}),
            ),
            (ErrorDetails::Conflict(copy), json!({"reason": "NEWER", "found": "9"})),
            (ErrorDetails::Conflict(Conflict::OptionsFull { most_options: 50 }), json!({"mostOptions": 50})),
            (
                ErrorDetails::Conflict(Conflict::StockMoved { seen_quantity: 7, available_quantity: 5 }),
                json!({"seenQuantity": 7, "availableQuantity": 5}),
            ),
        ]
    }

    #[test]
    fn details_are_sent_without_the_code_and_read_back_as_they_were() {
        for (details, sent) in every_kind_of_details() {
            let error = ShopError::from(details);
            assert_eq!(error.sent_details(), Some(sent), "{error}");
            let kept = serde_json::to_string(&error).expect("it can be kept");
            assert_eq!(serde_json::from_str::<ShopError>(&kept).expect("it can be read"), error, "{kept}");
        }
    }

    #[test]
    fn an_error_without_details_has_none_in_either_spelling() {
        let error = ShopError::new(ErrorCode::PaymentFailed);
        for kept in [r#"{"code":"PAYMENT_FAILED"}"#, r#"{"code":"PAYMENT_FAILED","details":null}"#] {
            assert_eq!(serde_json::from_str::<ShopError>(kept).expect("it can be read"), error, "{kept}");
        }
        assert_eq!(serde_json::to_string(&error).expect("it can be kept"), r#"{"code":"PAYMENT_FAILED"}"#);
    }
}
