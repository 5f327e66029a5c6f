//! The keys that can be locked.

use std::fmt;
use std::sync::Arc;

/// A resource that one task at a time may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockKey {
    /// The count of a coupon.
    Coupon(i64),
    /// The stock of a product, with all its options.
    Stock(i64),
    /// The points of a user.
    Point(i64),
    /// The state of an order.
    Order(i64),
    /// The cart, profile and addresses of a user.
    User(i64),
    /// Work without a resource of its own, such as a job's.
    Shop,
}

impl fmt::Display for LockKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coupon(id) => write!(f, "coupon:{id}"),
            Self::Stock(id) => write!(f, "stock:{id}"),
            Self::Point(id) => write!(f, "point:{id}"),
            Self::Order(id) => write!(f, "order:{id}"),
            Self::User(id) => write!(f, "user:{id}"),
            Self::Shop => f.write_str("shop"),
        }
    }
}

/// The keys of one request, unique and in the one global order. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(Arc<[LockKey]>);

impl Keys {
    /// Sorts and deduplicates; an empty list counts as [`LockKey::Shop`].
    #[must_use]
    pub fn new(keys: impl IntoIterator<Item = LockKey>) -> Self {
        let mut keys: Vec<_> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            keys.push(LockKey::Shop);
        }
        Self(keys.into())
    }

    /// The keys in order.
    #[must_use]
    pub fn as_slice(&self) -> &[LockKey] {
        &self.0
    }
}

impl From<LockKey> for Keys {
    fn from(key: LockKey) -> Self {
        Self(Arc::new([key]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_unique() {
        let keys = Keys::new([LockKey::Stock(2), LockKey::Coupon(9), LockKey::Stock(2), LockKey::Stock(1)]);
        assert_eq!(
            keys.as_slice(),
            [LockKey::Coupon(9), LockKey::Stock(1), LockKey::Stock(2)],
            "one global order, each key once, whatever the order of the arguments"
        );
        assert_eq!(Keys::new([]).as_slice(), [LockKey::Shop], "no key is the shop's own");
    }
}
