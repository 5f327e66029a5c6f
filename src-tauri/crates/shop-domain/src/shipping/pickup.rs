//! The code with which a customer picks up an order: six digits.

use crate::limits::PICKUP_CODE_DIGITS;

/// A code made of random bytes. Every code is as likely as any other to within 1 in 10^13.
#[must_use]
pub fn pickup_code(random: [u8; 32]) -> String {
    let [a, b, c, d, e, f, g, h, ..] = random;
    let number = u64::from_be_bytes([a, b, c, d, e, f, g, h]) % 10_u64.pow(PICKUP_CODE_DIGITS as u32);
    format!("{number:0width$}", width = PICKUP_CODE_DIGITS)
}

/// Whether what a customer tells is the code of the order; spaces and hyphens within it do not matter.
#[must_use]
pub fn is_pickup_code(code: &str, told: &str) -> bool {
    let told: String = told.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    !code.is_empty() && told == code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_of_the_random_bytes() {
        let mut random = [0; 32];
        assert_eq!(pickup_code(random), "000000");
        random[7] = 42;
        assert_eq!(pickup_code(random), "000042");
        random[6] = 1;
        assert_eq!(pickup_code(random), "000298", "256 + 42");
        assert_eq!(pickup_code([0xFF; 32]), "551615", "the last six digits of 2^64 - 1");
    }

    #[test]
    fn a_code_is_told_in_groups_too() {
        for (told, expected) in
            [("012345", true), (" 012 345 ", true), ("012-345", true), ("12345", false), ("", false), ("012346", false)]
        {
            assert_eq!(is_pickup_code("012345", told), expected, "{told:?}");
        }
        assert!(!is_pickup_code("", ""), "an order without a code is not handed over by none");
    }
}
