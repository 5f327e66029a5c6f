//! What the demo shop sells: a catalogue written by hand, a table a category, and editions of it for
//! a shop as large as a test may ask for. Pure data and arithmetic: writing it to the database is
//! not done here, and neither are customers and orders.

mod base;
mod edition;
mod option_names;

mod beauty;
mod camping;
mod electronics;
mod fashion;
mod food;
mod hobby;
mod kids;
mod kitchen;
mod living;
mod pet;
mod stationery;

#[cfg(test)]
mod tests;

pub use base::{BaseProduct, StockLevel};
pub use edition::{DemoOption, DemoProduct, product};

/// A category: its code in the database, its labels, and its products.
#[derive(Debug, Clone, Copy)]
pub struct Category {
    /// Lower-case ASCII; stable, since it is stored with each product.
    pub code: &'static str,
    /// Korean label.
    pub name: &'static str,
    /// English label.
    pub name_en: &'static str,
    /// Its hand-written products.
    pub products: &'static [BaseProduct],
}

/// All categories, in the order in which a shopper reads them.
pub const CATEGORIES: [Category; 11] = [
    category("food", "식품", "Food", food::PRODUCTS),
    category("kitchen", "그릇·주방", "Kitchen", kitchen::PRODUCTS),
    category("fashion", "패션", "Fashion", fashion::PRODUCTS),
    category("living", "생활", "Living", living::PRODUCTS),
    category("stationery", "문구", "Stationery", stationery::PRODUCTS),
    category("beauty", "뷰티", "Beauty", beauty::PRODUCTS),
    category("electronics", "가전", "Electronics", electronics::PRODUCTS),
    category("pet", "반려동물", "Pets", pet::PRODUCTS),
    category("camping", "캠핑", "Camping", camping::PRODUCTS),
    category("hobby", "도서·취미", "Books & hobbies", hobby::PRODUCTS),
    category("kids", "어린이", "Children", kids::PRODUCTS),
];

const fn category(
    code: &'static str,
    name: &'static str,
    name_en: &'static str,
    products: &'static [BaseProduct],
) -> Category {
    Category { code, name, name_en, products }
}

/// Every hand-written product, in catalogue order.
pub fn base_products() -> impl Iterator<Item = &'static BaseProduct> {
    CATEGORIES.iter().flat_map(|category| category.products)
}

/// How many products are written by hand; `product` makes editions from there on.
pub fn base_count() -> usize {
    CATEGORIES.iter().map(|category| category.products.len()).sum()
}
