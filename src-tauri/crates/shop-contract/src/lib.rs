//! The contract that the faces share: operations, requests, views, errors.
//!
//! Shapes only. What a request means is decided by the use case of its name; nothing here reads or writes.

pub mod operation;
pub mod operations;

mod admin;
mod cart;
mod catalog;
mod codes;
mod common;
mod coupon;
mod demo;
mod deserialize;
mod desktop;
mod details;
mod error;
mod error_code;
mod event;
mod lab;
mod lab_replay;
mod menu;
mod messages;
mod moment;
mod order;
mod payment;
mod point;
mod quote;
mod recovery;
mod refusal;
mod schema;
mod server;
mod shop;
mod storage;
mod token;
mod typescript;
mod user;

pub use admin::*;
pub use cart::*;
pub use catalog::*;
pub use common::{ById, Done, Empty, ListPage, parse};
pub use coupon::*;
pub use demo::*;
pub use deserialize::Instant;
pub use desktop::*;
pub use details::*;
pub use error::{ErrorView, ShopError, instant};
pub use error_code::ErrorCode;
pub use event::{DemoProgress, DemoStage, ShopEvent};
pub use lab::*;
pub use lab_replay::*;
pub use menu::*;
pub use messages::Language;
pub use moment::Moment;
pub use operation::{Access, AccessLevel, Facts, Operation, level};
pub use order::*;
pub use payment::*;
pub use point::*;
pub use quote::*;
pub use recovery::*;
pub use schema::schema_document;
pub use server::*;
pub use shop::*;
pub use storage::*;
pub use token::*;
pub use typescript::operations_typescript;
pub use user::*;
