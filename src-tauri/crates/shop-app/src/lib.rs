//! Use cases, runtime, and the contract that the faces share.

pub mod contract;
pub mod ranking;
pub mod runtime;
