//! Products in the form of the contract: the current price, the available units, whether the product can be bought.

use chrono::{DateTime, Utc};
use shop_domain::catalog::{OptionState, Sale, StockStatus as Status, price_now};
use shop_store::product::{OptionRow, ProductRow};

use shop_contract::{Product, ProductOption, StockStatus};

pub(crate) fn product(row: ProductRow, now: DateTime<Utc>) -> Product {
    let running = row.sale.filter(|sale| sale.runs_at(now));
    let available_quantity = available(&row);
    let now_of = |price| price_now(price, running.as_ref(), now).get();
    let (from, to) = row.price_range();
    let images = row.images().iter().map(|image| image_path(image)).collect();
    Product {
        id: row.id,
        price: now_of(from),
        price_from: now_of(from),
        price_to: now_of(to),
        list_price: running.map(|_| from.get()),
        sale_rate: running.map(|sale| sale.rate().get()),
        sale_ends_at: running.map(|sale| sale.ends_at()),
        status: match Status::of(row.state, available_quantity) {
            Status::Available => StockStatus::Available,
            Status::OutOfStock => StockStatus::OutOfStock,
        },
        state: row.state.into(),
        name: row.name,
        name_en: row.name_en,
        description: row.description,
        description_html: row.description_html,
        description_en: row.description_en,
        category: row.category,
        limited_quantity: row.limited_quantity,
        available_quantity,
        options: row.options.into_iter().map(|row| option(row, running.as_ref(), now)).collect(),
        image_url: image_url(row.image.as_deref()),
        images,
        already_bought: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
    }
}

fn option(row: OptionRow, sale: Option<&Sale>, now: DateTime<Utc>) -> ProductOption {
    ProductOption {
        id: row.id,
        name: row.name,
        name_en: row.name_en,
        price: price_now(row.list_price, sale, now).get(),
        available_quantity: row.available_quantity,
        state: row.state.into(),
    }
}

/// Units that can be bought: those of the options on sale if there are options, otherwise the product's own.
fn available(row: &ProductRow) -> i64 {
    if row.options.is_empty() {
        return row.own_stock;
    }
    let on_sale = row.options.iter().filter(|option| option.state == OptionState::Normal);
    on_sale.map(|option| option.available_quantity).sum()
}

/// Path of a picture, by the name of its file.
pub(crate) fn image_url(image: Option<&str>) -> Option<String> {
    image.map(image_path)
}

/// Where the path of every picture begins.
pub(super) const IMAGES: &str = "/images/";

fn image_path(image: &str) -> String {
    format!("{IMAGES}{image}")
}
