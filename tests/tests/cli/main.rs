//! The program `jangteo` from outside: what it makes, what it proves, what it refuses, and its exit codes.

mod backup;
#[cfg(target_os = "linux")]
mod clock;
mod crowd;
mod demo_data;
mod foreign_file;
#[cfg(target_os = "linux")]
mod injected;
mod kill;
mod lab;
mod lab_replay;
mod network;
mod program;
#[cfg(target_os = "linux")]
mod restore_fault;
mod restore_kill;
mod same_seed;
mod serve;
mod served;
#[cfg(target_os = "linux")]
mod slow_readers;
#[cfg(target_os = "linux")]
mod small_disk;
#[cfg(target_os = "linux")]
mod soak;
mod start_refused;
#[cfg(target_os = "linux")]
mod storage;
mod token;
mod upgrade;
mod user_create;
mod verify;
