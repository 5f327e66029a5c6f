//! Opaque cursors for lists with keyset pagination. A cursor contains its list and the key at which the last page
//! ended; a cursor of another list or filter, or an invalid one, is refused. It is not secret and not trusted: a key
//! only sets the position, and every page is filtered again for its caller.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shop_domain::limits::MAX_SAFE_INTEGER;

use crate::runtime::hex;
use shop_contract::ShopError;

/// Default number of rows on a page.
const DEFAULT_LIMIT: i64 = 20;
/// Maximum number of rows on a page.
const MAX_LIMIT: i64 = 100;
/// Maximum length of a cursor.
const MAX_CURSOR: usize = 512;

/// Maximum number of ids in one request.
const MAX_IDS: usize = 100;

/// Parses ids between commas, without duplicates, in the given order.
///
/// # Errors
/// `INVALID_INPUT` naming `ids`.
pub(crate) fn parse_ids(text: &str) -> Result<Vec<i64>, ShopError> {
    let bad = || ShopError::invalid("ids", "1 to 100 ids between commas");
    let mut ids = Vec::new();
    for part in text.split(',') {
        let id = part.trim().parse::<i64>().ok().filter(|id| (1..=MAX_SAFE_INTEGER).contains(id)).ok_or_else(bad)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
        if ids.len() > MAX_IDS {
            return Err(bad());
        }
    }
    Ok(ids)
}

/// The identity of a list for its cursors.
pub(crate) struct Listing {
    mark: String,
    limit: usize,
}

#[derive(Serialize, Deserialize)]
struct Cursor<K> {
    list: String,
    key: K,
}

impl Listing {
    /// The list `name` with `filter` (everything that decides its content and order, except cursor and limit).
    ///
    /// # Errors
    /// `INVALID_INPUT` for a limit that is not 1 to 100.
    pub(crate) fn new(name: &str, filter: &impl Serialize, limit: Option<i64>) -> Result<Self, ShopError> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            return Err(ShopError::invalid("limit", "1 to 100"));
        }
        Ok(Self { mark: mark(name, filter), limit: usize::try_from(limit).unwrap_or_default() })
    }

    /// The parts of an export with a fixed number of rows, which the client cannot choose.
    pub(crate) fn of_parts(name: &str, filter: &impl Serialize, rows: usize) -> Self {
        Self { mark: mark(name, filter), limit: rows }
    }

    /// Rows to fetch: one more than the page shows, to detect the last page.
    pub(crate) fn fetch(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(MAX_LIMIT) + 1
    }

    /// The key after which the page begins; `None` for the first page.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a cursor of another list.
    pub(crate) fn after<K: DeserializeOwned>(&self, cursor: Option<&str>) -> Result<Option<K>, ShopError> {
        let Some(cursor) = cursor else { return Ok(None) };
        let key = self.key_in(cursor).ok_or_else(|| ShopError::invalid("cursor", "not a cursor of this list"))?;
        Ok(Some(key))
    }

    fn key_in<K: DeserializeOwned>(&self, cursor: &str) -> Option<K> {
        if cursor.len() > MAX_CURSOR {
            return None;
        }
        let json = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let cursor: Cursor<K> = serde_json::from_slice(&json).ok()?;
        (cursor.list == self.mark).then_some(cursor.key)
    }

    /// Cuts the fetched rows to the page, and returns the cursor of the next page if there is one.
    pub(crate) fn page<T, K: Serialize>(
        &self,
        mut rows: Vec<T>,
        key: impl FnOnce(&T) -> K,
    ) -> (Vec<T>, Option<String>) {
        if rows.len() <= self.limit {
            return (rows, None);
        }
        rows.truncate(self.limit);
        let next = rows.last().map(|last| self.cursor(key(last)));
        (rows, next)
    }

    fn cursor<K: Serialize>(&self, key: K) -> String {
        let cursor = Cursor { list: self.mark.clone(), key };
        URL_SAFE_NO_PAD.encode(serde_json::to_string(&cursor).unwrap_or_default())
    }
}

/// Identifies a list by name and filter.
fn mark(name: &str, filter: &impl Serialize) -> String {
    let filter = serde_json::to_string(filter).unwrap_or_default();
    hex(&Sha256::digest(format!("{name}\n{filter}"))[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(name: &str, filter: &str, limit: i64) -> Listing {
        Listing::new(name, &filter, Some(limit)).expect("the limit is good")
    }

    #[test]
    fn a_cursor_leads_to_the_row_after_the_last() {
        let list = listing("orders", "NORMAL", 2);
        let (rows, next) = list.page(vec![9, 8, 7], |row| *row);
        assert_eq!(rows, [9, 8], "the row too many is not shown");
        assert_eq!(list.after::<i64>(next.as_deref()), Ok(Some(8)), "the next page begins after the last one shown");
        assert_eq!(list.page(vec![7, 6], |row| *row).1, None, "the last page has no cursor");
    }

    #[test]
    fn a_cursor_of_another_list_or_none_at_all_is_bad_input() {
        let (_, next) = listing("orders", "NORMAL", 1).page(vec![9, 8], |row| *row);
        let next = next.expect("there is another page");
        let long = "A".repeat(MAX_CURSOR + 1);
        for (list, cursor) in [
            (listing("orders", "CANCELLED", 1), next.as_str()),
            (listing("coupons", "NORMAL", 1), next.as_str()),
            (listing("orders", "NORMAL", 1), ""),
            (listing("orders", "NORMAL", 1), "-1"),
            (listing("orders", "NORMAL", 1), "e30"),
            (listing("orders", "NORMAL", 1), &long),
        ] {
            assert!(list.after::<i64>(Some(cursor)).is_err(), "{cursor:?} is refused");
        }
    }

    #[test]
    fn a_page_has_one_to_a_hundred_rows() {
        for (limit, fits) in [(i64::MIN, false), (0, false), (1, true), (100, true), (101, false), (i64::MAX, false)] {
            assert_eq!(Listing::new("orders", &"", Some(limit)).is_ok(), fits, "{limit}");
        }
        assert_eq!(Listing::new("orders", &"", None).map(|list| list.fetch()), Ok(21), "20 rows and one to look ahead");
    }
}
