//! The names of stock that is low.

use shop_store::statistics::LowStock;

/// The product's name, with the option's name if the stock is an option's.
pub(crate) fn low_stock_name(low: &LowStock) -> String {
    with_option(&low.product_name, low.option_name.as_deref())
}

/// The name in English, if the product has an English name; an option without one keeps its own.
pub(crate) fn low_stock_name_en(low: &LowStock) -> Option<String> {
    let option = low.option_name_en.as_deref().or(low.option_name.as_deref());
    low.product_name_en.as_deref().map(|name| with_option(name, option))
}

fn with_option(name: &str, option: Option<&str>) -> String {
    option.map_or_else(|| name.to_owned(), |option| format!("{name} / {option}"))
}
