//! Shipping: what the delivery of an order costs, how it reaches its customer, and where its parcel can be followed.

mod carrier;
mod fee;
#[cfg(test)]
mod fee_tests;
mod method;
mod pickup;
mod postcode;

pub use carrier::{CARRIERS, Carrier, CarrierFault, parse_carrier_name, parse_tracking_number, tracking_url};
pub use fee::{Destination, Fee, ShippingRules, Surcharge, SurchargeFault, shipping_fee};
pub use method::DeliveryMethod;
pub use pickup::{is_pickup_code, pickup_code};
pub use postcode::Postcode;
