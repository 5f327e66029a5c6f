//! The label of a backup: the stored result of its verification.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shop_store::backup::Proof;

use super::name::Name;
use shop_contract::{Backup, BackupContents, BackupState};

/// The JSON file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Label {
    pub(super) state: BackupState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) verified_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fault: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contents: Option<BackupContents>,
}

impl Label {
    pub(super) fn unverified() -> Self {
        Self { state: BackupState::Unverified, verified_at: None, fault: None, contents: None }
    }

    /// The label of a copy that was verified at `now`.
    pub(super) fn of(found: &Result<Proof, String>, now: DateTime<Utc>) -> Self {
        let verified_at = Some(now);
        match found {
            Ok(proof) => {
                let contents = Some(contents(proof));
                Self { state: BackupState::Verified, verified_at, fault: None, contents }
            }
            Err(fault) => Self { state: BackupState::Failed, verified_at, fault: Some(fault.clone()), contents: None },
        }
    }

    /// Converts to the admin view, with name and size.
    pub(super) fn view(self, name: Name, size: u64) -> Backup {
        Backup {
            name: name.to_string(),
            kind: name.kind,
            made_at: name.made_at,
            state: self.state,
            verified_at: self.verified_at,
            fault: self.fault,
            size: i64::try_from(size).unwrap_or(i64::MAX),
            contents: self.contents,
            orders_since: None,
        }
    }
}

fn contents(proof: &Proof) -> BackupContents {
    BackupContents {
        schema_version: i64::from(proof.schema_version),
        orders: proof.orders,
        products: proof.products,
        users: proof.users,
        last_order_number: proof.last_order_number.clone(),
    }
}
