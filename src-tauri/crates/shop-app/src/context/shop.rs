//! The open shop.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use crate::popularity::{Counting, Popularity};
use crate::runtime::{DataFolder, FaultPoint, Runtime};
use crate::sale_state::SaleState;
use shop_contract::BackupTrouble;

/// An open shop: the runtime, and what features keep in memory while it is open. It has all that a [`Runtime`] has.
pub struct Shop {
    /// Ends before the runtime, which it holds.
    _counting: Counting,
    runtime: Arc<Runtime>,
    /// The counts of popular products.
    pub(crate) popularity: Arc<Popularity>,
    /// Where payments can be made to fail.
    pub(crate) payment_fault: Arc<FaultPoint>,
    /// The sale room.
    sale: Arc<SaleState>,
    /// The reason why the last daily backup is missing, if it is.
    pub(crate) backup_trouble: Mutex<Option<BackupTrouble>>,
}

impl Shop {
    /// A shop on a runtime, with the parts that observe it.
    pub(crate) fn new(
        runtime: Arc<Runtime>,
        popularity: Arc<Popularity>,
        counting: Counting,
        payment_fault: Arc<FaultPoint>,
        sale: Arc<SaleState>,
    ) -> Arc<Self> {
        Arc::new(Self {
            _counting: counting,
            runtime,
            popularity,
            payment_fault,
            sale,
            backup_trouble: Mutex::default(),
        })
    }

    /// The sale room.
    #[must_use]
    pub fn sale(&self) -> &SaleState {
        &self.sale
    }

    /// The path of the database in a data folder.
    #[must_use]
    pub fn file_in(folder: &Path) -> PathBuf {
        DataFolder::shop_file_in(folder)
    }

    /// The counts of popular products.
    #[must_use]
    pub fn popularity(&self) -> &Popularity {
        &self.popularity
    }

    /// Makes the next `times` payments fail after the debit; 0 disarms.
    pub fn arm_payment_fault(&self, times: u64) {
        self.payment_fault.arm(times);
    }
}

/// Shared, because a write holds the runtime until it has ended, also where its request was given up.
impl Deref for Shop {
    type Target = Arc<Runtime>;

    fn deref(&self) -> &Arc<Runtime> {
        &self.runtime
    }
}
