//! The line of requests for one thing, such as the stock of a product in a rush.

/// The place of a request among those for the same thing, each from 1, since the line formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceInLine {
    /// As which it arrived.
    pub arrived: i64,
    /// As which it was served.
    pub served: i64,
}
