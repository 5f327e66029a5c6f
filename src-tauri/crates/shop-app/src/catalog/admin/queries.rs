//! Reads of the catalogue for admins.

use chrono::{DateTime, Utc};
use shop_domain::catalog::{self as domain, query_terms};
use shop_domain::limits::{CATEGORY, GOODS_CODE};
use shop_domain::user::parse_text;
use shop_store::product::{
    AdminFilter, Key, Sort, admin_key, count_for_admin, list_for_admin, with_code, with_code_prefix,
};
use shop_store::{Db, StoreResult};

use super::view::{kept, kept_all, low_threshold};
use crate::context::AdminCall;
use crate::paging::Listing;
use shop_contract::{
    AdminProduct, AdminProductPage, AdminProductSort, ById, ListProductsForAdmin, ProductState, ShopError,
    StockShortage,
};

/// Maximum count; larger lists are not counted exactly.
const COUNTED: i64 = 10_000;

/// A page of all products.
///
/// # Errors
/// `INVALID_INPUT`, also for a cursor of another list.
pub async fn list_products_for_admin(
    call: AdminCall,
    request: ListProductsForAdmin,
) -> Result<AdminProductPage, ShopError> {
    let asked = Asked::parse(&request)?;
    let listing = Listing::new(
        "all products",
        &ListProductsForAdmin { cursor: None, limit: None, ..request.clone() },
        request.limit,
    )?;
    let after = listing.after(request.cursor.as_deref())?;
    let Some(asked) = asked else {
        return Ok(AdminProductPage { items: Vec::new(), next_cursor: None, total_count: Some(0) });
    };
    let now = call.now();
    call.read(move |db| Ok(page(db, &listing, asked, after, now)?)).await
}

/// The request in the store's terms.
struct Asked {
    filter: AdminFilter,
    sort: Sort,
    stock: Option<StockShortage>,
    code: Option<Code>,
}

/// A code that is looked for.
enum Code {
    /// The whole of it.
    Exact(String),
    /// Its beginning, beside the words of a search.
    Begins(String),
}

impl Asked {
    /// Parses a request; `None` for a search without letters or digits, which matches nothing.
    fn parse(request: &ListProductsForAdmin) -> Result<Option<Self>, ShopError> {
        let category = request.category.clone().filter(|text| !text.trim().is_empty());
        if category.as_ref().is_some_and(|text| text.chars().count() > *CATEGORY.end()) {
            return Err(ShopError::invalid("category", "too long"));
        }
        let typed = request.q.as_deref().filter(|typed| !typed.trim().is_empty());
        let query = match typed.map(query_terms) {
            Some(None) => return Ok(None),
            query => query.flatten(),
        };
        let code = code(request, typed)?;
        let filter = AdminFilter { query, state: request.state.map(state), category, ..AdminFilter::default() };
        Ok(Some(Self { filter, sort: sort(request.sort.unwrap_or_default()), stock: request.stock, code }))
    }
}

/// The code that is looked for, if any.
fn code(request: &ListProductsForAdmin, typed: Option<&str>) -> Result<Option<Code>, ShopError> {
    let Some(asked) = &request.code else {
        let begins = typed.and_then(|typed| parse_text(typed, GOODS_CODE).ok());
        return Ok(begins.map(Code::Begins));
    };
    if typed.is_some() || request.stock.is_some() {
        return Err(ShopError::invalid("code", "not together with q or stock"));
    }
    let code = parse_text(asked, GOODS_CODE).map_err(|fault| ShopError::invalid("code", &fault.to_string()))?;
    Ok(Some(Code::Exact(code)))
}

/// The products that the code finds; `None` without a code, and where its beginning finds nothing.
fn coded(db: &Db, code: Option<&Code>) -> StoreResult<Option<Vec<i64>>> {
    Ok(match code {
        None => None,
        Some(Code::Exact(code)) => Some(with_code(db, code)?),
        Some(Code::Begins(prefix)) => Some(with_code_prefix(db, prefix)?).filter(|ids| !ids.is_empty()),
    })
}

fn page(
    db: &Db,
    listing: &Listing,
    asked: Asked,
    after: Option<Key>,
    now: DateTime<Utc>,
) -> StoreResult<AdminProductPage> {
    let Asked { filter, sort, stock, code } = asked;
    let filter = AdminFilter {
        most_units: stock.map(|stock| most_units(db, stock)).transpose()?,
        by_threshold: stock == Some(StockShortage::Low),
        coded: coded(db, code.as_ref())?,
        ..filter
    };
    let (rows, total) = list_for_admin(db, &filter, sort, after, listing.fetch())?;
    let (rows, next_cursor) = listing.page(rows, |row| admin_key(sort, row));
    let total_count = match (&after, &next_cursor, total) {
        (Some(_), ..) => None,
        (None, None, _) => i64::try_from(rows.len()).ok(),
        (None, Some(_), Some(total)) => Some(total.min(COUNTED)),
        (None, Some(_), None) => Some(count_for_admin(db, &filter, COUNTED)?),
    };
    Ok(AdminProductPage { items: kept_all(db, rows, now)?, next_cursor, total_count })
}

/// The highest stock that matches the shortage filter.
fn most_units(db: &Db, stock: StockShortage) -> StoreResult<i64> {
    match stock {
        StockShortage::Out => Ok(0),
        StockShortage::Low => low_threshold(db),
    }
}

/// One product in any state.
///
/// # Errors
/// `PRODUCT_NOT_FOUND`.
pub async fn get_product_for_admin(call: AdminCall, request: ById) -> Result<AdminProduct, ShopError> {
    let now = call.now();
    call.read(move |db| kept(db, request.id, now)).await
}

fn state(state: ProductState) -> domain::ProductState {
    match state {
        ProductState::Normal => domain::ProductState::Normal,
        ProductState::OutOfStock => domain::ProductState::OutOfStock,
        ProductState::Discontinued => domain::ProductState::Discontinued,
        ProductState::Deleted => domain::ProductState::Deleted,
    }
}

fn sort(sort: AdminProductSort) -> Sort {
    match sort {
        AdminProductSort::Newest => Sort::Newest,
        AdminProductSort::PriceAsc => Sort::PriceAsc,
        AdminProductSort::PriceDesc => Sort::PriceDesc,
        AdminProductSort::Popular => Sort::Popular,
    }
}
