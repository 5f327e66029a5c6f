//! The texts that customers agree to, and their consents.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;
use crate::common::page;

mirrored! {
    /// What a customer consents to.
    ConsentDocument of shop_domain::user::Document {
        /// The terms of the shop.
        Terms,
        /// How the shop handles data of its customers.
        Privacy,
        /// Messages of the shop about its offers; it has no text.
        Marketing,
    }
}

/// A document with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ShopDocument {
    /// The terms of the shop.
    Terms,
    /// How the shop handles data of its customers.
    Privacy,
}

impl From<ShopDocument> for shop_domain::user::Document {
    fn from(document: ShopDocument) -> Self {
        match document {
            ShopDocument::Terms => Self::Terms,
            ShopDocument::Privacy => Self::Privacy,
        }
    }
}

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DocumentVersion {
    /// Its number; it rises with each new text.
    pub version: i64,
    /// The business day from which it holds, `YYYY-MM-DD`.
    pub since: String,
}

/// A document by its name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetDocument {
    /// The document.
    pub document: ShopDocument,
}

/// The text of a document that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DocumentText {
    /// The document.
    pub document: ShopDocument,
    /// Its version.
    pub version: i64,
    /// The business day from which it holds, `YYYY-MM-DD`.
    pub since: String,
    /// The text, in lines.
    pub text: String,
}

/// Give a document another text, which becomes its next version.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateDocument {
    /// The document.
    pub document: ShopDocument,
    /// The version that was read, absent where the document had no text; another one by now is `CONFLICT`.
    #[schema(minimum = 1)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Up to 50,000 characters; where it is empty, customers are asked for no consent.
    #[schema(max_length = 50_000, pattern = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$")]
    pub text: String,
}

/// What of a document is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DocumentState {
    /// The document.
    pub document: ShopDocument,
    /// The version in force; absent where the document has no text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<DocumentVersion>,
}

/// What a customer consents to at registration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenConsents {
    /// The version of the terms that was read; needed where the shop has terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<i64>,
    /// The version of the privacy policy that was read; needed where the shop has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<i64>,
    /// Whether messages about offers are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing: Option<bool>,
}

/// A consent of a customer, or its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// The document.
    pub document: ConsentDocument,
    /// Its version; 0 for messages about offers.
    pub version: i64,
    /// Whether the customer agrees.
    pub given: bool,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

page!(
    /// The consents of a customer that hold, one of each document at most; it has no further pages.
    ConsentList of Consent
);

/// Agree to a new version of a document, or change whether messages about offers are wanted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GiveConsent {
    /// The document.
    pub document: ConsentDocument,
    /// The version that was read; not needed for messages about offers.
    #[schema(minimum = 1)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Whether the customer agrees. Consent to the terms and the privacy policy is not taken back: a customer that does not agree can leave.
    pub given: bool,
}
