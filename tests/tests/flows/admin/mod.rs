//! What admins do, a module a noun: each rule, each refusal, and the trace that each act leaves.

mod catalog;
mod product_csv;
mod stock;
