//! Notes of admins on orders and users. A deleted note keeps its row.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::column::id_list;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// The table that a note's target is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteTarget {
    /// An order.
    Order,
    /// A user.
    User,
}

impl NoteTarget {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "ORDER",
            Self::User => "USER",
        }
    }
}

/// A row of `note`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// Id.
    pub id: i64,
    /// The text, which has been checked.
    pub body: String,
    /// The admin; `None` if it is not known.
    pub actor_id: Option<i64>,
    /// Name of the admin; `None` if there is no such user.
    pub actor_name: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Inserts a note and returns its id.
pub fn insert(
    tx: &Tx<'_>,
    (target, target_id): (NoteTarget, i64),
    body: &str,
    actor_id: i64,
    now: DateTime<Utc>,
) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO note (target_type, target_id, body, actor_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        (target.as_str(), target_id, body, actor_id, Stamp(now)),
    )
}

/// Marks a note as deleted and returns its target and its text; `None` if there is no such note.
pub fn delete(tx: &Tx<'_>, id: i64, now: DateTime<Utc>) -> StoreResult<Option<((NoteTarget, i64), String)>> {
    tx.row(
        "UPDATE note SET state = 'DELETED', updated_at = ?2 WHERE id = ?1 AND state = 'NORMAL'
         RETURNING target_type = 'ORDER', target_id, body",
        (id, Stamp(now)),
        |row| {
            let target = if row.get(0)? { NoteTarget::Order } else { NoteTarget::User };
            Ok(((target, row.get(1)?), row.get(2)?))
        },
    )
}

/// The notes on a target, latest first.
pub fn list(db: &Db, (target, target_id): (NoteTarget, i64), limit: i64) -> StoreResult<Vec<NoteRow>> {
    db.rows(
        "SELECT n.id, n.body, n.actor_id, u.name, n.created_at
         FROM note n INDEXED BY note_by_target LEFT JOIN user u ON u.id = n.actor_id
         WHERE n.target_type = ?1 AND n.target_id = ?2 AND n.state = 'NORMAL' ORDER BY n.id DESC LIMIT ?3",
        (target.as_str(), target_id, limit),
        |row| {
            Ok(NoteRow {
                id: row.get(0)?,
                body: row.get(1)?,
                actor_id: row.get(2)?,
                actor_name: row.get(3)?,
                created_at: row.get::<_, Stamp>(4)?.0,
            })
        },
    )
}

/// The number of notes on each of these orders that has any.
pub fn counts_of_orders(db: &Db, order_ids: &[i64]) -> StoreResult<HashMap<i64, i64>> {
    let counts = db.rows(
        "SELECT target_id, count(*) FROM note INDEXED BY note_by_target
         WHERE target_type = 'ORDER' AND target_id IN (SELECT value FROM json_each(?1)) AND state = 'NORMAL'
         GROUP BY target_id",
        [id_list(order_ids)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.into_iter().collect())
}
