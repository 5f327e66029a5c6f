//! Conversions between columns and domain values. The CHECKs keep bad values out, so a bad value means a damaged file:
//! it is reported and not read as something else.

use std::error::Error;

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Result, Row};
use serde::de::IgnoredAny;
use shop_domain::catalog::Sale;
use shop_domain::user::{AdminRole, UserType};
use shop_domain::{BusinessDay, OutOfRange, UnknownCode, Won};

use crate::time::Stamp;

/// A state or type from its code.
pub(crate) fn code<T>(
    row: &Row<'_>,
    index: usize,
    parse: impl FnOnce(&str) -> std::result::Result<T, UnknownCode>,
) -> Result<T> {
    parse(row.get_ref(index)?.as_str()?).map_err(|error| bad(index, Type::Text, error))
}

/// A state or type that may be NULL.
pub(crate) fn optional_code<T>(
    row: &Row<'_>,
    index: usize,
    parse: impl FnOnce(&str) -> std::result::Result<T, UnknownCode>,
) -> Result<Option<T>> {
    let Some(text) = row.get_ref(index)?.as_str_or_null()? else { return Ok(None) };
    parse(text).map(Some).map_err(|error| bad(index, Type::Text, error))
}

/// The role of a user from two adjacent columns, `type` and `role`: every admin has one, and no customer.
pub(crate) fn role(row: &Row<'_>, index: usize) -> Result<Option<AdminRole>> {
    let role = optional_code(row, index + 1, AdminRole::parse)?;
    match code(row, index, UserType::parse)? {
        UserType::Admin if role.is_none() => Err(bad(index + 1, Type::Null, UnknownCode("NULL".to_owned()))),
        UserType::Customer if role.is_some() => {
            Err(bad(index + 1, Type::Text, UnknownCode("a role of a customer".to_owned())))
        }
        UserType::Admin | UserType::Customer => Ok(role),
    }
}

/// An amount.
pub(crate) fn won(row: &Row<'_>, index: usize) -> Result<Won> {
    number(row, index, Won::new)
}

/// A number that the domain bounds.
pub(crate) fn number<T, E: Error + Send + Sync + 'static>(
    row: &Row<'_>,
    index: usize,
    parse: impl FnOnce(i64) -> std::result::Result<T, E>,
) -> Result<T> {
    parse(row.get(index)?).map_err(|error| bad(index, Type::Integer, error))
}

/// A sale from three adjacent columns: rate, beginning, end.
pub(crate) fn sale(row: &Row<'_>, index: usize) -> Result<Option<Sale>> {
    let Some(rate) = row.get(index)? else { return Ok(None) };
    let (Stamp(begins_at), Stamp(ends_at)) = (row.get(index + 1)?, row.get(index + 2)?);
    Sale::new(rate, begins_at, ends_at).map(Some).map_err(|error| bad(index, Type::Integer, error))
}

/// Ids from a JSON array; none if the column is NULL.
pub(crate) fn ids(row: &Row<'_>, index: usize) -> Result<Vec<i64>> {
    let text = row.get_ref(index)?.as_str_or_null()?.unwrap_or("[]");
    serde_json::from_str(text).map_err(|error| bad(index, Type::Text, error))
}

/// An instant that may be NULL.
pub(crate) fn optional_instant(row: &Row<'_>, index: usize) -> Result<Option<DateTime<Utc>>> {
    Ok(row.get::<_, Option<Stamp>>(index)?.map(|stamp| stamp.0))
}

/// A business day.
pub(crate) fn day(row: &Row<'_>, index: usize) -> Result<BusinessDay> {
    BusinessDay::parse(row.get_ref(index)?.as_str()?).map_err(|error| bad(index, Type::Text, error))
}

/// A count or a sum: never below 0.
pub(crate) fn count(row: &Row<'_>, index: usize) -> Result<i64> {
    number(row, index, |number| if number < 0 { Err(OutOfRange) } else { Ok(number) })
}

/// Checks JSON of any shape that may be NULL.
pub(crate) fn json(row: &Row<'_>, index: usize) -> Result<()> {
    let Some(text) = row.get_ref(index)?.as_str_or_null()? else { return Ok(()) };
    serde_json::from_str::<IgnoredAny>(text).map(drop).map_err(|error| bad(index, Type::Text, error))
}

/// A JSON array of texts; an empty one for NULL.
pub(crate) fn text_list(row: &Row<'_>, index: usize) -> Result<Vec<String>> {
    let Some(text) = row.get_ref(index)?.as_str_or_null()? else { return Ok(Vec::new()) };
    serde_json::from_str(text).map_err(|error| bad(index, Type::Text, error))
}

/// Texts as a JSON array.
pub(crate) fn text_list_value(texts: &[String]) -> String {
    serde_json::Value::from(texts).to_string()
}

/// Ids as a JSON array for `json_each`.
pub(crate) fn id_list(ids: &[i64]) -> String {
    serde_json::Value::from(ids).to_string()
}

/// A pattern for `LIKE` with a backslash as its escape: it matches the text anywhere and literally.
pub(crate) fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for letter in words.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

pub(crate) fn bad(index: usize, kind: Type, error: impl Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, kind, Box::new(error))
}
