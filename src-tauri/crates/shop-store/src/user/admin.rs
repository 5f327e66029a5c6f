//! Users for admins. Scanning fifty thousand rows takes about ten milliseconds, so a search for a part of a name needs
//! no index.

use chrono::{DateTime, Utc};
use rusqlite::{Params, Row};
use shop_domain::user::{AdminRole, UserState, UserType};

use super::{UserRow, read, user_columns};
use crate::column::{id_list, like, optional_instant};
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// Filter of the list. Customers that have left are in it; removed guests of a sale room are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdminFilter {
    /// A part of name, e-mail or phone.
    pub words: Option<String>,
    /// A pattern of `GLOB` for the name, if that text has initial consonants.
    pub name_pattern: Option<String>,
    /// The digits of that text, if it can be a part of a telephone number.
    pub phone: Option<String>,
    /// Only this type.
    pub kind: Option<UserType>,
    /// Only this state.
    pub state: Option<UserState>,
    /// Only ids below this one.
    pub before_id: i64,
    /// Most rows.
    pub limit: i64,
}

macro_rules! select_users {
    ($rest:literal) => {
        concat!(
            "SELECT id, email, name, phone, type, role, state, available_point, used_point, created_at,
                    (SELECT count(*) FROM \"order\" o WHERE o.user_id = user.id), guest_of IS NOT NULL
             FROM user WHERE ",
            $rest
        )
    };
}

/// A user as an admin sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminUserRow {
    /// The user.
    pub user: UserRow,
    /// Orders placed.
    pub order_count: i64,
    /// Whether it is a guest of a sale room.
    pub is_guest: bool,
}

/// The condition of [`AdminFilter`].
macro_rules! wanted_users {
    () => {
        "id < ?1 AND (state <> 'DELETED' OR guest_of IS NULL) AND (?3 IS NULL OR type = ?3) AND (?4 IS NULL OR state = ?4)
           AND (?5 IS NULL OR name LIKE ?5 ESCAPE '\\' OR email LIKE ?5 ESCAPE '\\' OR phone LIKE ?5 ESCAPE '\\'
                OR ?6 IS NOT NULL AND replace(replace(replace(replace(replace(replace(phone,
                   '+82', '0'), '-', ''), ' ', ''), '.', ''), '(', ''), ')', '') LIKE ?6 OR name GLOB ?7)
         ORDER BY id DESC LIMIT ?2"
    };
}

/// The ids of a page of users that are no guests of a sale room and have not left, latest first.
pub fn ids_for_admin(db: &Db, filter: &AdminFilter) -> StoreResult<Vec<i64>> {
    db.rows(
        concat!("SELECT id FROM user WHERE guest_of IS NULL AND state <> 'DELETED' AND ", wanted_users!()),
        params(filter),
        |row| row.get(0),
    )
}

/// Those of the ids that belong to customers that may sign in.
pub fn customers_of(db: &Db, ids: &[i64]) -> StoreResult<Vec<i64>> {
    db.rows(
        "SELECT id FROM user WHERE id IN (SELECT value FROM json_each(?1)) AND type = 'CUSTOMER' AND state = 'NORMAL'
         ORDER BY id",
        [id_list(ids)],
        |row| row.get(0),
    )
}

fn params(filter: &AdminFilter) -> impl Params {
    (
        filter.before_id,
        filter.limit,
        filter.kind.map(UserType::as_str),
        filter.state.map(UserState::as_str),
        filter.words.as_deref().map(like),
        filter.phone.as_deref().map(like),
        filter.name_pattern.clone(),
    )
}

/// A page of users, latest first.
pub fn list_for_admin(db: &Db, filter: &AdminFilter) -> StoreResult<Vec<AdminUserRow>> {
    db.rows(concat!(select_users!(""), wanted_users!()), params(filter), counted)
}

/// One user, also a customer that has left.
pub fn find_for_admin(db: &Db, id: i64) -> StoreResult<Option<AdminUserRow>> {
    db.row(select_users!("id = ?1 AND (state <> 'DELETED' OR guest_of IS NULL)"), [id], counted)
}

