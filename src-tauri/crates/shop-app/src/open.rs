//! Opens a shop. The only module that knows both the runtime and every feature that observes it.

use std::sync::Arc;

use shop_store::StoreResult;

use crate::backup::{RescueOnClose, copy_before_upgrade};
use crate::context::Shop;
use crate::popularity::{Counting, Popularity};
use crate::runtime::{FaultPoint, Observer, Runtime, ShopOptions};
use crate::sale_state::SaleState;

impl Shop {
    /// Opens the file in the folder, creates or migrates it, and begins to count the popular products. A file of an earlier schema is
    /// copied first, and the copy verified.
    ///
    /// # Errors
    /// As [`crate::runtime::ShopFile::look`], before SQLite opens the file; [`shop_store::StoreError::Newer`] without any
    /// change; errors of SQLite or the system.
    pub fn open(options: ShopOptions) -> StoreResult<Arc<Self>> {
        copy_before_upgrade(&options)?;
        let (popularity, payment_fault) = (Arc::new(Popularity::new()), Arc::new(FaultPoint::default()));
        let sale = Arc::new(SaleState::new());
        let observers: Vec<Arc<dyn Observer>> = vec![
            Arc::clone(&popularity) as _,
            Arc::clone(&payment_fault) as _,
            Arc::clone(&sale) as _,
            Arc::new(RescueOnClose),
        ];
        let runtime = Runtime::open(options, observers)?;
        let counting = Counting::begin(&popularity, &runtime)?;
        Ok(Self::new(runtime, popularity, counting, payment_fault, sale))
    }
}
