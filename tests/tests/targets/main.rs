//! The fuzz targets on the stable toolchain: each corpus, and mutations of it from a fixed seed. What a fuzzer has found stays in
//! the corpus, and so is tried each time.

use std::time::Instant;

use shop_targets::planted::{cuts_by_bytes, leaves_the_amount_out};
use shop_targets::run::{Found, corpus, try_target};
use shop_targets::{Run, TARGETS, Target, TestShop};
use shop_tests::proof::{Report, is_full, report};

/// The seed of all mutations.
const SEED: u64 = 20_260_310;

/// Targets with a bug, and the corpus from which it must be found.
const PLANTED: [(&str, Run); 2] = [("csv", cuts_by_bytes), ("receipt", leaves_the_amount_out)];

fn mutations(target: &Target) -> usize {
    target.mutations[usize::from(is_full())]
}

/// Keeps the input in a file, so that it can be looked at and become a part of the corpus.
fn keep(target: &Target, found: &Found) -> String {
    let path = shop_tests::root().join("target/tmp").join(format!("found-{}", target.name));
    let kept = std::fs::create_dir_all(path.with_file_name("")).and_then(|()| std::fs::write(&path, &found.input));
    kept.expect("the input can be kept");
    format!("{}: {} (the input is in {})", target.name, found.message, path.display())
}

#[test]
fn no_input_breaks_a_parser() {
    let started = Instant::now();
    let (mut tried, mut faults) = (0, Vec::new());
    for target in &TARGETS {
        match try_target(target, &corpus(target.name), mutations(target), SEED) {
            Ok(inputs) => tried += inputs,
            Err(found) => faults.push(keep(target, &found)),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let caught = PLANTED.iter().filter(|(name, run)| {
        let real = TARGETS.iter().find(|target| target.name == *name).expect("BUG: a planted target has a real one");
        let planted = Target { run: *run, ..*real };
        try_target(&planted, &corpus(name), planted.mutations[0], SEED).is_err()
    });
    let caught = caught.count() as u64;
    TestShop::get().remove();
    report(&Report {
        goal: "fuzz-targets",
        figure: tried as u64,
        unit: "inputs",
        reach: if is_full() { 1_000_000 } else { 15_000 },
        planted: PLANTED.len() as u64,
        caught,
        seconds: started.elapsed().as_secs_f64(),
    });
}

#[test]
fn every_target_has_its_program() {
    let manifest =
        std::fs::read_to_string(shop_tests::root().join("tests/targets/libfuzzer/Cargo.toml")).expect("it is there");
    for target in &TARGETS {
        let program = format!("name = \"{}\"", target.name);
        assert!(manifest.contains(&program), "libFuzzer cannot run {}", target.name);
    }
}
