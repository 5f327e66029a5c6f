//! What the file system can do to the shop: calls that fail, and power cuts. Each write of the list meets a fault at each of its
//! calls; migrations, backups and restores too. From the record of a workload the contents are made that a power cut may leave,
//! and each is opened as a shop.
//!
//! The quick form tries a sample, the same each time; the full form tries everything (`shop_tests::proof`).
#![cfg(unix)]

mod checkpoints;
mod contents;
mod folder;
mod jobs;
mod judge;
mod perform;
mod planted;
mod power;
mod sample;
mod starts;
mod sweep;
mod writes;

use shop_tests::{listed, proof, scene};
