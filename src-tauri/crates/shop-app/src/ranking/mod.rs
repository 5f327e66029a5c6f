//! Popular products: the list that everybody sees, and the scheduled tasks for it. The counts are in `popularity`.

mod popular;
mod upkeep;

pub use popular::popular_products;
pub use upkeep::{purge, refresh_popularity, warm};
