//! The short form of `cargo xtask soak`, and series made by hand that its checks must catch.

use std::time::Duration;

use shop_tests::soak::{Bounds, Check, Evidence, Kept, Kind, Plan, Sample, Slowness, checks, fit, run};
use tempfile::TempDir;

use crate::program::binary;

/// Seconds of a soak that is made by hand.
const HOUR: f64 = 3_600.0;

/// An hour in which nothing grows but the database, with a little noise.
fn calm() -> Evidence {
    let sample = |number: u32| {
        let noise = f64::from(number % 7);
        let second = f64::from(number) * 5.0;
        let (memory_mib, handles) = (80.0 + noise * 0.4, 70.0 + noise % 2.0);
        Sample {
            second,
            memory_mib,
            handles,
            threads: 12.0,
            wal_mib: 40.0 + noise,
            database_mib: second,
            ..Sample::default()
        }
    };
    let slowness = |kind| Slowness { kind, counts: [5_000, 5_000], p99_ms: [6.0, 6.5] };
    Evidence {
        seconds: HOUR,
        samples: (1..=720).map(sample).collect(),
        slowness: Kind::ALL.map(slowness).into(),
        server_errors: 0,
        unexpected: 0,
        locks_at_rest: 0,
        broken: 0,
        kept: Kept { asked: 1_000.0, answered: 998.0 },
    }
}

/// What falls short, by the first words of its name.
fn short(seen: &Evidence) -> Vec<String> {
    let fell_short = checks(seen, &Bounds::default()).into_iter().filter(|check| !check.ok);
    fell_short.map(|Check { what, .. }| what.split([',', ':']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_calm_hour_passes() {
    assert_eq!(short(&calm()), Vec::<String>::new());
}

/// A change of a calm hour.
type Change = fn(&mut Evidence);

#[test]
fn each_fault_is_caught_by_its_check_alone() {
    let planted: [(&str, Change); 11] = [
        // 20 MiB an hour.
        ("memory", |seen| seen.samples.iter_mut().for_each(|one| one.memory_mib += one.second * 20.0 / HOUR)),
        // One handle in five minutes.
        ("file handles", |seen| seen.samples.iter_mut().for_each(|one| one.handles += (one.second / 300.0).floor())),
        ("threads", |seen| seen.samples.iter_mut().for_each(|one| one.threads += one.second / 200.0)),
        ("WAL at most", |seen| seen.samples.iter_mut().for_each(|one| one.wal_mib += one.second / 10.0)),
        ("payment", |seen| {
            let payment = seen.slowness.iter_mut().find(|one| one.kind == Kind::Payment);
            payment.expect("all kinds are there").p99_ms = [6.0, 12.6];
        }),
        ("lock manager at rest", |seen| seen.locks_at_rest = 1),
        ("server errors that nobody provoked", |seen| seen.server_errors = 1),
        ("refusals that nobody provoked", |seen| seen.unexpected = 1),
        ("broken invariants of the books", |seen| seen.broken = 1),
        ("load", |seen| seen.kept.answered = 900.0),
        ("samples", |seen| seen.samples.truncate(9)),
    ];
    for (name, change) in planted {
        let mut seen = calm();
        change(&mut seen);
        assert_eq!(short(&seen), [name], "a fault of {name}");
    }
}

#[test]
fn what_grows_in_the_first_half_alone_is_no_drift() {
    let mut seen = calm();
    for one in &mut seen.samples {
        one.memory_mib += one.second.min(HOUR / 2.0) / 10.0;
        one.handles += one.second.min(HOUR / 2.0) / 10.0;
    }
    assert_eq!(short(&seen), Vec::<String>::new(), "caches fill and connections open");
}

#[test]
fn rare_and_quick_requests_are_not_compared() {
    let mut seen = calm();
    seen.slowness[0] = Slowness { kind: Kind::List, counts: [5_000, 20], p99_ms: [1.0, 50.0] };
    seen.slowness[1] = Slowness { kind: Kind::Search, counts: [5_000, 5_000], p99_ms: [0.2, 1.5] };
    assert_eq!(short(&seen), Vec::<String>::new(), "too few, and less than the scheduler's noise");
}

#[test]
fn a_line_is_fitted() {
    for (points, level, slope) in [
        (&[(0.0, 3.0), (1.0, 5.0), (2.0, 7.0)][..], 3.0, 2.0),
        (&[(0.0, 1.0), (2.0, 1.0)], 1.0, 0.0),
        (&[(5.0, 4.0)], 4.0, 0.0),
        (&[], 0.0, 0.0),
    ] {
        let line = fit(points);
        assert!((line.level - level).abs() < 1e-9 && (line.slope - slope).abs() < 1e-9, "{points:?}: {line:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_soak_of_the_real_program_holds() {
    let folder = TempDir::new().expect("a folder");
    let plan = Plan {
        binary: binary().to_owned(),
        folder: folder.path().to_owned(),
        length: Duration::from_secs(8),
        every: Duration::from_millis(500),
        calibration: Duration::ZERO,
        share: 0.6,
        // Few: other tests run at the same time.
        rate: Some(150.0),
        customers: 6,
        streams: 3,
        products: 60,
        orders: 60,
        bounds: Bounds::default(),
    };
    let report = run(&plan, |_| {}).await.expect("it runs to its end");
    // Other tests take the machine away for seconds, so that times and the pace say nothing here.
    let of_machine = |check: &&Check| check.what.contains("p99") || check.what.starts_with("load");
    let short: Vec<_> = report.checks.iter().filter(|check| !check.ok && !of_machine(check)).collect();
    assert!(short.is_empty(), "{short:#?}\n{}", report.table());
    let asked = report.evidence.samples.iter().flat_map(|sample| &sample.times).filter(|(_, p50, _)| *p50 > 0.0);
    let kinds: std::collections::BTreeSet<_> = asked.map(|(kind, ..)| kind.name()).collect();
    for kind in
        ["list", "search", "product", "add to cart", "coupon", "order", "payment", "admin, read", "admin, write"]
    {
        assert!(kinds.contains(kind), "the load has requests of the kind {kind}: {kinds:?}");
    }
    assert!(
        report.refusals.contains_key("payment: PAYMENT_FAILED"),
        "a payment was made to fail: {:?}",
        report.refusals
    );
    assert!(report.json()["samples"].as_array().is_some_and(|samples| samples.len() >= 10), "{}", report.json());
}
