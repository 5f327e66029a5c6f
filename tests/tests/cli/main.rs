//! The program `jangteo` from outside: what it makes, what it proves, what it refuses, and its exit codes.

mod backup;
mod crowd;
mod demo_data;
mod network;
mod program;
#[cfg(target_os = "linux")]
mod restore_fault;
mod restore_kill;
mod same_seed;
mod serve;
mod served;
mod token;
mod user_create;
mod verify;
