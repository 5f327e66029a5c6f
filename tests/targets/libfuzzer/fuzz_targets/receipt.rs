//! The target `receipt` for libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| (shop_targets::target("receipt").run)(data));
