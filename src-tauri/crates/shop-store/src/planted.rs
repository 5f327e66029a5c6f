//! Bugs that tests plant on purpose: a harness that finds none of them proves nothing.
//!
//! Without the feature `planted` nothing can be planted: [`is_planted`] is constant, and the compiler removes what depends on
//! it. Only the crate of the tests has the feature; `cargo xtask test --only layers` checks it. No setting, argument or
//! environment variable plants a bug. A planted bug is one of the whole process, so each test that plants one needs a process
//! of its own.

#[cfg(feature = "planted")]
use std::sync::atomic::{AtomicU32, Ordering};

/// A bug that can be planted. Where one is asked for, the code beside it is that of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bug {
    /// A coupon is issued by the count that was read before the transaction, and the count is overwritten.
    CouponCheckThenAct,
    /// Points are charged to the balance that was read before the transaction, and the balance is overwritten.
    ChargeCheckThenAct,
    /// An order is committed before its stock is taken, in a second transaction.
    OrderInTwoTransactions,
    /// The stock of an order is taken without a line in its history.
    MovementForgotten,
    /// Points are charged without a row of the ledger.
    DroppedLedgerRow,
    /// An order is cancelled for any user.
    MissingOwnerCheck,
    /// An idempotency key is ignored.
    IdempotencyKeyIgnored,
    /// Cached answers stay when a product in them has changed.
    StaleCache,
    /// The writer commits with `synchronous=OFF`.
    LostSync,
    /// A request that leaves the queue is still served.
    LeaveIgnored,
    /// The latest request of a key is served first.
    ServedOutOfOrder,
    /// A request that arrives does not wake the writer.
    LostWakeup,
    /// A request runs after its deadline.
    DeadlineIgnored,
    /// A change at the very instant that is asked for does not count as of it.
    InstantExcluded,
    /// A coupon that an order gave back is still used as of any instant.
    ReturnForgotten,
}

impl Bug {
    /// All of them, for the test that each has a harness that finds it.
    #[cfg(feature = "planted")]
    pub const ALL: [Self; 15] = [
        Self::CouponCheckThenAct,
        Self::ChargeCheckThenAct,
        Self::OrderInTwoTransactions,
        Self::MovementForgotten,
        Self::DroppedLedgerRow,
        Self::MissingOwnerCheck,
        Self::IdempotencyKeyIgnored,
        Self::StaleCache,
        Self::LostSync,
        Self::LeaveIgnored,
        Self::ServedOutOfOrder,
        Self::LostWakeup,
        Self::DeadlineIgnored,
        Self::InstantExcluded,
        Self::ReturnForgotten,
    ];
}

#[cfg(feature = "planted")]
static PLANTED: AtomicU32 = AtomicU32::new(0);

/// Whether the bug is planted.
#[cfg(feature = "planted")]
#[must_use]
pub fn is_planted(bug: Bug) -> bool {
    PLANTED.load(Ordering::Relaxed) & bit(bug) != 0
}

/// Whether the bug is planted: never in a program.
#[cfg(not(feature = "planted"))]
#[must_use]
pub const fn is_planted(_bug: Bug) -> bool {
    false
}

/// Plants a bug until the value is dropped.
#[cfg(feature = "planted")]
pub fn plant(bug: Bug) -> Planted {
    PLANTED.fetch_or(bit(bug), Ordering::SeqCst);
    Planted(bug)
}

/// A bug that is planted for as long as this value lives.
#[cfg(feature = "planted")]
#[must_use = "the bug is removed when it is dropped"]
pub struct Planted(Bug);

#[cfg(feature = "planted")]
impl Drop for Planted {
    fn drop(&mut self) {
        PLANTED.fetch_and(!bit(self.0), Ordering::SeqCst);
    }
}

#[cfg(feature = "planted")]
const fn bit(bug: Bug) -> u32 {
    1 << bug as u32
}
