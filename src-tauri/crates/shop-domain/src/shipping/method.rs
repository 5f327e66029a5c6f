//! How an order reaches its customer.

use crate::code::coded;

coded! {
    /// How an order reaches its customer.
    DeliveryMethod {
        /// A carrier brings it to an address.
        Delivery => "DELIVERY",
        /// The customer picks it up at the shop.
        Pickup => "PICKUP",
    }
}
