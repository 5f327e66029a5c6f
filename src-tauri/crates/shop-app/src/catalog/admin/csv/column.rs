//! The columns of a product table, and a row sorted by them, for every source of the file.

use std::borrow::Cow;

use shop_domain::Won;
use shop_domain::catalog::{CodeKind, Codes, OptionState};

use crate::catalog::new_product::NewOption;
use crate::spreadsheet::unguarded;

/// A column. All but `option` are in the order of the export for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Name,
    NameEn,
    Description,
    DescriptionEn,
    Category,
    /// The name of the option whose row it is.
    OptionName,
    Sku,
    Barcode,
    Price,
    LimitedQuantity,
    State,
    SaleRate,
    SaleBeginsAt,
    SaleEndsAt,
    Stock,
    Options,
    UpdatedAt,
    /// The value of `stock` at the time of the export, to tell an edit from a later sale.
    ExportedStock,
}

impl Column {
    pub(super) const ALL: [Self; 19] = [
        Self::Id,
        Self::Name,
        Self::NameEn,
        Self::Description,
        Self::DescriptionEn,
        Self::Category,
        Self::OptionName,
        Self::Sku,
        Self::Barcode,
        Self::Price,
        Self::LimitedQuantity,
        Self::State,
        Self::SaleRate,
        Self::SaleBeginsAt,
        Self::SaleEndsAt,
        Self::Stock,
        Self::Options,
        Self::UpdatedAt,
        Self::ExportedStock,
    ];

    /// The column's name in the table.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::NameEn => "nameEn",
            Self::Description => "description",
            Self::DescriptionEn => "descriptionEn",
            Self::Category => "category",
            Self::OptionName => "option",
            Self::Price => "price",
            Self::LimitedQuantity => "limitedQuantity",
            Self::State => "state",
            Self::SaleRate => "saleRate",
            Self::SaleBeginsAt => "saleBeginsAt",
            Self::SaleEndsAt => "saleEndsAt",
            Self::Stock => "stock",
            Self::Options => "options",
            Self::UpdatedAt => "updatedAt",
            Self::ExportedStock => "exportedStock",
            Self::Sku => "sku",
            Self::Barcode => "barcode",
        }
    }

    /// The column of a code.
    pub(super) const fn of_code(kind: CodeKind) -> Self {
        match kind {
            CodeKind::Sku => Self::Sku,
            CodeKind::Barcode => Self::Barcode,
        }
    }

    /// Whether the column identifies a product of this shop. Only an export of this shop can have it.
    pub(super) const fn is_of_this_shop(self) -> bool {
        matches!(self, Self::Id | Self::UpdatedAt | Self::ExportedStock)
    }
}

/// The filled cells of a row that is written.
pub(super) type Cells = Vec<(Column, String)>;

/// An option that has a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OptionLine {
    pub(super) line: i64,
    pub(super) name: String,
    pub(super) name_en: Option<String>,
    pub(super) price: Option<Won>,
    pub(super) stock: Option<i64>,
    /// Units at the time of the export.
    pub(super) exported: Option<i64>,
    pub(super) state: Option<OptionState>,
    /// The codes that the row states.
    pub(super) codes: Codes,
}

/// A row sorted by the shop's columns.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) line: i64,
    /// The options, if a preset has collected them from separate lines.
    pub(super) options: Vec<NewOption>,
    /// The options that have rows of their own after this one.
    pub(super) option_rows: Vec<OptionLine>,
    /// Whether one of them cannot be read: the row is checked all the same, and changes nothing.
    pub(super) has_bad_option: bool,
    is_guarded: bool,
    cells: [Option<Cow<'a, str>>; Column::ALL.len()],
}

impl<'a> Row<'a> {
    pub(super) fn new(line: i64, is_guarded: bool) -> Self {
        Self {
            line,
            options: Vec::new(),
            option_rows: Vec::new(),
            has_bad_option: false,
            is_guarded,
            cells: [const { None }; Column::ALL.len()],
        }
    }

    /// A row with nothing but the id of this one.
    pub(super) fn of_id_alone(&self) -> Self {
        let mut row = Self::new(self.line, self.is_guarded);
        row.cells[Column::Id as usize].clone_from(&self.cells[Column::Id as usize]);
        row
    }

    pub(super) fn set(&mut self, column: Column, cell: Cow<'a, str>) {
        self.cells[column as usize] = Some(cell);
    }

    /// The trimmed cell without its formula guard; `None` if the table has no such column.
    pub(super) fn cell(&self, column: Column) -> Option<&str> {
        let cell = self.cells[column as usize].as_deref()?.trim_matches([' ', '\t']);
        Some(if self.is_guarded { unguarded(cell) } else { cell })
    }

    /// The cell, if it is not empty.
    pub(super) fn filled(&self, column: Column) -> Option<&str> {
        self.cell(column).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_stands_at_its_place() {
        for (place, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, place, "{}: cells are kept by this number", column.as_str());
        }
    }

    #[test]
    fn a_cell_comes_without_the_space_and_the_guard_around_it() {
        let mut row = Row::new(2, true);
        row.set(Column::Name, " '=1+1\t".into());
        row.set(Column::Category, "  ".into());
        assert_eq!(row.cell(Column::Name), Some("=1+1"));
        assert_eq!((row.cell(Column::Category), row.filled(Column::Category)), (Some(""), None));
        assert_eq!(row.cell(Column::Price), None, "not a column of this table");
    }
}
