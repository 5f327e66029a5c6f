//! Parses the filter of a product list to the store's terms.

use chrono::{DateTime, Utc};
use shop_domain::catalog::query_terms;
use shop_domain::limits::{CATEGORY, MAX_SAFE_INTEGER};
use shop_store::product::{Filter, Sort, Within};

use crate::paging::parse_ids;
use shop_contract::{ListProducts, ProductSort, ShopError};

/// The parsed request.
pub(super) enum Asked {
    /// A list with a sort order of the table.
    Sorted(Filter, Sort),
    /// A search, best match first.
    ByRank(Filter),
    /// A search without letters or digits, which matches nothing.
    Nothing,
}

/// Parses the request. The narrowest criterion selects the index: ids, then words, then sale, then category; the other
/// criteria filter its result.
///
/// # Errors
/// `INVALID_INPUT`, naming the field.
pub(super) fn parse(request: &ListProducts, now: DateTime<Utc>) -> Result<Asked, ShopError> {
    let typed = request.q.as_deref().filter(|typed| !typed.trim().is_empty());
    let query = typed.map(query_terms);
    let mut filter = Filter {
        within: Within::All,
        category: category(request.category.as_deref())?,
        min_price: price("minPrice", request.min_price)?,
        max_price: price("maxPrice", request.max_price)?,
        in_stock: request.in_stock.unwrap_or(false),
        on_sale: request.on_sale.unwrap_or(false),
        now,
    };
    let ids = request.ids.as_deref().map(parse_ids).transpose()?;
    if query == Some(None) {
        return Ok(Asked::Nothing);
    }
    filter.within = match (ids, query.flatten(), &filter) {
        (Some(ids), ..) => Within::Ids(ids),
        (_, Some(query), _) => Within::Found(query),
        (.., Filter { on_sale: true, .. }) => Within::OnSale,
        (.., Filter { category: Some(category), .. }) => Within::Category(category.clone()),
        _ => Within::All,
    };
    Ok(match (sort(request), &filter.within) {
        (None, Within::Found(_)) => Asked::ByRank(filter),
        (sort, _) => Asked::Sorted(filter, sort.unwrap_or(Sort::Newest)),
    })
}

/// The sort order of the table; `None` for relevance, which only a search has.
fn sort(request: &ListProducts) -> Option<Sort> {
    match request.sort.unwrap_or_default() {
        ProductSort::Newest => Some(Sort::Newest),
        ProductSort::PriceAsc => Some(Sort::PriceAsc),
        ProductSort::PriceDesc => Some(Sort::PriceDesc),
        ProductSort::Popular => Some(Sort::Popular),
        ProductSort::Relevance => None,
    }
}

/// The requested category; an empty text, as forms send it, means no category.
fn category(text: Option<&str>) -> Result<Option<String>, ShopError> {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) if text.chars().count() > *CATEGORY.end() => Err(ShopError::invalid("category", "too long")),
        text => Ok(text.map(str::to_owned)),
    }
}

fn price(field: &str, price: Option<i64>) -> Result<Option<i64>, ShopError> {
    match price {
        Some(price) if !(0..=MAX_SAFE_INTEGER).contains(&price) => Err(ShopError::invalid(field, "not an amount")),
        price => Ok(price),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way_in(request: ListProducts) -> Result<&'static str, ShopError> {
        Ok(match parse(&request, DateTime::default())? {
            Asked::Nothing => "nothing",
            Asked::ByRank(_) => "rank",
            Asked::Sorted(filter, _) => match filter.within {
                Within::All => "all",
                Within::Category(_) => "category",
                Within::OnSale => "sale",
                Within::Ids(_) => "ids",
                Within::Found(_) => "found",
            },
        })
    }

    #[test]
    fn the_narrowest_way_in_is_taken() {
        let text = |text: &str| Some(text.to_owned());
        let sale = ListProducts { on_sale: Some(true), category: text("pet"), ..ListProducts::default() };
        let words = ListProducts { q: text("사료"), ..sale.clone() };
        for (request, expected) in [
            (ListProducts::default(), "all"),
            (ListProducts { q: text("   "), ..ListProducts::default() }, "all"),
            (ListProducts { sort: Some(ProductSort::Relevance), ..ListProducts::default() }, "all"),
            (ListProducts { category: text("pet"), ..ListProducts::default() }, "category"),
            (ListProducts { category: text("pet"), q: text(" "), ..ListProducts::default() }, "category"),
            (ListProducts { category: text(""), ..ListProducts::default() }, "all"),
            (sale.clone(), "sale"),
            (words.clone(), "found"),
            (ListProducts { sort: Some(ProductSort::Relevance), ..words.clone() }, "rank"),
            (ListProducts { ids: text("3,1"), ..words.clone() }, "ids"),
            (ListProducts { q: text("\"*("), ..words }, "nothing"),
        ] {
            assert_eq!(way_in(request.clone()), Ok(expected), "{request:?}");
        }
    }

    #[test]
    fn ids_and_prices_outside_their_range_are_bad_input() {
        for bad in ["", "a", "1,", "0", "-1", "9007199254740992", "1.5"] {
            assert!(parse_ids(bad).is_err(), "{bad:?} is no list of ids");
        }
        assert_eq!(parse_ids("3, 1,3"), Ok(vec![3, 1]), "each id counts once");
        let many = (1..=101).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
        assert!(parse_ids(&many).is_err(), "a hundred is the most");
        assert!(price("minPrice", Some(-1)).is_err(), "no price is below 0");
    }
}
