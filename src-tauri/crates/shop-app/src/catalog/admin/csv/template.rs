//! The template of a product table: the headings, and rows that show how products and options are written. An example that
//! is left in the table makes no product: its name tells it from a product.

use super::column::{Cells, Column};
use super::words;
use shop_contract::Language;

/// The columns of the template: those that a new product can have.
pub(super) const COLUMNS: [Column; 15] = [
    Column::Name,
    Column::NameEn,
    Column::Description,
    Column::DescriptionEn,
    Column::Category,
    Column::OptionName,
    Column::Sku,
    Column::Barcode,
    Column::Price,
    Column::Stock,
    Column::LimitedQuantity,
    Column::State,
    Column::SaleRate,
    Column::SaleBeginsAt,
    Column::SaleEndsAt,
];

struct Words {
    plain: &'static str,
    description: &'static str,
    with_options: &'static str,
    options: [&'static str; 2],
}

const KO: Words = Words {
    plain: "(예시) 머그컵",
    description: "이 행은 예시이며 상품으로 등록되지 않습니다. 지우거나 상품명을 바꿔 주세요.",
    with_options: "(예시) 반팔 티셔츠",
    options: ["검정 / M", "검정 / L"],
};
const EN: Words = Words {
    plain: "(Example) Mug",
    description: "This row is an example and isn’t imported. Delete it, or change the product name.",
    with_options: "(Example) T-shirt",
    options: ["Black / M", "Black / L"],
};

const fn words_in(language: Language) -> &'static Words {
    match language {
        Language::Ko => &KO,
        Language::En => &EN,
    }
}

/// Whether a product name is that of an example.
pub(super) fn is_example(name: &str) -> bool {
    [KO, EN].iter().any(|words| words.plain == name || words.with_options == name)
}

/// The example rows.
pub(super) fn rows(language: Language) -> Vec<Cells> {
    let words = words_in(language);
    let state = words::state(shop_domain::catalog::ProductState::Normal, language);
    let row = |cells: &[(Column, &str)]| cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect();
    let option = |name: &'static str, price: &'static str, stock: &'static str| {
        row(&[
            (Column::Name, words.with_options),
            (Column::OptionName, name),
            (Column::Price, price),
            (Column::Stock, stock),
        ])
    };
    vec![
        row(&[
            (Column::Name, words.plain),
            (Column::Description, words.description),
            (Column::Category, "kitchen"),
            (Column::Sku, "MUG-01"),
            (Column::Barcode, "8801234567893"),
            (Column::Price, "12000"),
            (Column::Stock, "30"),
            (Column::LimitedQuantity, "5"),
            (Column::State, state),
            (Column::SaleRate, "10"),
            (Column::SaleBeginsAt, "2026-03-01 00:00"),
            (Column::SaleEndsAt, "2026-03-31 23:59"),
        ]),
        row(&[
            (Column::Name, words.with_options),
            (Column::Description, words.description),
            (Column::Category, "fashion"),
            (Column::State, state),
        ]),
        option(words.options[0], "19800", "12"),
        option(words.options[1], "21800", "8"),
    ]
}
