//! Order numbers: `ORD-YYYYMMDD-NNNNNN`, the business day and a sequence within it. The database gives out the sequence
//! and ensures that it is unique.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use thiserror::Error;

use crate::day::BusinessDay;

const MAX_SEQUENCE: i64 = 999_999_999;

/// The number of an order. The sequence has six digits, and more on a day of over 999,999 orders, so that a busy day
/// does not stop the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderNumber {
    day: NaiveDate,
    sequence: i64,
}

/// Not an order number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an order number")]
pub struct InvalidOrderNumber;

impl OrderNumber {
    /// The number of the day's `sequence`th order, counted from 1.
    ///
    /// # Errors
    /// [`InvalidOrderNumber`] for a sequence outside 1 to 999,999,999 or a year outside 0 to 9999.
    pub fn new(day: BusinessDay, sequence: i64) -> Result<OrderNumber, InvalidOrderNumber> {
        let day = day.date();
        let year_fits = (0..=9999).contains(&day.year());
        if year_fits && (1..=MAX_SEQUENCE).contains(&sequence) {
            Ok(OrderNumber { day, sequence })
        } else {
            Err(InvalidOrderNumber)
        }
    }

    /// Parses a number in exactly the form in which it is written.
    ///
    /// # Errors
    /// [`InvalidOrderNumber`] for any other text.
    pub fn parse(text: &str) -> Result<OrderNumber, InvalidOrderNumber> {
        let read = || {
            let (day, sequence) = text.strip_prefix("ORD-")?.split_once('-')?;
            let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
            let sequence = sequence.parse().ok()?;
            Some(OrderNumber { day, sequence })
        };
        // Formatting the result checks every detail: signs, spaces, leading zeros.
        read()
            .filter(|number| (1..=MAX_SEQUENCE).contains(&number.sequence))
            .filter(|number| number.to_string() == text)
            .ok_or(InvalidOrderNumber)
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { day, sequence } = self;
        write!(f, "ORD-{:04}{:02}{:02}-{sequence:06}", day.year(), day.month(), day.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_carries_the_business_day_and_its_sequence() {
        let day = BusinessDay::parse("2026-03-05").unwrap();
        for (sequence, text) in
            [(1, "ORD-20260305-000001"), (999_999, "ORD-20260305-999999"), (1_000_000, "ORD-20260305-1000000")]
        {
            let number = OrderNumber::new(day, sequence).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(OrderNumber::parse(text), Ok(number));
        }
        for sequence in [0, -1, MAX_SEQUENCE + 1] {
            assert!(OrderNumber::new(day, sequence).is_err(), "{sequence}");
        }
    }

    #[test]
    fn only_the_written_form_is_read() {
        for bad in [
            "",
            "ORD-",
            "ORD-20260305-",
            "ORD-20260305-1",
            "ORD-20260305-000000",
            "ORD-20260230-000001",
            "ord-20260305-000001",
            "ORD-20260305-+00001",
            "ORD-20260305-0000001",
            " ORD-20260305-000001",
            "ORD-2026035-000001",
            "ORD-20260305-9999999999",
        ] {
            assert!(OrderNumber::parse(bad).is_err(), "{bad:?}");
        }
    }
}
