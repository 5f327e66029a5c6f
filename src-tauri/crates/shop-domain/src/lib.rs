//! The rules of the shop, pure: values that cannot be invalid, and decisions that return a plan or a refusal.
//! Deliberately absent: I/O, SQL, async, a clock, randomness. Instants, ids and everything read from the database are
//! arguments, so that a rule is tested by calling it.

mod code;

pub mod day;
pub mod ids;
pub mod initials;
pub mod instant;
pub mod limits;
pub mod line;
pub mod money;
pub mod number;
pub mod quantity;
pub mod text;

pub mod alert;
pub mod as_of;
pub mod business;
pub mod cart;
pub mod catalog;
pub mod charge;
pub mod coupon;
pub mod leaving;
pub mod order;
pub mod point;
pub mod ranking;
pub mod refund;
pub mod sale_room;
pub mod shipping;
pub mod statement;
pub mod stock;
pub mod user;

pub use code::UnknownCode;
pub use day::BusinessDay;
pub use ids::{CartItemId, CouponId, OptionId, OrderId, OrderItemId, ProductId, UserCouponId, UserId};
pub use limits::OutOfRange;
pub use line::PlaceInLine;
pub use money::{Percent, Won};
pub use number::{NotANumber, parse_whole_number};
pub use quantity::Quantity;
