//! SQL functions that steps of the history call, for what SQL cannot do by itself. They stand in no index and no trigger,
//! so that a file never needs them to be read.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use shop_domain::text::normalize;
use shop_domain::user::Phone;

use crate::error::StoreError;

/// Gives the connection `normal_text(text)` and `normal_phone(text)`.
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

/// A text of which nothing is left stays as it is: what is empty would break a CHECK.
fn normal_text(text: &str) -> String {
    let normal = normalize(text);
    if normal.is_empty() { text.to_owned() } else { normal.into_owned() }
}

/// What is no number stays as it is.
fn normal_phone(text: &str) -> String {
    Phone::parse(text).map_or_else(|_| text.to_owned(), |phone| phone.as_str().to_owned())
}
