//! The table's columns, and where each stands in a table that comes in.

use std::collections::HashMap;

use csv::StringRecord;

use crate::spreadsheet::{MARK, unguarded};

/// The columns in the order of the export.
pub(super) const COLUMNS: [&str; 15] = [
    "id",
    "name",
    "nameEn",
    "description",
    "descriptionEn",
    "category",
    "price",
    "limitedQuantity",
    "state",
    "saleRate",
    "saleBeginsAt",
    "saleEndsAt",
    "stock",
    "options",
    "updatedAt",
];

/// Which column stands where.
pub(super) struct Sheet {
    places: HashMap<&'static str, usize>,
}

impl Sheet {
    /// Reads the line of names.
    ///
    /// # Errors
    /// The name that is no column or stands there twice.
    pub(super) fn read(names: &StringRecord) -> Result<Self, String> {
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            let name = name.trim().trim_start_matches(MARK);
            let column = COLUMNS.into_iter().find(|column| *column == name).ok_or_else(|| name.to_owned())?;
            if places.insert(column, place).is_some() {
                return Err(name.to_owned());
            }
        }
        Ok(Self { places })
    }

    /// A cell without the space around it, as it was before it was guarded; `None` where the table has no such column.
    pub(super) fn cell<'a>(&self, line: &'a StringRecord, column: &str) -> Option<&'a str> {
        let cell = line.get(*self.places.get(column)?)?;
        Some(unguarded(cell.trim_matches([' ', '\t'])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_column_is_told() {
        let read = |names: &[&str]| Sheet::read(&StringRecord::from(names.to_vec())).err();
        assert_eq!(read(&["\u{FEFF}price", " name "]), None, "any order, with the mark and space around");
        assert_eq!(read(&["name", "colour"]).as_deref(), Some("colour"), "nothing is ignored in silence");
        assert_eq!(read(&["name", "name"]).as_deref(), Some("name"), "nor taken twice");
    }
}
