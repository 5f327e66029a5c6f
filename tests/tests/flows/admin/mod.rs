//! What admins do, a module a noun: each rule, each refusal, and the trace that each act leaves.

mod alert;
mod backup;
mod backup_crafted;
mod backup_daily;
mod backup_refused;
mod backup_room;
mod catalog;
mod coupon;
mod goods;
mod holders;
mod listing;
mod note;
mod order;
mod order_csv;
mod order_search;
mod order_sequence;
mod picture;
mod product_csv;
mod product_table;
mod rich_text;
mod sale_room;
mod shop;
mod statistics;
mod stock;
mod unship;
mod user;
