//! Names for the 64-bit ids. They are aliases and not newtypes, because an id has no rule and the database returns
//! plain integers.

/// Identifies a row of `product`.
pub type ProductId = i64;
/// Identifies a row of `product_option`.
pub type OptionId = i64;
/// Identifies a row of `user`.
pub type UserId = i64;
/// Identifies a row of `order`.
pub type OrderId = i64;
/// Identifies a row of `order_item`.
pub type OrderItemId = i64;
/// Identifies a row of `coupon`.
pub type CouponId = i64;
/// Identifies a row of `user_coupon`.
pub type UserCouponId = i64;
/// Identifies a row of `cart_item`.
pub type CartItemId = i64;
