//! The columns of a product table, and a line of it sorted by them, whoever wrote the file.

use std::borrow::Cow;

use crate::catalog::new_product::NewOption;
use crate::spreadsheet::unguarded;

/// A column, in the order of the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Name,
    NameEn,
    Description,
    DescriptionEn,
    Category,
    Price,
    LimitedQuantity,
    State,
    SaleRate,
    SaleBeginsAt,
    SaleEndsAt,
    Stock,
    Options,
    UpdatedAt,
    /// What `stock` said when the table was exported, so that an edit of it can be told from a sale since then.
    ExportedStock,
}

impl Column {
    pub(super) const ALL: [Self; 16] = [
        Self::Id,
        Self::Name,
        Self::NameEn,
        Self::Description,
        Self::DescriptionEn,
        Self::Category,
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

    /// Its name in the table.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::NameEn => "nameEn",
            Self::Description => "description",
            Self::DescriptionEn => "descriptionEn",
            Self::Category => "category",
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
        }
    }

    /// The column of that name, in whichever case.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str().eq_ignore_ascii_case(name))
    }

    /// Whether it says which product of this shop a line is about. Only a table of this shop can know.
    pub(super) const fn is_of_this_shop(self) -> bool {
        matches!(self, Self::Id | Self::UpdatedAt | Self::ExportedStock)
    }
}

/// A line by our columns.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The line of the file.
    pub(super) line: i64,
    /// The options, where a preset has put them together from lines of their own.
    pub(super) options: Vec<NewOption>,
    cells: [Option<Cow<'a, str>>; Column::ALL.len()],
}

impl<'a> Row<'a> {
    pub(super) fn new(line: i64) -> Self {
        Self { line, options: Vec::new(), cells: [const { None }; Column::ALL.len()] }
    }

    pub(super) fn set(&mut self, column: Column, cell: Cow<'a, str>) {
        self.cells[column as usize] = Some(cell);
    }

    /// A cell without the space around it, as it was before it was guarded; `None` where the table has no such column.
    pub(super) fn cell(&self, column: Column) -> Option<&str> {
        self.cells[column as usize].as_deref().map(|cell| unguarded(cell.trim_matches([' ', '\t'])))
    }

    /// A cell with something in it.
    pub(super) fn filled(&self, column: Column) -> Option<&str> {
        self.cell(column).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_stands_at_its_place_and_is_found_in_any_case() {
        for (place, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, place, "{}: cells are kept by this number", column.as_str());
            assert_eq!(Column::named(&column.as_str().to_uppercase()), Some(column));
        }
        assert_eq!(Column::named("colour"), None);
    }

    #[test]
    fn a_cell_comes_without_the_space_and_the_guard_around_it() {
        let mut row = Row::new(2);
        row.set(Column::Name, " '=1+1\t".into());
        row.set(Column::Category, "  ".into());
        assert_eq!(row.cell(Column::Name), Some("=1+1"));
        assert_eq!((row.cell(Column::Category), row.filled(Column::Category)), (Some(""), None));
        assert_eq!(row.cell(Column::Price), None, "not a column of this table");
    }
}
