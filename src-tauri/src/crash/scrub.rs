//! Leaves values out of a text that can name a user or open a door: e-mail addresses, telephone numbers, tokens and other long
//! secrets, and the user's home folder.

use std::ops::RangeInclusive;

/// The shortest run of letters and digits that counts as a secret. The hash in a symbol of Rust has 17, an order number 24 with
/// hyphens; the shortest secret of the shop has 32.
const SECRET_LENGTH: usize = 24;
/// What the secret of a webhook begins with.
const WEBHOOK_SECRET: &str = "whsec_";
/// Digits of a telephone number, those of the country included. An order number has 14.
const NUMBER_DIGITS: RangeInclusive<usize> = 9..=13;

/// The text with a word in angle brackets in place of each such value.
pub fn scrub(text: &str) -> String {
    let home = std::env::var("HOME").ok().filter(|home| home.len() > 1);
    let text = home.map_or_else(|| text.to_owned(), |home| text.replace(&home, "~"));
    let text = without_numbers(&without_webhook_secrets(&text));
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|sign| !is_part(sign)).map_or(rest.len(), |length| start + length);
        clean.push_str(&rest[..start]);
        push_word(&mut clean, &rest[start..end]);
        rest = &rest[end..];
    }
    clean.push_str(rest);
    clean
}

/// Telephone numbers, however they are grouped: digits with single spaces, brackets, hyphens or points between them.
fn without_numbers(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit() || "+(".contains(sign)) {
        let is_begun = rest[..start].chars().next_back().is_none_or(|sign| !is_part(sign) || sign == '-');
        let length = if is_begun { number_length(&rest[start..]) } else { 0 };
        // What is no number is passed whole, so that its end is not taken for a beginning.
        let skipped = rest[start..].find(|sign| !is_part(sign)).unwrap_or(rest.len() - start).max(1);
        clean.push_str(&rest[..start]);
        clean.push_str(if length > 0 { "<number>" } else { &rest[start..start + skipped] });
        rest = &rest[start + if length > 0 { length } else { skipped }..];
    }
    clean.push_str(rest);
    clean
}

/// The length of the telephone number at the beginning of a text, as long as it can be; 0 where there is none.
fn number_length(text: &str) -> usize {
    let (mut digits, mut gap, mut length) = (0, 0, 0);
    for (place, sign) in text.char_indices() {
        match sign {
            '0'..='9' => (digits, gap) = (digits + 1, 0),
            '+' if place == 0 => {}
            '(' | ')' | ' ' | '-' | '.' if gap < 2 => gap += 1,
            _ => break,
        }
        let is_whole = sign.is_ascii_digit() && is_end_of_number(&text[place + 1..]) && !is_address(&text[..=place]);
        if is_whole && NUMBER_DIGITS.contains(&digits) {
            length = place + 1;
        }
    }
    length
}

/// Whether a number can end before this text.
fn is_end_of_number(rest: &str) -> bool {
    rest.chars().next().is_none_or(|sign| !sign.is_alphanumeric() && !"@_:".contains(sign))
}

/// Whether digits are the address of a computer.
fn is_address(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| part.len() <= 3)
}

/// Whether a character can be a part of an address, a number or a secret.
fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || "@._%+-".contains(sign)
}

fn push_word(clean: &mut String, word: &str) {
    let is_mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if is_mail {
        clean.push_str("<e-mail>");
    } else if word.split('.').any(is_secret) {
        clean.push_str("<secret>");
    } else {
        clean.push_str(word);
    }
}

/// Long, with digits among letters or letters of both cases mixed; words and names of functions have few of either.
fn is_secret(part: &str) -> bool {
    let count = |is: fn(&char) -> bool| part.chars().filter(is).count();
    let digits = count(char::is_ascii_digit);
    let (upper, lower) = (count(char::is_ascii_uppercase), count(char::is_ascii_lowercase));
    let is_mixed = upper * 3 >= part.len() && lower * 4 >= part.len();
    part.len() >= SECRET_LENGTH && (digits >= 3 && upper + lower > 0 || is_mixed) && !is_symbol(part)
}

/// A name of a function as the compiler writes it, such as `_ZN4core9panicking5panic17h0123456789abcdefE`.
fn is_symbol(part: &str) -> bool {
    part.starts_with("_ZN") || part.starts_with("_R") && part.contains("Cs") && !part.contains('-')
}

/// Secrets of webhooks, whole: their base 64 can hold a `/`, which ends a word elsewhere.
fn without_webhook_secrets(text: &str) -> String {
    let mut parts = text.split(WEBHOOK_SECRET);
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end =
            part.find(|sign: char| !sign.is_ascii_alphanumeric() && !"+/=_-".contains(sign)).unwrap_or(part.len());
        clean.push_str("<secret>");
        clean.push_str(&part[end..]);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_users_and_secrets_are_left_out() {
        for (text, expected) in [
            ("no user kim.a+b@example.com here", "no user <e-mail> here"),
            ("call \"010-1234-5678\" or +821012345678.", "call \"<number>\" or <number>."),
            ("010-1234-5678 010-2222-3333 and -01012345678", "<number> <number> and -<number>"),
            (
                "010-1234-5678 2026-03-10T03:00:00Z or 010-1234-5678 10ms",
                "<number> 2026-03-10T03:00:00Z or <number> 10ms",
            ),
            ("call (010) 1234 5678, 02) 123-4567 or 010.1234.5678", "call <number>, <number> or <number>"),
            ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc", "Bearer <secret>"),
            ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw failed", "<secret> failed"),
            ("whsec_Mf/Q9r+GKYqrTwj/PD8=, again", "<secret>, again"),
            ("key=0123456789abcdef0123456789abcdef", "key=<secret>"),
            ("token _RaBcXyZqWeRtYuIoPaSdFgHjKlZ", "token <secret>"),
        ] {
            assert_eq!(scrub(text), expected, "{text}");
        }
    }

    #[test]
    fn what_tells_of_the_fault_stays() {
        for text in [
            "index out of bounds: the len is 3 but the index is 7",
            "src-tauri/crates/shop-app/src/order/place_order.rs:120:9",
            "core::panicking::panic_fmt::h0123456789abcdef",
            "_ZN4core9panicking9panic_fmt17h0123456789abcdefE",
            "2026-03-10T03:00:00.123Z and 2026-03-10 03:00:00",
            "order ORD-20260310-000123",
            "listening at 192.168.100.200:47100",
            "_RNvCs1a2B3c4D5e_7jangteo4main",
            "InsufficientStockWasRefusedByTheUpdate",
            "UNIQUE constraint failed: stock.product_id",
            "주문을 찾을 수 없습니다",
        ] {
            assert_eq!(scrub(text), text);
        }
    }
}
