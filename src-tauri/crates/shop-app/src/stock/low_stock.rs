//! The names of stock that is low.

use shop_store::statistics::LowStock;

/// The product's name, with the option's name if the stock is an option's.
pub(crate) fn low_stock_name(low: &LowStock) -> String {
    with_option(&low.product_name, low)
}

/// The name in English, if the product has an English name; options have one name.
pub(crate) fn low_stock_name_en(low: &LowStock) -> Option<String> {
    low.product_name_en.as_deref().map(|name| with_option(name, low))
}

fn with_option(name: &str, low: &LowStock) -> String {
    low.option_name.as_ref().map_or_else(|| name.to_owned(), |option| format!("{name} / {option}"))
}
