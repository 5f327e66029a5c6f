//! The rows, each with what it must reach.

mod admin;
mod doors;
mod hot;
mod http;
mod mix;
mod rush;
mod tables;

use anyhow::Result;

use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::Outcome;

/// How a row is measured.
pub type Row = fn(&Stage, Plan) -> Result<Outcome>;

/// All rows by name, in the order in which they are measured and printed.
pub const ROWS: [(&str, Row); 10] = [
    ("mixed writes, 64 clients", mix::few),
    ("mixed writes, 1,000 clients", mix::many),
    ("one client", mix::one),
    ("hot product, 5,000 buyers", hot::row),
    ("rushes", rush::row),
    ("over HTTP, 64 clients", http::row),
    ("sign-in under a crowd", doors::row),
    ("admin: questions of the panel", admin::questions_asked),
    ("admin: all orders as a file", tables::out),
    ("admin: a table of products taken in", tables::taken_in),
];
