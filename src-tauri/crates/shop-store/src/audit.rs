//! What admins have done: who, what, to which thing, and how it was before and after. Rows are only ever added, in the
//! transaction of the act itself.

use chrono::{DateTime, Utc};
use rusqlite::Row;

use crate::db::{Db, Stored, Tx};
use crate::time::Stamp;

/// An act as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act<'a> {
    /// The admin; `None` where these books do not know who did it.
    pub actor_id: Option<i64>,
    /// The operation's name.
    pub action: &'a str,
    /// The kind of thing that it was done to.
    pub target_type: &'a str,
    /// The thing; 0 where there is but one of its kind.
    pub target_id: i64,
    /// How it was, as JSON; `None` for what is new.
    pub before: Option<String>,
    /// How it is now, as JSON.
    pub after: Option<String>,
}

/// An act as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// Id.
    pub id: i64,
    /// The admin; `None` where these books do not know who did it.
    pub actor_id: Option<i64>,
    /// The admin's name; `None` where there is no such person.
    pub actor_name: Option<String>,
    /// The operation's name.
    pub action: String,
    /// The kind of thing.
    pub target_type: String,
    /// The thing.
    pub target_id: i64,
    /// How it was.
    pub before: Option<String>,
    /// How it became.
    pub after: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Which acts are wanted. At most one way in is used: the thing, else the admin, else the action, else all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActFilter {
    /// Only by this admin.
    pub actor_id: Option<i64>,
    /// Only this operation.
    pub action: Option<String>,
    /// Only to things of this kind.
    pub target_type: Option<String>,
    /// Only to this thing of the kind.
    pub target_id: Option<i64>,
    /// At or after.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub to: Option<DateTime<Utc>>,
    /// Only those before this one, by its instant and id.
    pub after: Option<(DateTime<Utc>, i64)>,
    /// So many at most.
    pub limit: i64,
}

impl ActFilter {
    /// Where the page begins: acts before this instant, and those at it whose ids are lower.
    fn start(&self) -> (DateTime<Utc>, i64) {
        let latest = DateTime::from_timestamp_millis(LATEST_MILLIS).expect("BUG: it is an instant");
        // All ids are above 0: what is at the end of the period is not in it.
        let end = self.to.map(|to| (to, 0));
        [end, self.after].into_iter().flatten().fold((latest, i64::MAX), Ord::min)
    }
}

/// The end of the year 9999; later instants are no longer in order as texts.
const LATEST_MILLIS: i64 = 253_402_300_799_999;

/// Writes an act down.
pub fn put(tx: &Tx<'_>, act: &Act<'_>, now: DateTime<Utc>) -> Stored<()> {
    tx.insert(
        "INSERT INTO audit_log (actor_id, action, target_type, target_id, before, after, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (act.actor_id, act.action, act.target_type, act.target_id, &act.before, &act.after, Stamp(now)),
    )?;
    Ok(())
}

/// The rest of a list's statement: what every way in has to obey. Parameters: 1 and 8 the instant and id at which the page
/// begins, 2 rows wanted, 3 kind and 4 id of the thing, 5 the admin, 6 the action, 7 where the period begins.
macro_rules! select_acts {
    ($index:literal, $way_in:literal) => {
        concat!(
            "SELECT a.id, a.actor_id, u.name, a.action, a.target_type, a.target_id, a.before, a.after, a.created_at
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

/// A page of acts, latest first.
pub fn list(db: &Db, filter: &ActFilter) -> Stored<Vec<ActRow>> {
    let sql = match filter {
        ActFilter { target_type: Some(_), target_id: Some(_), .. } => {
            select_acts!("INDEXED BY audit_log_by_target", "a.target_type = ?3 AND a.target_id = ?4")
        }
        ActFilter { target_type: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_kind", "a.target_type = ?3"),
        ActFilter { action: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_action", "a.action = ?6"),
        ActFilter { actor_id: Some(_), .. } => select_acts!("INDEXED BY audit_log_by_actor", "a.actor_id = ?5"),
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
        read,
    )
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<ActRow> {
    Ok(ActRow {
        id: row.get(0)?,
        actor_id: row.get(1)?,
        actor_name: row.get(2)?,
        action: row.get(3)?,
        target_type: row.get(4)?,
        target_id: row.get(5)?,
        before: row.get(6)?,
        after: row.get(7)?,
        created_at: row.get::<_, Stamp>(8)?.0,
    })
}
