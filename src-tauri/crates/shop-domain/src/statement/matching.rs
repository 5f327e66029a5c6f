//! Which deposits of a statement belong to which requests for points and which orders. A preview only: each confirmation is
//! decided anew. A request and an order are matched alike, so both are requests here.
//!
//! A deposit is sure where its name and amount are those of one request that waits, of no other deposit of the statement, and
//! no request that was confirmed since can have been the one. So a statement that is matched a second time has no sure
//! deposit for a request that its lines have confirmed before.

use chrono::NaiveDateTime;

use super::layout::Line;
use crate::text::normalize;

/// What a deposit may be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The request for points of this id.
    Charge(i64),
    /// The payment of an order, by its own id.
    Payment(i64),
}

/// A request for money, as matching sees it; instants are in the zone of the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What it is.
    pub id: Awaited,
    /// The depositor that the customer has named.
    pub depositor: String,
    /// Won.
    pub amount: i64,
    /// When it was made.
    pub made_at: NaiveDateTime,
    /// When it was confirmed; `None` for one that waits.
    pub confirmed_at: Option<NaiveDateTime>,
}

/// Why a deposit is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// A request of this name and amount was confirmed after the deposit, and the deposit may have been the one.
    MaybeConfirmed,
    /// The money came before the request was made.
    BeforeRequest,
    /// Several requests that wait have this name and amount.
    SeveralRequests,
    /// Several deposits of the statement have this name and amount.
    SeveralDeposits,
    /// Only the amount fits, and one name is a part of the other.
    OtherName,
    /// Only the name fits.
    OtherAmount,
}

/// What became of a deposit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It belongs to this request.
    Sure(Awaited),
    /// It may belong to one of these.
    Doubtful(Doubt, Vec<Awaited>),
    /// It belongs to no request that waits; `true` where one of this name and amount was confirmed after it.
    Unmatched {
        /// Whether it has probably been confirmed.
        is_confirmed: bool,
    },
}

/// Matches each deposit, in the order of the lines.
#[must_use]
pub fn match_lines(lines: &[Line], known: &[Known]) -> Vec<Match> {
    let lines: Vec<_> = lines.iter().map(|line| Named { of: line, name: letters(&line.depositor) }).collect();
    let known: Vec<_> = known.iter().map(|known| Named { of: known, name: letters(&known.depositor) }).collect();
    lines.iter().map(|line| match_line(line, &lines, &known)).collect()
}

/// A deposit or a request with its name in the form in which names are compared.
struct Named<'a, Of> {
    of: &'a Of,
    name: String,
}

fn match_line(line: &Named<'_, Line>, lines: &[Named<'_, Line>], known: &[Named<'_, Known>]) -> Match {
    let fits = || {
        let of_amount = known.iter().filter(|request| request.of.amount == line.of.amount);
        of_amount.filter(|request| is_same(&request.name, &line.name)).map(|request| request.of)
    };
    let waiting: Vec<&Known> = fits().filter(|request| request.confirmed_at.is_none()).collect();
    let is_confirmed = fits().filter_map(|request| request.confirmed_at).any(|at| !is_before(at, line.of));
    let is_alone = |request: &Known| {
        let alike = lines.iter().filter(|other| other.of.amount == line.of.amount && is_same(&other.name, &line.name));
        alike.filter(|other| !is_after(request.made_at, other.of)).count() == 1
    };
    let ids = |requests: &[&Known]| requests.iter().map(|request| request.id).collect();
    match waiting.as_slice() {
        [] if is_confirmed => Match::Unmatched { is_confirmed },
        [] => resembling(line, known),
        several if is_confirmed => Match::Doubtful(Doubt::MaybeConfirmed, ids(several)),
        [one] if is_after(one.made_at, line.of) => Match::Doubtful(Doubt::BeforeRequest, vec![one.id]),
        [one] if is_alone(one) => Match::Sure(one.id),
        [one] => Match::Doubtful(Doubt::SeveralDeposits, vec![one.id]),
        several => Match::Doubtful(Doubt::SeveralRequests, ids(several)),
    }
}

