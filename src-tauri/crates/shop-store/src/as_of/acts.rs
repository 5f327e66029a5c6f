//! Acts of admins around an instant, and failed attempts to pay.

use chrono::{DateTime, Utc};

use crate::audit::{AuditRow, read};
use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::time::Stamp;

/// A failed attempt to pay an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedAttempt {
    /// Why it failed.
    pub reason: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Acts of some operations on one thing, at or before an instant or after it. Parameters: 1 kind and 2 id of the thing, 3 the
/// instant, 4 the names of the operations as a JSON list, 5 rows wanted.
macro_rules! select_acts {
    ($side:literal, $order:literal) => {
        concat!(
            "SELECT a.id, a.actor_id, u.name, a.action, a.target_type, a.target_id, a.before, a.after, a.created_at
             FROM audit_log a INDEXED BY audit_log_by_target LEFT JOIN user u ON u.id = a.actor_id
             WHERE a.target_type = ?1 AND a.target_id = ?2 AND a.created_at ",
            $side,
            " ?3 AND a.action IN (SELECT value FROM json_each(?4)) ORDER BY ",
            $order,
            " LIMIT ?5"
        )
    };
}
pub(super) const ACTS_UNTIL: &str = select_acts!("<=", "a.created_at DESC, a.id DESC");
pub(super) const ACTS_AFTER: &str = select_acts!(">", "a.created_at, a.id");
pub(super) const FAILED: &str = "SELECT failure_reason, created_at FROM payment INDEXED BY payment_void WHERE order_id = ?1 AND state = 'FAILED' ORDER BY id";

/// A thing, and the operations whose acts on it are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActsOn<'a> {
    /// Kind of the thing.
    pub target_type: &'a str,
    /// Its id.
    pub target_id: i64,
    /// Names of the operations.
    pub actions: &'a [&'a str],
}

impl ActsOn<'_> {
    /// The acts at or before `instant`, the latest first.
    pub fn until(self, db: &Db, instant: DateTime<Utc>, limit: i64) -> StoreResult<Vec<AuditRow>> {
        self.rows(db, ACTS_UNTIL, instant, limit)
    }

    /// The first act after `instant`.
    pub fn after(self, db: &Db, instant: DateTime<Utc>) -> StoreResult<Option<AuditRow>> {
        Ok(self.rows(db, ACTS_AFTER, instant, 1)?.pop())
    }

    fn rows(self, db: &Db, sql: &'static str, instant: DateTime<Utc>, limit: i64) -> StoreResult<Vec<AuditRow>> {
        let actions = serde_json::to_string(self.actions).map_err(|error| StoreError::BadValue(error.to_string()))?;
        db.rows(sql, (self.target_type, self.target_id, Stamp(instant), actions, limit), read)
    }
}

/// The failed attempts to pay an order, oldest first.
pub fn failed_attempts(db: &Db, order_id: i64) -> StoreResult<Vec<FailedAttempt>> {
    db.rows(FAILED, [order_id], |row| Ok(FailedAttempt { reason: row.get(0)?, at: row.get::<_, Stamp>(1)?.0 }))
}
