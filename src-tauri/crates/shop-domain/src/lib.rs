//! shop-domain.
