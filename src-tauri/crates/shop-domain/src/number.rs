//! Whole numbers in the spellings of users and spreadsheets. The parser is strict: a comma may be a decimal point
//! elsewhere, so that `19,99` read with a thousands separator would be a price a hundred times too high.

use thiserror::Error;

/// The text is not a whole number of the accepted spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a whole number")]
pub struct NotANumber;

/// Parses `6300`, `6,300`, `₩6,300`, `6,300원`, `6300.00`: plain digits or groups of three, with a won sign before or 원
/// after, surrounding spaces, and one or two decimal zeros. Anything else is refused, signs, exponents, fractions and
/// digits of other scripts included. A number beyond `i64` becomes `i64::MAX`, which every bound of the shop refuses.
pub fn parse_whole_number(text: &str) -> Result<i64, NotANumber> {
    let text = text.trim();
    let (text, has_sign) = match text.strip_prefix(['₩', '￦']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text, false),
    };
    let text = match text.strip_suffix('원') {
        Some(_) if has_sign => return Err(NotANumber),
        Some(rest) => rest.trim_end(),
        None => text,
    };
    let whole = match text.split_once('.') {
        Some((whole, "0" | "00")) => whole,
        Some(_) => return Err(NotANumber),
        None => text,
    };
    let digits = ungrouped(whole).ok_or(NotANumber)?;
    Ok(digits.parse().unwrap_or(i64::MAX))
}

/// The digits without the commas between groups; `None` if they are not digits in groups of three.
fn ungrouped(text: &str) -> Option<String> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| is_digits(first))?;
    let others: Vec<&str> = groups.collect();
    let is_grouped = first.len() <= 3 && !first.starts_with('0') && others.iter().all(|group| group.len() == 3);
    if others.is_empty() {
        return Some(first.to_owned());
    }
    (is_grouped && others.iter().all(|group| is_digits(group))).then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_comma_is_read_only_between_groups_of_three() {
        for (text, expected) in [
            ("6300", Ok(6_300)),
            ("0", Ok(0)),
            ("007", Ok(7)),
            ("6,300", Ok(6_300)),
            ("1,234,567", Ok(1_234_567)),
            ("₩6,300", Ok(6_300)),
            (" ₩ 6,300 ", Ok(6_300)),
            ("￦500", Ok(500)),
            ("6,300원", Ok(6_300)),
            ("6300 원", Ok(6_300)),
            ("6300.00", Ok(6_300)),
            ("6,300.0", Ok(6_300)),
            ("6,300.00원", Ok(6_300)),
            ("\u{A0}6300\u{A0}", Ok(6_300)),
            ("99999999999999999999", Ok(i64::MAX)),
        ] {
            assert_eq!(parse_whole_number(text), expected, "{text:?}");
        }
        for text in [
            "",
            " ",
            "19,99",
            "1,2345",
            "12,34,567",
            "1,,234",
            ",123",
            "123,",
            "0,123",
            "1234,567",
            "6.71866E+11",
            "1e3",
            "12.5",
            "6300.",
            ".00",
            "6300.000",
            "6300.01",
            "6.300",
            "-5",
            "+5",
            "１２３",
            "٣",
            "₩",
            "원",
            "₩5원",
            "원5",
            "5₩",
            "5 000",
            "1'000",
            "0x10",
            "５，０００",
            "12.00.00",
            "6,300 won",
            "\\6,300",
            "$5",
            "\u{FFFD}5",
        ] {
            assert_eq!(parse_whole_number(text), Err(NotANumber), "{text:?}");
        }
    }

    /// The digits with a comma before each group of three.
    fn grouped(number: i64) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn every_accepted_spelling_means_the_number_that_it_shows(
            number in 0..=i64::MAX,
            spelling in prop::sample::select(vec!["{}", " {} ", "₩{}", "₩ {}", "{}원", "{} 원", "{}.0", "{}.00", "₩{}.00"]),
            is_grouped in any::<bool>(),
        ) {
            let digits = if is_grouped { grouped(number) } else { number.to_string() };
            prop_assert_eq!(parse_whole_number(&spelling.replace("{}", &digits)), Ok(number));
        }

        #[test]
        fn what_is_read_is_never_more_than_the_digits_say(text in "[0-9,.₩원 eE+-]{0,12}") {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if let Ok(number) = parse_whole_number(&text) {
                let whole = text.split('.').next().unwrap();
                let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(number, whole.parse::<i64>().unwrap(), "{:?} of {}", text, digits);
            }
        }
    }
}
