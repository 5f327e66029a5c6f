//! The ranking of popular products: units sold in a period, most first, ties by lower id. The period, deleted products
//! and caching are not here.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::ids::ProductId;

/// Sales of one product, of one day or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sales {
    /// The product.
    pub product_id: ProductId,
    /// Units sold, less those refunded.
    pub quantity: i64,
    /// Won taken, less those refunded.
    pub amount: i64,
}

/// Adds up the sales of each product and ranks them; at most `limit` of them. Products with no units on balance are
/// left out.
pub fn rank(sales: impl IntoIterator<Item = Sales>, limit: usize) -> Vec<Sales> {
    let mut sums: BTreeMap<ProductId, (i64, i64)> = BTreeMap::new();
    for sale in sales {
        let sum = sums.entry(sale.product_id).or_default();
        sum.0 = sum.0.saturating_add(sale.quantity);
        sum.1 = sum.1.saturating_add(sale.amount);
    }
    let mut ranked: Vec<Sales> = sums
        .into_iter()
        .filter(|(_, (quantity, _))| *quantity > 0)
        .map(|(product_id, (quantity, amount))| Sales { product_id, quantity, amount })
        .collect();
    let by_rank = |sale: &Sales| (Reverse(sale.quantity), sale.product_id);
    // With 100,000 products a full sort costs ten times as much as the selection.
    if limit > 0 && limit < ranked.len() {
        ranked.select_nth_unstable_by_key(limit - 1, by_rank);
    }
    ranked.truncate(limit);
    ranked.sort_unstable_by_key(by_rank);
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sale(product_id: ProductId, quantity: i64) -> Sales {
        Sales { product_id, quantity, amount: quantity * 100 }
    }

    #[test]
    fn most_units_first_over_all_days_and_ties_by_lower_id() {
        let days = [sale(9, 2), sale(3, 5), sale(9, 4), sale(4, 5), sale(1, 1), sale(1, -1)];
        let ids = |limit| rank(days, limit).iter().map(|s| s.product_id).collect::<Vec<_>>();
        assert_eq!(ids(10), [9, 3, 4], "a product refunded to nothing is left out");
        assert_eq!(ids(2), [9, 3], "the limit cuts after the order is found");
        assert_eq!(ids(0), Vec::<ProductId>::new());
        assert_eq!(rank(days, 1), [Sales { product_id: 9, quantity: 6, amount: 600 }]);
    }
}
