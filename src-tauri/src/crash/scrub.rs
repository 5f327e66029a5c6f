//! Leaves values out of a text that can name a user or open a door: e-mail addresses, telephone numbers, tokens and other long
//! secrets, and the user's home folder.

/// The shortest run of letters and digits that counts as a secret. The hash in a symbol of Rust has 17, an order number 24 with
/// hyphens; the shortest secret of the shop has 32.
const SECRET_LENGTH: usize = 24;
/// Digits of the shortest telephone number.
const NUMBER_DIGITS: usize = 9;

/// The text with a word in angle brackets in place of each such value.
pub fn scrub(text: &str) -> String {
    let home = std::env::var("HOME").ok().filter(|home| home.len() > 1);
    let text = home.map_or_else(|| text.to_owned(), |home| text.replace(&home, "~"));
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

/// Whether a character can be a part of an address, a number or a secret.
fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || "@._%+-".contains(sign)
}

fn push_word(clean: &mut String, word: &str) {
    let is_mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let is_number = digits >= NUMBER_DIGITS && word.chars().all(|sign| sign.is_ascii_digit() || "+-.".contains(sign));
    if is_mail {
        clean.push_str("<e-mail>");
    } else if is_number {
        clean.push_str("<number>");
    } else if word.split('.').any(is_secret) {
        clean.push_str("<secret>");
    } else {
        clean.push_str(word);
    }
}

/// Long, with digits among letters; words and names of functions have few digits.
fn is_secret(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    part.len() >= SECRET_LENGTH
        && digits >= 3
        && part.chars().any(|sign| sign.is_ascii_alphabetic())
        && !is_symbol(part)
}

/// A name of a function as the compiler writes it, such as `_ZN4core9panicking5panic17h0123456789abcdefE`.
fn is_symbol(part: &str) -> bool {
    part.starts_with("_ZN") || part.starts_with("_R")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_users_and_secrets_are_left_out() {
        for (text, expected) in [
            ("no user kim.a+b@example.com here", "no user <e-mail> here"),
            ("call \"010-1234-5678\" or +821012345678.", "call \"<number>\" or <number>"),
            ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc", "Bearer <secret>"),
            ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw failed", "<secret> failed"),
            ("key=0123456789abcdef0123456789abcdef", "key=<secret>"),
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
            "2026-03-10T03:00:00.123Z",
            "UNIQUE constraint failed: stock.product_id",
            "주문을 찾을 수 없습니다",
        ] {
            assert_eq!(scrub(text), text);
        }
    }
}
