//! Users: customers and admins.

pub mod admin;
pub mod guest;
pub mod leave;
pub mod reset;
pub mod search;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use shop_domain::user::{AdminRole, UserState, UserType};

use crate::column;
use crate::db::{Db, StoreResult, Tx};
use crate::time::Stamp;

/// A new user; all texts have been checked.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// E-mail address in normal form.
    pub email: String,
    /// Output of the password hasher.
    pub password_hash: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
}

/// A row of `user`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// Id.
    pub id: i64,
    /// E-mail.
    pub email: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// The role of an admin; `None` for a customer.
    pub role: Option<AdminRole>,
    /// Whether the user may sign in.
    pub state: UserState,
    /// Points that can be spent, in won.
    pub available_point: i64,
    /// Points spent so far, in won.
    pub used_point: i64,
    /// When the account was created.
    pub created_at: DateTime<Utc>,
}

/// Inserts a user and returns the id.
///
/// # Errors
/// A constraint where the e-mail is taken.
pub fn create(tx: &Tx<'_>, user: &NewUser, now: DateTime<Utc>) -> StoreResult<i64> {
    tx.insert(
        "INSERT INTO user (email, password_hash, name, phone, type, role, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (
            &user.email,
            &user.password_hash,
            &user.name,
            &user.phone,
            kind_of(user.role).as_str(),
            user.role.map(AdminRole::as_str),
            Stamp(now),
        ),
    )
}

macro_rules! user_columns {
    () => {
        "id, email, name, phone, type, role, state, available_point, used_point, created_at"
    };
}
pub(crate) use user_columns;

macro_rules! select_users {
    ($filter:literal) => {
        concat!("SELECT ", user_columns!(), " FROM user ", $filter)
    };
}

/// A user by id.
pub fn find(db: &Db, id: i64) -> StoreResult<Option<UserRow>> {
    db.row(select_users!("WHERE id = ?1"), [id], read)
}

/// The first users of a type, by id.
pub fn first(db: &Db, kind: UserType, limit: i64) -> StoreResult<Vec<UserRow>> {
    db.rows(select_users!("WHERE type = ?1 AND state = 'NORMAL' ORDER BY id LIMIT ?2"), (kind.as_str(), limit), read)
}

/// Users of a type that may sign in, by id, beginning after `after`.
pub fn next(db: &Db, kind: UserType, after: i64, limit: i64) -> StoreResult<Vec<UserRow>> {
    db.rows(
        select_users!("WHERE id > ?2 AND type = ?1 AND state = 'NORMAL' ORDER BY id LIMIT ?3"),
        (kind.as_str(), after, limit),
        read,
    )
}

/// The user with this e-mail address.
pub fn find_by_email(db: &Db, email: &str) -> StoreResult<Option<UserRow>> {
    db.row(select_users!("WHERE email = ?1"), [email], read)
}

/// Id, state and password hash of the user with this e-mail address.
pub fn credentials(db: &Db, email: &str) -> StoreResult<Option<(i64, UserState, String)>> {
    db.row("SELECT id, state, password_hash FROM user WHERE email = ?1", [email], |row| {
        Ok((row.get(0)?, column::code(row, 1, UserState::parse)?, row.get(2)?))
    })
}

/// The password hash of a user.
pub fn password_hash(db: &Db, id: i64) -> StoreResult<Option<String>> {
    db.row("SELECT password_hash FROM user WHERE id = ?1 AND state = 'NORMAL'", [id], |row| row.get(0))
}

/// Replaces the password hash `old`, and makes a code for a new password invalid; `false` if the hash is another one by now.
pub fn change_password(tx: &Tx<'_>, id: i64, old: &str, new: &str, now: DateTime<Utc>) -> StoreResult<bool> {
    let changed = tx.change(
        "UPDATE user SET password_hash = ?3, reset_hash = NULL, reset_until = NULL, updated_at = ?4
         WHERE id = ?1 AND password_hash = ?2",
        (id, old, new, Stamp(now)),
    )?;
    Ok(changed == 1)
}

/// Updates name and phone.
///
/// # Errors
/// [`crate::StoreError::NotOneRow`] where there is no such user.
pub fn update_profile(tx: &Tx<'_>, id: i64, name: &str, phone: Option<&str>, now: DateTime<Utc>) -> StoreResult<()> {
    tx.change_one(
        "UPDATE user SET name = ?2, phone = ?3, updated_at = ?4 WHERE id = ?1",
        (id, name, phone, Stamp(now)),
    )?;
    search::reindex(tx, id)
}

/// The type of a user with this role.
fn kind_of(role: Option<AdminRole>) -> UserType {
    if role.is_some() { UserType::Admin } else { UserType::Customer }
}

pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<UserRow> {
    let Stamp(created_at) = row.get(9)?;
    Ok(UserRow {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        phone: row.get(3)?,
        role: column::role(row, 4)?,
        state: column::code(row, 6, UserState::parse)?,
        available_point: row.get(7)?,
        used_point: row.get(8)?,
        created_at,
    })
}
