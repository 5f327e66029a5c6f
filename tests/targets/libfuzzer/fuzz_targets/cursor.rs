//! The target `cursor` for libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| (shop_targets::target("cursor").run)(data));
