//! Errors of an imported table: a code with its bounds, which clients translate to text.

use std::ops::RangeInclusive;

use shop_domain::limits::{CATEGORY, DESCRIPTION, GOODS_CODE, MAX_QUANTITY, MAX_STOCK, MAX_WON, NAME, SALE_RATE};

use crate::catalog::codes::TWICE;
use shop_contract::{CsvFault, CsvReason, ErrorDetails, FieldFault, InvalidInput, ShopError};

/// An error without its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bad {
    column: Option<String>,
    reason: CsvReason,
    least: Option<i64>,
    most: Option<i64>,
}

impl Bad {
    /// An error of one column.
    pub(super) fn of(column: &str, reason: CsvReason) -> Self {
        Self { column: Some(column.to_owned()), reason, least: None, most: None }
    }

    /// An error of the whole line or table.
    pub(super) fn whole(reason: CsvReason) -> Self {
        Self { column: None, reason, least: None, most: None }
    }

    pub(super) fn most(self, most: usize) -> Self {
        Self { most: i64::try_from(most).ok(), ..self }
    }

    pub(super) fn within(self, (least, most): (i64, i64)) -> Self {
        Self { least: Some(least), most: Some(most), ..self }
    }

    pub(super) fn at(self, line: i64) -> CsvFault {
        let Self { column, reason, least, most } = self;
        CsvFault { line, column, reason, least, most }
    }

    /// Converts to the refusal of a table that cannot be read.
    pub(super) fn of_table(self, line: i64) -> ShopError {
        refusal(&[self.at(line)], 1)
    }
}

/// The refusal of a table with these errors, the first of `fault_count`.
pub(super) fn refusal(faults: &[CsvFault], fault_count: i64) -> ShopError {
    of_file(InvalidInput { faults: faults.to_vec(), fault_count: Some(fault_count), ..InvalidInput::default() })
}

/// The refusal of a whole file.
pub(super) fn of_file(table: InvalidInput) -> ShopError {
    let field = FieldFault { field: "csv".to_owned(), reason: "some lines are not right".to_owned() };
    ErrorDetails::InvalidInput(InvalidInput { fields: vec![field], ..table }).into()
}

/// Product field rules return text errors; this converts them to the code of the column.
impl From<ShopError> for Bad {
    fn from(refusal: ShopError) -> Self {
        let field = refusal.first_field().unwrap_or_default();
        let text =
            |length: RangeInclusive<usize>| (CsvReason::NotAText, (*length.start() as i64, *length.end() as i64));
        let (reason, bounds) = match field {
            "category" => text(CATEGORY),
            "description" | "descriptionEn" => text(DESCRIPTION),
            "options.sku" | "options.barcode" if refusal == ShopError::invalid(field, TWICE) => {
                return Self::of(field, CsvReason::CodeTaken);
            }
            "sku" | "barcode" | "options.sku" | "options.barcode" => text(GOODS_CODE),
            "price" | "options.price" => (CsvReason::OutOfRange, (0, MAX_WON)),
            "stock" | "options.stock" => (CsvReason::OutOfRange, (0, MAX_STOCK)),
            "limitedQuantity" => (CsvReason::OutOfRange, (1, MAX_QUANTITY)),
            "sale" => (CsvReason::BadSale, (*SALE_RATE.start(), *SALE_RATE.end())),
            _ => text(NAME),
        };
        let column = if field == "sale" { "saleRate" } else { field };
        Self::of(column, reason).within(bounds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_field_refuses_is_told_with_its_bounds() {
        for (field, reason, least, most) in [
            ("name", CsvReason::NotAText, 1, 100),
            ("category", CsvReason::NotAText, 1, 50),
            ("descriptionEn", CsvReason::NotAText, 0, 5_000),
            ("options.price", CsvReason::OutOfRange, 0, MAX_WON),
            ("limitedQuantity", CsvReason::OutOfRange, 1, MAX_QUANTITY),
        ] {
            let fault = Bad::from(ShopError::invalid(field, "no")).at(7);
            assert_eq!((fault.line, fault.column.as_deref(), fault.reason), (7, Some(field), reason), "{field}");
            assert_eq!((fault.least, fault.most), (Some(least), Some(most)), "{field}: its bounds");
        }
        let sale = Bad::from(ShopError::invalid("sale", "no")).at(2);
        assert_eq!(
            (sale.column.as_deref(), sale.most),
            (Some("saleRate"), Some(90)),
            "a sale begins at its first column"
        );
    }
}
