//! A sale room: guests with their telephones buy one thing, first come, first served, at an announced instant. The rules are
//! its stages and how often a wrong PIN may be tried.

use chrono::{DateTime, TimeDelta, Utc};

use crate::code::coded;

/// The most guests that a room takes.
pub const MAX_GUESTS: usize = 200;
/// The results stay for so long after the end, in seconds; then the room is closed.
pub const RESULT_SECONDS: i64 = 180;
/// Digits of the PIN.
pub const PIN_DIGITS: usize = 6;
/// Wrong PINs of one address, and of all addresses together, that are answered within [`PIN_WINDOW_SECONDS`].
pub const PIN_TRIES: PinTries = PinTries { of_address: 5, of_all: 60 };
/// The period within which wrong PINs are counted, in seconds.
pub const PIN_WINDOW_SECONDS: i64 = 60;

coded! {
    /// How far a room has come.
    Stage {
        /// There is none.
        Closed => "CLOSED",
        /// Guests join and wait for the start.
        Waiting => "WAITING",
        /// Guests buy.
        Selling => "SELLING",
        /// Sold out, or the time is over; the results are shown.
        Ended => "ENDED",
    }
}

/// The instants of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The first instant at which guests can buy.
    pub starts_at: DateTime<Utc>,
    /// The first instant at which they can no longer.
    pub ends_at: DateTime<Utc>,
    /// When the last unit was sold, if it was.
    pub sold_out_at: Option<DateTime<Utc>>,
    /// When an admin closed the room.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Times {
    /// The stage at `now`.
    #[must_use]
    pub fn stage(&self, now: DateTime<Utc>) -> Stage {
        let over_at = self.sold_out_at.unwrap_or(self.ends_at).min(self.ends_at);
        if self.closed_at.is_some() || now >= over_at + TimeDelta::seconds(RESULT_SECONDS) {
            Stage::Closed
        } else if now >= over_at {
            Stage::Ended
        } else if now >= self.starts_at {
            Stage::Selling
        } else {
            Stage::Waiting
        }
    }
}

/// How many wrong PINs are answered within the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinTries {
    /// Those of one address.
    pub of_address: usize,
    /// Those of all addresses.
    pub of_all: usize,
}

impl PinTries {
    /// Decides whether a PIN may be tried, by the instants of the wrong ones within the window, oldest first; else the seconds
    /// to wait, at least 1. A right PIN has to wait as well: its refusal must not tell that it is the right one.
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn check(self, of_address: &[DateTime<Utc>], of_all: &[DateTime<Utc>], now: DateTime<Utc>) -> Result<(), i64> {
        let wait = |wrong: &[DateTime<Utc>], most: usize| {
            let oldest = wrong.len().checked_sub(most).and_then(|from| wrong.get(from))?;
            let left = *oldest + TimeDelta::seconds(PIN_WINDOW_SECONDS) - now;
            Some((left.num_milliseconds() + 999) / 1_000).filter(|seconds| *seconds > 0)
        };
        match wait(of_address, self.of_address).max(wait(of_all, self.of_all)) {
            Some(seconds) => Err(seconds),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    #[test]
    fn a_room_goes_through_its_stages() {
        let times = Times { starts_at: second(30), ends_at: second(90), sold_out_at: None, closed_at: None };
        let sold_out = Times { sold_out_at: Some(second(40)), ..times };
        let closed = Times { closed_at: Some(second(35)), ..times };
        for (times, at, stage) in [
            (times, 0, Stage::Waiting),
            (times, 29, Stage::Waiting),
            (times, 30, Stage::Selling),
            (times, 89, Stage::Selling),
            (times, 90, Stage::Ended),
            (times, 90 + RESULT_SECONDS - 1, Stage::Ended),
            (times, 90 + RESULT_SECONDS, Stage::Closed),
            (sold_out, 39, Stage::Selling),
            (sold_out, 40, Stage::Ended),
            (sold_out, 40 + RESULT_SECONDS, Stage::Closed),
            (closed, 36, Stage::Closed),
        ] {
            assert_eq!(times.stage(second(at)), stage, "{times:?} at {at} s");
        }
    }

    #[test]
    fn wrong_pins_are_bounded_by_address_and_in_all() {
        let tries = PinTries { of_address: 2, of_all: 3 };
        let wrong = [second(0), second(10), second(20)];
        for (of_address, of_all, at, expected) in [
            (&wrong[..0], &wrong[..2], 20, Ok(())),
            (&wrong[..1], &wrong[..2], 20, Ok(())),
            (&wrong[..2], &wrong[..2], 20, Err(40)),
            (&wrong[..3], &wrong[..3], 20, Err(50)),
            (&wrong[..0], &wrong[..3], 20, Err(40)),
            (&wrong[..2], &wrong[..2], 60, Ok(())),
        ] {
            assert_eq!(tries.check(of_address, of_all, second(at)), expected, "{of_address:?} {of_all:?} at {at} s");
        }
    }
}
