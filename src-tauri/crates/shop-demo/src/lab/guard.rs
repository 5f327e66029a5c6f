//! The four ways to guard a write. A later one, such as a lock over a network, is one more variant and its branch in `act`.

use serde::Serialize;

/// How a write is guarded against others of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Guard {
    /// Check, then act.
    None,
    /// The same under one lock for all.
    OneLock,
    /// A conditional update, with retries.
    CompareAndSet,
    /// The shop's keyed queues and conditional updates.
    Keyed,
}

impl Guard {
    /// All of them, from the weakest to the shop's own.
    pub const ALL: [Self; 4] = [Self::None, Self::OneLock, Self::CompareAndSet, Self::Keyed];

    /// The name on a command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::OneLock => "one-lock",
            Self::CompareAndSet => "compare-and-set",
            Self::Keyed => "keyed",
        }
    }

    /// Whether the invariants of the data must hold under it.
    #[must_use]
    pub const fn is_safe(self) -> bool {
        !matches!(self, Self::None)
    }
}
