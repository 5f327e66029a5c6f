//! Chooses the mapping of a file. The first match wins: the request, the shop's own names, the admin's last choice for such
//! a file, the preset of the exporting shop.

use serde::{Deserialize, Serialize};

use super::headers::Headers;
use super::mapping::Mapping;
use super::preset::Preset;
use crate::spreadsheet::Record;
use shop_contract::{CsvColumn, CsvSource, ShopError};

/// Number of remembered choices, the latest first.
const REMEMBERED: usize = 10;
/// Maximum size in bytes of the names of one remembered file. Real exports are far smaller.
const MOST_SIGNATURE: usize = 32 * 1024;

/// The columns chosen for files with these names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Remembered {
    signature: Vec<String>,
    columns: Vec<CsvColumn>,
}

/// Adds a choice to the remembered ones; `None` if nothing changes.
pub(super) fn remember(kept: &[Remembered], headers: &Headers, columns: &[CsvColumn]) -> Option<Vec<Remembered>> {
    let new = Remembered { signature: headers.signature(), columns: columns.to_vec() };
    let is_too_long = new.signature.iter().map(String::len).sum::<usize>() > MOST_SIGNATURE;
    if is_too_long || kept.first() == Some(&new) {
        return None;
    }
    let others = kept.iter().filter(|other| other.signature != new.signature).cloned();
    Some(std::iter::once(new.clone()).chain(others).take(REMEMBERED).collect())
}

/// Chooses the mapping. `records` are only used to find the columns that are not empty.
///
/// # Errors
/// `INVALID_INPUT`: for `columns` that do not fit the file; for unknown column names, all of them at once.
pub(super) fn choose(
    headers: &Headers,
    records: &[Record<'_>],
    columns: Option<&[CsvColumn]>,
    kept: &[Remembered],
) -> Result<Mapping, ShopError> {
    let preset = Preset::of(headers);
    let source = preset.map_or(CsvSource::Other, |preset| preset.source);
    if let Some(columns) = columns {
        return Mapping::chosen(source, headers, columns);
    }
    let own = Mapping::own(headers);
    if own.unknown(headers).is_empty() && headers.repeated().is_empty() {
        return Ok(own);
    }
    let signature = headers.signature();
    if let Some(kept) = kept.iter().find(|kept| kept.signature == signature) {
        let mut mapping = Mapping::chosen(source, headers, &kept.columns)?;
        mapping.is_remembered = true;
        return Ok(mapping);
    }
    match preset {
        Some(preset) => Ok(Mapping::by_names(source, preset.columns, headers, records)),
        None => Err(own.refusal(headers)),
    }
}
