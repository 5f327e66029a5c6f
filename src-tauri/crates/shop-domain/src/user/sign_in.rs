//! Delays after failed sign-ins: hardly noticeable after a typing error, prohibitive for a program that guesses.
//! Whether an account with that e-mail exists does not matter, so that the delay does not reveal it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::limits::{
    SIGN_IN_ADDRESS_FAILURES, SIGN_IN_ADDRESS_MINUTES, SIGN_IN_FIRST_WAIT_SECONDS, SIGN_IN_FREE_FAILURES,
    SIGN_IN_LONGEST_WAIT_SECONDS,
};

/// Failed sign-ins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignInFailures {
    /// Failures with this e-mail from this address, within a day and since the last success.
    pub of_pair: i64,
    /// Instant of the latest of them.
    pub latest_of_pair: Option<DateTime<Utc>>,
    /// Failures from this address with any e-mail, within 15 minutes.
    pub of_address: i64,
    /// Instant of the earliest of them.
    pub earliest_of_address: Option<DateTime<Utc>>,
}

impl SignInFailures {
    /// Time until the next attempt is accepted; `None` if it is accepted now.
    #[must_use]
    pub fn wait(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let pair = self.latest_of_pair.map(|latest| latest + after_failures(self.of_pair) - now);
        let is_closed = self.of_address >= SIGN_IN_ADDRESS_FAILURES;
        let window = TimeDelta::minutes(SIGN_IN_ADDRESS_MINUTES);
        let address = self.earliest_of_address.filter(|_| is_closed).map(|earliest| earliest + window - now);
        pair.max(address).filter(|wait| *wait > TimeDelta::zero())
    }
}

/// 0 for the free failures, 30 seconds after the next, doubled after each further one, up to 15 minutes.
fn after_failures(failures: i64) -> TimeDelta {
    let costly = failures - SIGN_IN_FREE_FAILURES;
    if costly <= 0 {
        return TimeDelta::zero();
    }
    // The longest wait is reached long before ten doublings.
    let doublings = (costly - 1).min(10);
    TimeDelta::seconds((SIGN_IN_FIRST_WAIT_SECONDS << doublings).min(SIGN_IN_LONGEST_WAIT_SECONDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-03-10T03:00:00Z".parse().unwrap()
    }

    fn seconds_to_wait(failures: SignInFailures, now: DateTime<Utc>) -> Option<i64> {
        failures.wait(now).map(|wait| wait.num_seconds())
    }

    #[test]
    fn each_failure_after_the_fifth_doubles_the_wait() {
        for (failures, seconds) in [
            (0, None),
            (1, None),
            (5, None),
            (6, Some(30)),
            (7, Some(60)),
            (8, Some(120)),
            (9, Some(240)),
            (10, Some(480)),
            (11, Some(900)),
            (12, Some(900)),
            (1_000_000, Some(900)),
        ] {
            let latest = (failures > 0).then(noon);
            let found = SignInFailures { of_pair: failures, latest_of_pair: latest, ..SignInFailures::default() };
            assert_eq!(seconds_to_wait(found, noon()), seconds, "right after {failures}");
        }
    }

    #[test]
    fn a_wait_ends_at_its_very_instant() {
        let found = SignInFailures { of_pair: 6, latest_of_pair: Some(noon()), ..SignInFailures::default() };
        for (millis, open) in [(0, false), (29_999, false), (30_000, true), (86_400_000, true)] {
            let now = noon() + TimeDelta::milliseconds(millis);
            assert_eq!(found.wait(now).is_none(), open, "{millis} ms later");
        }
    }

    #[test]
    fn an_address_is_closed_by_its_hundredth_failure_until_the_first_is_old() {
        let from = |failures| SignInFailures {
            of_address: failures,
            earliest_of_address: Some(noon()),
            ..SignInFailures::default()
        };
        let minute = |minutes| noon() + TimeDelta::minutes(minutes);
        assert_eq!(seconds_to_wait(from(99), minute(1)), None, "99 are borne");
        assert_eq!(seconds_to_wait(from(100), minute(1)), Some(14 * 60), "100 are not");
        assert_eq!(seconds_to_wait(from(100), minute(15)), None, "until the first of them is old");
    }

    #[test]
    fn the_longer_wait_counts() {
        let both = SignInFailures {
            of_pair: 6,
            latest_of_pair: Some(noon()),
            of_address: 100,
            earliest_of_address: Some(noon() - TimeDelta::minutes(14)),
        };
        assert_eq!(seconds_to_wait(both, noon()), Some(60), "the address opens later than the pair");
        let later = SignInFailures { of_pair: 9, ..both };
        assert_eq!(seconds_to_wait(later, noon()), Some(240), "and here the pair opens later");
    }
}
