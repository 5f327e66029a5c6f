//! The audit log: the admin, the operation, its target, and the target before and after. Rows are only added, in the
//! transaction of the operation.

use chrono::{DateTime, Utc};
use rusqlite::Row;

use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// An entry to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAuditRow<'a> {
    /// The admin; `None` if it is not known.
    pub actor_id: Option<i64>,
    /// The operation's name.
    pub action: &'a str,
    /// Kind of the target.
    pub target_type: &'a str,
    /// Id of the target; 0 if there is only one of its kind.
    pub target_id: i64,
    /// The target before, as JSON; `None` if it is new.
    pub before: Option<String>,
    /// The target after, as JSON.
    pub after: Option<String>,
}

/// A row of `audit_log`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Id.
    pub id: i64,
    /// The admin; `None` if it is not known.
    pub actor_id: Option<i64>,
    /// Name of the admin; `None` if there is no such user.
    pub actor_name: Option<String>,
    /// The operation's name.
    pub action: String,
    /// Kind of the target.
    pub target_type: String,
    /// Id of the target.
    pub target_id: i64,
    /// The target before.
    pub before: Option<String>,
    /// The target after.
    pub after: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// What the target is called now: the name of a product, coupon or user, the number of an order. In the list only.
    pub target_name: Option<String>,
    /// The English name of a product.
    pub target_name_en: Option<String>,
}

/// Filter of the list. One index is used: by target, else by admin, else by action, else none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only by this admin.
    pub actor_id: Option<i64>,
    /// Only this operation.
    pub action: Option<String>,
    /// Only this kind of target.
    pub target_type: Option<String>,
    /// Only this target of the kind.
    pub target_id: Option<i64>,
    /// At or after.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub to: Option<DateTime<Utc>>,
    /// Only entries before this one, by instant and id.
    pub after: Option<(DateTime<Utc>, i64)>,
    /// Most rows.
    pub limit: i64,
}

impl AuditFilter {
    /// The key at which the page begins: entries before this instant, and those at it with lower ids.
    fn start(&self) -> (DateTime<Utc>, i64) {
        let latest = DateTime::from_timestamp_millis(LATEST_MILLIS).expect("BUG: it is an instant");
        // All ids are above 0, so entries at the end of the period are not in it.
        let end = self.to.map(|to| (to, 0));
        [end, self.after].into_iter().flatten().fold((latest, i64::MAX), Ord::min)
    }
}

/// The end of the year 9999; texts of later instants do not sort.
const LATEST_MILLIS: i64 = 253_402_300_799_999;

/// Inserts an entry.
pub fn put(tx: &Tx<'_>, act: &NewAuditRow<'_>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.insert(
        "INSERT INTO audit_log (actor_id, action, target_type, target_id, before, after, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (act.actor_id, act.action, act.target_type, act.target_id, &act.before, &act.after, Stamp(now)),
    )?;
    Ok(())
}

/// The rest of a statement of the list: the conditions that apply with each index. Parameters: 1 and 8 the instant and
/// id at which the page begins, 2 rows wanted, 3 kind and 4 id of the target, 5 the admin, 6 the action, 7 the
/// beginning of the period.
macro_rules! select_acts {
    ($index:literal, $way_in:literal) => {
        concat!(
            "SELECT a.id, a.actor_id, u.name, a.action, a.target_type, a.target_id, a.before, a.after, a.created_at,
                    CASE a.target_type WHEN 'product' THEN (SELECT name FROM product WHERE id = a.target_id)
                                       WHEN 'coupon' THEN (SELECT name FROM coupon WHERE id = a.target_id)
                                       WHEN 'order' THEN (SELECT order_number FROM \"order\" WHERE id = a.target_id)
                                       WHEN 'user' THEN (SELECT name FROM user WHERE id = a.target_id) END,
                    CASE a.target_type WHEN 'product' THEN (SELECT name_en FROM product WHERE id = a.target_id) END
             FROM audit_log a ",
            $index,
            " LEFT JOIN user u ON u.id = a.actor_id
             WHERE ",
            $way_in,
            " AND a.created_at BETWEEN ?7 AND ?1 AND (a.created_at < ?1 OR a.id < ?8)
               AND (?3 IS NULL OR a.target_type = ?3) AND (?4 IS NULL OR a.target_id = ?4)
               AND (?5 IS NULL OR a.actor_id = ?5) AND (?6 IS NULL OR a.action = ?6)
             ORDER BY a.created_at DESC, a.id DESC LIMIT ?2"
        )
    };
}

/// A page of entries, latest first.
pub fn list(db: &Db, filter: &AuditFilter) -> StoreResult<Vec<AuditRow>> {
    let sql = match filter {
        AuditFilter { target_type: Some(_), target_id: Some(_), .. } => {
            select_acts!("INDEXED BY audit_log_by_target", "a.target_type = ?3 AND a.target_id = ?4")
        }
        AuditFilter { target_type: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_kind", "a.target_type = ?3"),
        AuditFilter { action: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_action", "a.action = ?6"),
        AuditFilter { actor_id: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_actor", "a.actor_id = ?5"),
        _ => select_acts!("INDEXED BY audit_log_by_time", "1"),
    };
    let (start, id) = filter.start();
    db.rows(
        sql,
        (
            Stamp(start),
            filter.limit,
            &filter.target_type,
            filter.target_id,
            filter.actor_id,
            &filter.action,
            Stamp(filter.from.unwrap_or(DateTime::UNIX_EPOCH)),
            id,
        ),
        |row| Ok(AuditRow { target_name: row.get(9)?, target_name_en: row.get(10)?, ..read(row)? }),
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    Ok(AuditRow {
        id: row.get(0)?,
        actor_id: row.get(1)?,
        actor_name: row.get(2)?,
        action: row.get(3)?,
        target_type: row.get(4)?,
        target_id: row.get(5)?,
        before: row.get(6)?,
        after: row.get(7)?,
        created_at: row.get::<_, Stamp>(8)?.0,
        target_name: None,
        target_name_en: None,
    })
}
