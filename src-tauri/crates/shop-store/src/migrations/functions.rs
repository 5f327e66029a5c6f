//! SQL functions that the migrations call. No index and no trigger uses them, so that a file can be read without them.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use shop_domain::text::normalize;
use shop_domain::user::Phone;

use crate::error::StoreError;

/// Registers `normal_text(text)` and `normal_phone(text)` on the connection.
pub(super) fn register(conn: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("normal_text", 1, flags, |ctx| of_text(ctx, normal_text))?;
    conn.create_scalar_function("normal_phone", 1, flags, |ctx| of_text(ctx, normal_phone))?;
    Ok(())
}

/// NULL for NULL.
fn of_text(ctx: &Context<'_>, normal: fn(&str) -> String) -> rusqlite::Result<Option<String>> {
    Ok(ctx.get::<Option<String>>(0)?.as_deref().map(normal))
}

/// Keeps a text that would become empty, because a CHECK forbids the empty text.
fn normal_text(text: &str) -> String {
    let normal = normalize(text);
    if normal.is_empty() { text.to_owned() } else { normal.into_owned() }
}

/// Keeps a text that is not a telephone number.
fn normal_phone(text: &str) -> String {
    Phone::parse(text).map_or_else(|_| text.to_owned(), |phone| phone.as_str().to_owned())
}
