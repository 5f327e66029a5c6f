//! Opaque cursors for lists that page by key. A cursor says which list it belongs to and where the last page ended; one
//! of another list, of another filter, or made up, is bad input. It is not secret, and nothing in it is trusted: a key
//! only says where to go on, and every page is filtered anew by who asks.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::runtime::hex;
use shop_contract::ShopError;

/// Rows on a page when the client does not say.
const DEFAULT_LIMIT: i64 = 20;
/// Rows on a page at most.
const MAX_LIMIT: i64 = 100;
/// A longer cursor is none of ours.
const MAX_CURSOR: usize = 512;

/// A list as a cursor knows it.
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
    /// The list called `name`, seen by `filter` (all that decides what is in it and in which order, but neither cursor nor
    /// limit).
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

    /// The parts of an export, of so many rows each: those who make it choose their size, not those who ask.
    pub(crate) fn of_parts(name: &str, filter: &impl Serialize, rows: usize) -> Self {
        Self { mark: mark(name, filter), limit: rows }
    }

    /// Rows to fetch: one more than the page shows, so that the last page is known to be the last.
    pub(crate) fn fetch(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(MAX_LIMIT) + 1
    }

    /// The key after which the page begins; `None` for the first page.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a cursor that this list did not give.
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

    /// Cuts what was fetched to the page, and gives the cursor of the next one where there is one.
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

/// Tells a list of that name, seen by that filter, from any other.
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
