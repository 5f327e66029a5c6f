//! shop-store.