/// Requests that fit in part only.
fn resembling(line: &Named<'_, Line>, known: &[Named<'_, Known>]) -> Match {
    let waiting = || known.iter().filter(|request| request.of.confirmed_at.is_none());
    let of_amount: Vec<Awaited> = waiting()
        .filter(|request| request.of.amount == line.of.amount && is_part(&request.name, &line.name))
        .map(|request| request.of.id)
        .collect();
    if !of_amount.is_empty() {
        return Match::Doubtful(Doubt::OtherName, of_amount);
    }
    let of_name = waiting().filter(|request| is_same(&request.name, &line.name));
    let of_name: Vec<Awaited> = of_name.map(|request| request.of.id).collect();
    if of_name.is_empty() {
        Match::Unmatched { is_confirmed: false }
    } else {
        Match::Doubtful(Doubt::OtherAmount, of_name)
    }
}

fn is_same(one: &str, other: &str) -> bool {
    !one.is_empty() && one == other
}

fn is_part(one: &str, other: &str) -> bool {
    let is_long = |name: &str| name.chars().count() >= 2;
    is_long(one) && is_long(other) && (one.contains(other) || other.contains(one))
}

/// Banks write names with and without spaces, in either case.
fn letters(name: &str) -> String {
    normalize(name).chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase()
}

/// Whether an instant is before the deposit; without a time of day only an earlier day is.
fn is_before(at: NaiveDateTime, line: &Line) -> bool {
    line.time.map_or(at.date() < line.day, |time| at < line.day.and_time(time))
}

