//! All SQL of the shop: the file and its schema, the writer and the readers, one file a noun.
//!
//! No rule is here: a use case reads facts through these functions, lets the domain decide, and writes the plan. Every
//! conditional update states how many rows it must change; together with the CHECKs this keeps the data right even
//! without the locks.

pub mod address;
pub mod alert;
pub mod as_of;
pub mod audit;
pub mod backup;
pub mod cart;
pub mod charge;
mod column;
mod connection;
pub mod consent;
pub mod coupon;
pub mod daily_coupon;
pub mod daily_sales;
mod db;
pub mod document;
mod engine;
mod error;
mod health;
pub mod idempotency;
pub mod lab;
mod migrations;
pub mod note;
mod open;
pub mod order;
pub mod outbox;
pub mod payment;
#[cfg(feature = "peers")]
pub mod peers;
pub mod planted;
pub mod point;
pub mod product;
mod read_slot;
pub mod refund;
pub mod restock;
pub mod returns;
pub mod seal;
pub mod search;
pub mod session;
pub mod setting;
pub mod sign_in_attempt;
pub mod statistics;
pub mod stock;
mod storage_fault;
mod time;
pub mod user;
pub mod verify;
mod wal_limit;
mod wal_origin;
pub mod wish;

pub use db::{Db, StoreResult, Tx, probe};
pub use engine::{
    BUCKET_BOUNDS, BUCKETS, Feed, Histogram, MAX_IDLE_READERS, Replacement, StorageLimits, Store, Task, Verdict,
    WriteFailure, WriterStats, bucket_index, finish,
};
pub use error::StoreError;
pub use health::StorageHealth;
pub use migrations::current_version;
pub use open::open_to_read;
pub use storage_fault::StorageFault;
pub use time::to_millis;
pub use wal_origin::{WalOrigin, wal_origin};