/// Id, name and e-mail address of the users with these ids.
pub fn names(db: &Db, ids: &[i64]) -> StoreResult<Vec<(i64, String, String)>> {
    db.rows("SELECT id, name, email FROM user WHERE id IN (SELECT value FROM json_each(?1))", [id_list(ids)], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// Totals of one user.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Orders that are paid and not refunded.
    pub paid_orders: i64,
    /// Won paid for these orders, less what was refunded of them.
    pub paid_amount: i64,
    /// Refunded orders.
    pub refunded_orders: i64,
    /// Usable coupons.
    pub available_coupons: i64,
    /// Running sessions.
    pub sessions: i64,
    /// When the last order was placed.
    pub last_order_at: Option<DateTime<Utc>>,
}

/// Adds up the totals of a user; a session counts if it was used since `since`.
pub fn totals(db: &Db, id: i64, now: DateTime<Utc>, since: DateTime<Utc>) -> StoreResult<Totals> {
    let found = db.row(
        "SELECT coalesce(sum(state = 'CONFIRMED'), 0), coalesce(sum((state = 'CONFIRMED') * (total_amount - refunded_amount)), 0),
                coalesce(sum(state = 'REFUNDED'), 0), max(created_at),
                (SELECT count(*) FROM user_coupon
                 WHERE user_id = ?1 AND state = 'AVAILABLE' AND expires_at > ?2),
                (SELECT count(*) FROM session WHERE user_id = ?1 AND state = 'NORMAL' AND last_seen_at >= ?3)
         FROM \"order\" WHERE user_id = ?1",
        (id, Stamp(now), Stamp(since)),
        |row| {
            Ok(Totals {
                paid_orders: row.get(0)?,
                paid_amount: row.get(1)?,
                refunded_orders: row.get(2)?,
                last_order_at: optional_instant(row, 3)?,
                available_coupons: row.get(4)?,
                sessions: row.get(5)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Number of admins that may sign in.
pub fn admins(db: &Db) -> StoreResult<i64> {
    let count =
        db.row("SELECT count(*) FROM user WHERE role IS NOT NULL AND state = 'NORMAL'", [], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// All admins that were not deleted, in order of their accounts.
pub fn staff(db: &Db) -> StoreResult<Vec<UserRow>> {
    db.rows(
        concat!("SELECT ", user_columns!(), " FROM user WHERE role IS NOT NULL AND state <> 'DELETED' ORDER BY id"),
        [],
        read,
    )
}

/// Unblocks a user.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] if the user is not blocked.
pub fn unblock(tx: &Tx<'_>, id: i64, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user SET state = 'NORMAL', updated_at = ?2 WHERE id = ?1 AND state = 'INACTIVE'",
        (id, Stamp(now)),
    )
}

/// Blocks a user and ends all sessions of the user; `false`, and nothing is changed, for a user that is not `NORMAL` and for
/// the last owner that is.
pub fn block(tx: &Tx<'_>, id: i64, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE user SET state = 'INACTIVE', updated_at = ?2
         WHERE id = ?1 AND state = 'NORMAL'
           AND (role IS NOT 'OWNER'
                OR EXISTS (SELECT 1 FROM user o WHERE o.role = 'OWNER' AND o.state = 'NORMAL' AND o.id <> ?1))",
        (id, Stamp(now)),
    )?;
    if changed == 1 {
        crate::session::end_others(tx, id, 0, now)?;
    }
    Ok(changed == 1)
}

/// Gives an admin another role; `false`, and nothing is changed, for a user that does not have the role `from`, and for the
/// last owner that is `NORMAL`.
pub fn set_role(tx: &Tx<'_>, id: i64, from: AdminRole, to: AdminRole, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE user SET role = ?3, updated_at = ?4
         WHERE id = ?1 AND role = ?2
           AND (role <> 'OWNER' OR state <> 'NORMAL'
                OR EXISTS (SELECT 1 FROM user o WHERE o.role = 'OWNER' AND o.state = 'NORMAL' AND o.id <> ?1))",
        (id, from.as_str(), to.as_str(), Stamp(now)),
    )?;
    Ok(changed == 1)
}

fn counted(row: &Row<'_>) -> rusqlite::Result<AdminUserRow> {
    Ok(AdminUserRow { user: read(row)?, order_count: row.get(10)?, is_guest: row.get(11)? })
}