/// Whether an instant is after the deposit; without a time of day only a later day is.
fn is_after(at: NaiveDateTime, line: &Line) -> bool {
    line.time.map_or(at.date() > line.day, |time| at > line.day.and_time(time))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use Awaited::{Charge, Payment};
    use Doubt::{BeforeRequest, MaybeConfirmed, OtherAmount, OtherName, SeveralDeposits, SeveralRequests};

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("an instant")
    }

    /// A deposit on 2 March at that time, or without one.
    fn line(row: i64, depositor: &str, amount: i64, time: Option<&str>) -> Line {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        let time = time.map(|time| time.parse().expect("a time"));
        Line { row, day, time, depositor: depositor.to_owned(), amount }
    }

    fn waits(id: i64, depositor: &str, amount: i64, made_at: &str) -> Known {
        Known { id: Charge(id), depositor: depositor.to_owned(), amount, made_at: at(made_at), confirmed_at: None }
    }

    fn confirmed(id: i64, depositor: &str, amount: i64, made_at: &str, confirmed_at: &str) -> Known {
        Known { confirmed_at: Some(at(confirmed_at)), ..waits(id, depositor, amount, made_at) }
    }

    const MORNING: &str = "2026-03-02T09:00:00";
    const NOON: &str = "2026-03-02T12:00:00";

    #[test]
    fn one_request_and_one_deposit_of_the_same_name_and_amount_are_sure() {
        let deposit = [line(1, "김입금", 50_000, Some("10:00:00"))];
        for (why, known, expected) in [
            ("as it should be", vec![waits(1, "김입금", 50_000, MORNING)], Match::Sure(Charge(1))),
            ("with a space in the name", vec![waits(1, "김 입금", 50_000, MORNING)], Match::Sure(Charge(1))),
            ("nothing waits", vec![], Match::Unmatched { is_confirmed: false }),
            (
                "two wait",
                vec![waits(1, "김입금", 50_000, MORNING), waits(2, "김입금", 50_000, MORNING)],
                Match::Doubtful(SeveralRequests, vec![Charge(1), Charge(2)]),
            ),
            (
                "paid before it was asked",
                vec![waits(1, "김입금", 50_000, NOON)],
                Match::Doubtful(BeforeRequest, vec![Charge(1)]),
            ),
            (
                "a part of the name",
                vec![waits(1, "김입금(장터)", 50_000, MORNING)],
                Match::Doubtful(OtherName, vec![Charge(1)]),
            ),
            ("another name", vec![waits(1, "박대신", 50_000, MORNING)], Match::Unmatched { is_confirmed: false }),
            (
                "another amount",
                vec![waits(1, "김입금", 49_000, MORNING)],
                Match::Doubtful(OtherAmount, vec![Charge(1)]),
            ),
            (
                "another of another amount besides",
                vec![waits(1, "김입금", 50_000, MORNING), waits(2, "김입금", 9_000, MORNING)],
                Match::Sure(Charge(1)),
            ),
        ] {
            assert_eq!(match_lines(&deposit, &known), [expected], "{why}");
        }
    }

    #[test]
    fn two_deposits_of_one_name_and_amount_are_doubtful() {
        let deposits = [line(1, "김입금", 50_000, None), line(2, "김 입금", 50_000, None)];
        let doubtful = Match::Doubtful(SeveralDeposits, vec![Charge(1)]);
        assert_eq!(match_lines(&deposits, &[waits(1, "김입금", 50_000, MORNING)]), [doubtful.clone(), doubtful]);
    }

    #[test]
    fn a_statement_that_was_matched_before_has_nothing_sure_for_what_its_lines_have_confirmed() {
        for time in [Some("10:00:00"), None] {
            let deposit = [line(1, "김입금", 50_000, time)];
            let done = confirmed(1, "김입금", 50_000, MORNING, NOON);
            let matched = match_lines(&deposit, std::slice::from_ref(&done));
            assert_eq!(matched, [Match::Unmatched { is_confirmed: true }], "it has its deposit: {time:?}");
            let later = waits(2, "김입금", 50_000, "2026-03-02T13:00:00");
            let matched = match_lines(&deposit, &[done, later]);
            assert_eq!(
                matched,
                [Match::Doubtful(MaybeConfirmed, vec![Charge(2)])],
                "a later request is not paid by it: {time:?}"
            );
        }
    }

    #[test]
    fn a_confirmation_of_an_earlier_deposit_leaves_a_later_one_sure() {
        let deposit = [line(1, "김입금", 50_000, Some("15:00:00"))];
        let known = [
            confirmed(1, "김입금", 50_000, "2026-03-01T09:00:00", NOON),
            waits(2, "김입금", 50_000, "2026-03-02T13:00:00"),
        ];
        assert_eq!(match_lines(&deposit, &known), [Match::Sure(Charge(2))]);
    }

    #[test]
    fn a_new_deposit_beside_the_one_that_was_confirmed_is_sure() {
        let deposits = [line(1, "김입금", 50_000, Some("10:00:00")), line(2, "김입금", 50_000, Some("15:00:00"))];
        let known = [confirmed(1, "김입금", 50_000, MORNING, NOON), waits(2, "김입금", 50_000, "2026-03-02T13:00:00")];
        let expected = [Match::Doubtful(MaybeConfirmed, vec![Charge(2)]), Match::Sure(Charge(2))];
        assert_eq!(match_lines(&deposits, &known), expected);
    }

    #[test]
    fn a_request_and_an_order_of_one_name_and_amount_are_doubtful() {
        let deposit = [line(1, "김입금", 50_000, None)];
        let order = Known { id: Payment(1), ..waits(1, "김입금", 50_000, MORNING) };
        assert_eq!(match_lines(&deposit, std::slice::from_ref(&order)), [Match::Sure(Payment(1))]);
        let both = [waits(1, "김입금", 50_000, MORNING), order];
        let doubtful = Match::Doubtful(SeveralRequests, vec![Charge(1), Payment(1)]);
        assert_eq!(match_lines(&deposit, &both), [doubtful], "each is named as what it is");
    }

    #[test]
    fn a_name_without_letters_fits_nothing() {
        let deposit = [line(1, "", 50_000, None)];
        let matched = match_lines(&deposit, &[waits(1, "", 50_000, MORNING)]);
        assert_eq!(matched, [Match::Unmatched { is_confirmed: false }]);
    }
}
