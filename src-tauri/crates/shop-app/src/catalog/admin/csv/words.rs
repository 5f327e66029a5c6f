//! The words of a table in each language: headings and states. Exports write the first word, imports read all of them,
//! and the names and codes of programs.

use shop_domain::catalog::{OptionState, ProductState};

use super::column::Column;
use shop_contract::Language;

/// The headings of a column: in Korean, in English.
const fn headings(column: Column) -> (&'static [&'static str], &'static [&'static str]) {
    match column {
        Column::Id => (&["상품 번호"], &["Product number"]),
        Column::Name => (&["상품명"], &["Product name"]),
        Column::NameEn => (&["영어 상품명"], &["English name"]),
        Column::Description => (&["설명"], &["Description"]),
        Column::DescriptionEn => (&["영어 설명"], &["English description"]),
        Column::Category => (&["카테고리"], &["Category"]),
        Column::OptionName => (&["옵션명", "옵션"], &["Option name"]),
        Column::Price => (&["판매가", "가격", "정가"], &["Price", "Regular price"]),
        Column::Stock => (&["재고"], &["Stock"]),
        Column::LimitedQuantity => (&["1인당 최대 구매 수량", "1인당 최대"], &["Limit per customer"]),
        Column::State => (&["판매 상태"], &["Status"]),
        Column::SaleRate => (&["할인율"], &["Discount rate"]),
        Column::SaleBeginsAt => (&["할인 시작 일시"], &["Discount starts"]),
        Column::SaleEndsAt => (&["할인 종료 일시"], &["Discount ends"]),
        // Only programs write options into one cell.
        Column::Options => (&[], &[]),
        Column::UpdatedAt => (&["수정일"], &["Updated"]),
        Column::ExportedStock => (&["내보낼 때의 재고"], &["Stock at export"]),
        Column::Sku => (&["상품 코드(SKU)"], &["SKU"]),
        Column::Barcode => (&["바코드"], &["Barcode"]),
    }
}

/// The heading that an export in this language writes.
pub(super) fn heading(column: Column, language: Language) -> &'static str {
    let (ko, en) = headings(column);
    let words = match language {
        Language::Ko => ko,
        Language::En => en,
    };
    words.first().copied().unwrap_or_else(|| column.as_str())
}

/// Every name of a column: that of programs, and the headings.
pub(super) fn names(column: Column) -> impl Iterator<Item = &'static str> {
    let (ko, en) = headings(column);
    std::iter::once(column.as_str()).chain(ko.iter().copied()).chain(en.iter().copied())
}

/// Finds a column by its name or one of its headings, ignoring case.
pub(super) fn column(name: &str) -> Option<Column> {
    let name = name.to_lowercase();
    Column::ALL.into_iter().find(|column| names(*column).any(|known| known.to_lowercase() == name))
}

/// The words of a state: in Korean, in English.
const fn state_words(state: ProductState) -> (&'static [&'static str], &'static [&'static str]) {
    match state {
        ProductState::Normal => (&["판매 중"], &["Active", "On sale"]),
        ProductState::OutOfStock => (&["일시 품절", "품절"], &["Out of stock", "Sold out"]),
        ProductState::Discontinued => (&["판매 종료"], &["Discontinued"]),
        ProductState::Deleted => (&[], &[]),
    }
}

/// The states that a table can state.
const STATES: [ProductState; 3] = [ProductState::Normal, ProductState::OutOfStock, ProductState::Discontinued];

/// The word of a state in this language; its code where it has none.
pub(super) fn state(state: ProductState, language: Language) -> &'static str {
    let (ko, en) = state_words(state);
    let words = match language {
        Language::Ko => ko,
        Language::En => en,
    };
    words.first().copied().unwrap_or_else(|| state.as_str())
}

/// The word of an option's state: that of a product in the same state.
pub(super) fn option_state(state: OptionState, language: Language) -> &'static str {
    self::state(
        match state {
            OptionState::Normal => ProductState::Normal,
            OptionState::Discontinued => ProductState::Discontinued,
            OptionState::Deleted => ProductState::Deleted,
        },
        language,
    )
}

/// The state that a cell states, as a code or a word of either language; space and case do not matter.
pub(super) fn parse_state(text: &str) -> Option<ProductState> {
    let key = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let wanted = key(text);
    STATES.into_iter().find(|state| {
        let (ko, en) = state_words(*state);
        std::iter::once(state.as_str())
            .chain(ko.iter().copied())
            .chain(en.iter().copied())
            .any(|word| key(word) == wanted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_names_two_columns() {
        for language in [Language::Ko, Language::En] {
            for one in Column::ALL {
                assert_eq!(column(heading(one, language)), Some(one), "{}", one.as_str());
                assert_eq!(column(&one.as_str().to_uppercase()), Some(one), "in any case");
            }
        }
        let mut all: Vec<_> = Column::ALL.into_iter().flat_map(names).map(str::to_lowercase).collect();
        all.sort_unstable();
        let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
        let of_one = ["barcode", "category", "description", "price", "sku", "stock"];
        assert_eq!(twice, of_one, "an English heading can be the name for programs");
        assert_eq!(column("colour"), None);
    }

    #[test]
    fn states_are_read_in_words_and_codes() {
        for (text, state) in [
            ("NORMAL", ProductState::Normal),
            ("판매 중", ProductState::Normal),
            ("판매중", ProductState::Normal),
            ("active", ProductState::Normal),
            ("품절", ProductState::OutOfStock),
            ("일시 품절", ProductState::OutOfStock),
            ("OUT_OF_STOCK", ProductState::OutOfStock),
            ("판매 종료", ProductState::Discontinued),
            ("Discontinued", ProductState::Discontinued),
        ] {
            assert_eq!(parse_state(text), Some(state), "{text}");
        }
        for text in ["삭제됨", "DELETED", "아마도", ""] {
            assert_eq!(parse_state(text), None, "{text}");
        }
    }
}
