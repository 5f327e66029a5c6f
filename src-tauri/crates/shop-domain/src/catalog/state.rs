//! The states of products and options, and what they mean together.

use crate::code::coded;

coded! {
    /// Whether a product is sold.
    ProductState {
        /// On sale.
        Normal => "NORMAL",
        /// Shown, but taken off sale until there is more.
        OutOfStock => "OUT_OF_STOCK",
        /// Will not come back.
        Discontinued => "DISCONTINUED",
        /// Gone from the shop; the row stays for the books.
        Deleted => "DELETED",
    }
}

coded! {
    /// Whether an option of a product is sold.
    OptionState {
        /// On sale.
        Normal => "NORMAL",
        /// Will not come back.
        Discontinued => "DISCONTINUED",
        /// Gone from the shop; the row stays for the books.
        Deleted => "DELETED",
    }
}

coded! {
    /// What a product page says of the stock.
    StockStatus {
        /// Can be bought now.
        Available => "AVAILABLE",
        /// Cannot be bought now.
        OutOfStock => "OUT_OF_STOCK",
    }
}

impl StockStatus {
    /// A product on sale of which there is at least one unit is available.
    #[must_use]
    pub const fn of(state: ProductState, available: i64) -> StockStatus {
        match state {
            ProductState::Normal if available > 0 => StockStatus::Available,
            _ => StockStatus::OutOfStock,
        }
    }
}

/// What was said about the option when a product was chosen, held against what the product has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionChoice {
    /// No option was named, and the product has none.
    None,
    /// An option of this product was named.
    Chosen(OptionState),
    /// An option was named that this product does not have, or none though it has some.
    Mismatch,
}

/// Whether this product, so chosen, can be bought as far as its states go; else `PRODUCT_NOT_FOUND`.
#[must_use]
pub const fn is_for_sale(product: ProductState, option: OptionChoice) -> bool {
    matches!(product, ProductState::Normal)
        && matches!(option, OptionChoice::None | OptionChoice::Chosen(OptionState::Normal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_normal_product_with_a_normal_or_no_option_is_for_sale() {
        for &product in ProductState::ALL {
            let normal = product == ProductState::Normal;
            assert_eq!(is_for_sale(product, OptionChoice::None), normal, "{product}");
            assert!(!is_for_sale(product, OptionChoice::Mismatch));
            for &option in OptionState::ALL {
                let sold = is_for_sale(product, OptionChoice::Chosen(option));
                assert_eq!(sold, normal && option == OptionState::Normal, "{product}, {option}");
            }
        }
    }

    #[test]
    fn a_product_is_available_while_it_is_normal_and_there_is_one() {
        assert_eq!(StockStatus::of(ProductState::Normal, 1), StockStatus::Available);
        assert_eq!(StockStatus::of(ProductState::Normal, 0), StockStatus::OutOfStock);
        assert_eq!(StockStatus::of(ProductState::OutOfStock, 9), StockStatus::OutOfStock);
        assert_eq!(StockStatus::of(ProductState::Deleted, 9), StockStatus::OutOfStock);
    }
}
