//! Compression of what a client reads: pages, scripts and JSON, where it accepts gzip. Pictures and fonts are compressed by
//! their formats; small answers and event streams go out as they are.

use tower_http::compression::predicate::{NotForContentType, SizeAbove};
use tower_http::compression::{CompressionLayer, Predicate};

/// Bytes from which compression pays: below, the answer fits a packet anyway.
const LEAST_BYTES: u16 = 1_024;

/// The layer for routes with texts.
pub(super) fn layer() -> CompressionLayer<impl Predicate> {
    let predicate = SizeAbove::new(LEAST_BYTES)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::SSE)
        .and(NotForContentType::const_new("font/"));
    CompressionLayer::new().gzip(true).compress_when(predicate)
}
