//! The states of products and options, and their meaning together.

use crate::code::coded;

coded! {
    /// State of a product.
    ProductState {
        /// On sale.
        Normal => "NORMAL",
        /// Shown, but not sold until it is restocked.
        OutOfStock => "OUT_OF_STOCK",
        /// Sold out for good.
        Discontinued => "DISCONTINUED",
        /// Deleted; the row stays, because orders refer to it.
        Deleted => "DELETED",
    }
}

coded! {
    /// State of an option.
    OptionState {
        /// On sale.
        Normal => "NORMAL",
        /// Sold out for good.
        Discontinued => "DISCONTINUED",
        /// Deleted; the row stays, because orders refer to it.
        Deleted => "DELETED",
    }
}

coded! {
    /// Stock status on a product page.
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

/// The option chosen with a product, checked against the options of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionChoice {
    /// No option was chosen, and the product has none.
    None,
    /// An option of this product was chosen.
    Chosen(OptionState),
    /// The chosen option does not belong to this product, or none was chosen although it has some.
    Mismatch,
}

/// Whether the states allow this choice to be bought; otherwise `PRODUCT_NOT_FOUND`.
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
