//! The Lab itself: the same seed gives the same arrivals, the weak guard breaks the books every time, the others never.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::outcome::inversions;
use super::*;
use shop_contract::Language;

fn settings(scenario: Scenario, guard: Guard, seed: u64) -> Settings {
    Settings { scenario, guard, users: 60, stock: 7, seed, arrival: Duration::ZERO }
}

fn made(settings: Settings) -> Outcome {
    run(settings, &Arc::default(), |_| {}).expect("the run is made")
}

#[test]
fn the_same_seed_gives_the_same_arrivals() {
    for scenario in Scenario::ALL {
        let crowd = |seed| Crowd::new(&settings(scenario, Guard::Keyed, seed));
        assert_eq!(crowd(7), crowd(7), "{scenario:?}");
        assert_eq!(crowd(7).fingerprint(), crowd(7).fingerprint(), "{scenario:?}");
        assert_ne!(crowd(7).fingerprint(), crowd(8).fingerprint(), "{scenario:?}: another seed is another crowd");
        let mut users: Vec<usize> = crowd(7).visits.iter().map(|visit| visit.user).collect();
        users.sort_unstable();
        assert_eq!(users, (0..60).collect::<Vec<_>>(), "each user comes once");
    }
}

#[test]
fn users_arrive_within_the_given_time() {
    let slow = Settings { arrival: Duration::from_millis(400), ..settings(Scenario::CouponRush, Guard::Keyed, 3) };
    let visits = Crowd::new(&slow).visits;
    assert!(visits.is_sorted_by_key(|visit| visit.at), "in the order of their arrival");
    assert!(visits.iter().all(|visit| visit.at <= slow.arrival), "none comes later");
    assert!(visits.iter().any(|visit| visit.at > Duration::from_millis(100)), "they are spread");
}

#[test]
fn inversions_are_pairs_in_the_wrong_order() {
    for (served, expected) in [(vec![], 0), (vec![0, 1, 2], 0), (vec![2, 1, 0], 3), (vec![5, 0, 9, 1], 3)] {
        assert_eq!(inversions(&served), expected, "{served:?}");
    }
}

#[test]
fn a_safe_guard_keeps_the_books_and_grants_what_there_is() {
    for guard in Guard::ALL.into_iter().filter(|guard| guard.is_safe()) {
        for scenario in Scenario::ALL {
            let outcome = made(settings(scenario, guard, 11));
            assert_eq!(outcome.identities, [], "{scenario:?} {guard:?}");
            assert_eq!((outcome.oversold, outcome.oversold_won), (0, 0), "{scenario:?} {guard:?}");
            assert_eq!(outcome.granted + outcome.refused, 60, "{scenario:?} {guard:?}: everyone is answered");
            let is_one_thing = !matches!(scenario, Scenario::FlashSale | Scenario::Mixed);
            assert!(!is_one_thing || outcome.granted == 7, "{scenario:?} {guard:?}: {outcome:?}");
        }
    }
}

#[test]
fn without_a_guard_every_seed_oversells() {
    for seed in 0..20 {
        for scenario in Scenario::ALL {
            let outcome = made(settings(scenario, Guard::None, seed));
            assert!(outcome.oversold > 0, "{scenario:?} {seed}: {outcome:?}");
            assert!(outcome.oversold_won > 0, "{scenario:?} {seed}: it costs something");
            assert!(!outcome.identities.is_empty(), "{scenario:?} {seed}: the books say so");
        }
    }
}

#[test]
fn the_histogram_counts_every_answer() {
    for (millis, bucket) in [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (4_095, 12), (4_096, 13), (60_000, 13)] {
        assert_eq!(figures::bucket(Duration::from_millis(millis)), bucket, "{millis} ms");
    }
    let outcome = made(settings(Scenario::CouponRush, Guard::Keyed, 2));
    for progress in &outcome.series {
        assert_eq!(progress.waits.iter().sum::<u64>(), progress.granted + progress.refused, "{progress:?}");
    }
    assert_eq!(outcome.served.len() as u64, outcome.granted, "a place for each grant");
}

#[test]
fn many_places_are_spread() {
    assert_eq!(outcome::spread(&[]), Vec::<u64>::new());
    assert_eq!(outcome::spread(&[4]), [4]);
    assert_eq!(outcome::spread(&[2, 0, 1]), [2, 0, 1]);
    let many = outcome::spread(&(0..1_000).collect::<Vec<_>>());
    assert_eq!((many.len(), many.first(), many.last()), (200, Some(&0), Some(&999)), "with both ends");
}

#[test]
fn the_keyed_queue_serves_in_the_order_of_arrival() {
    let outcome = made(settings(Scenario::CouponRush, Guard::Keyed, 5));
    assert_eq!(outcome.inversions, 0, "first come, first served: {outcome:?}");
}

#[test]
fn a_run_that_is_stopped_answers_those_who_came() {
    let slow = Settings { arrival: Duration::from_secs(60), ..settings(Scenario::CouponRush, Guard::Keyed, 1) };
    let stop = Arc::new(AtomicBool::new(false));
    let outcome = run(slow, &stop, |progress| {
        if progress.seconds > 0.2 {
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    });
    let outcome = outcome.expect("it ends");
    assert!(outcome.granted + outcome.refused < 60, "not all have come: {outcome:?}");
    assert_eq!(outcome.identities, [], "the books are right");
}

#[test]
fn a_report_opens_runs_again_and_shows_a_change() {
    let machine = Machine {
        version: "0.1.0 <b>".to_owned(),
        system: "linux x86_64".to_owned(),
        processors: 2,
        made_at: "2026-11-30T09:00:00Z".to_owned(),
    };
    let settings = settings(Scenario::CouponRush, Guard::None, 4);
    let outcome = made(settings);
    for language in [Language::Ko, Language::En] {
        let html = report(std::slice::from_ref(&outcome), &machine, language);
        assert_eq!(settings_of(&html), Ok(vec![(settings, outcome.arrivals.clone())]), "its settings come back");
        assert!(html.contains("0.1.0 &lt;b&gt;") && !html.contains("<b>\u{a0}"), "texts are escaped");
        let drawn = html.matches("<rect").count();
        assert_eq!(drawn, shop_contract::LAB_WAIT_BUCKETS, "the histogram has its bars");
        assert!(html.contains(&format!("{} ·", outcome.inversions)), "the inversions are named");
        assert_eq!(html.matches("<circle").count(), outcome.served.len(), "a dot for each that was served");
        for outside in ["http://", "https://", "src=", "url("] {
            assert!(!html.contains(outside), "it loads nothing: {outside}");
        }
        let changed = html.replacen("\"users\":60", "\"users\":61", 1);
        assert_eq!(settings_of(&changed), Err(ReplayError::Changed), "a change is seen");
    }
    assert_eq!(settings_of("<html></html>"), Err(ReplayError::NoReport));
}
