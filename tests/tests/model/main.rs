//! The reference model: plain vectors and maps beside the real shop. Random sequences of what customers, admins and jobs do run on
//! both; after each step the answers and the states are the same, and after each sequence the invariants hold.
//!
//! A sequence that fails is shrunk to a short one, and its seed is kept in `regressions`. A new operation without a row in
//! `coverage` does not compile.

mod among;
mod as_of;
mod coupons;
mod coverage;
mod deposits;
mod edits;
mod payments;
mod price;
mod real;
mod real_edits;
mod rules;
mod run;
mod seen;
mod shop;
mod step;

use shop_tests::scene;
