//! The contract as a client sees it: the real server, over real sockets, against what the contract promises and against
//! those who mean it ill. Every test ends by proving the books.

mod charge;
mod consent;
mod deposit;
mod document;
mod doors;
mod errors;
mod events;
mod exports;
mod exposition;
mod fields;
mod files;
mod idempotency;
mod instants;
mod json;
mod jwt;
mod lan;
mod leave;
mod limits;
mod matrix;
mod metrics;
mod parcels;
mod parity;
mod pictures;
mod provoked;
mod purchase;
mod rush;
mod sign_in;
mod spellings;
mod streams;
mod texts;
mod throttle;
mod uploads;

use shop_tests::listed::{operation, rows, stage};
use shop_tests::{http, scene};
