//! The bank account of the shop, to which customers transfer money.

use thiserror::Error;

use crate::limits::{ACCOUNT_DIGITS, ACCOUNT_HOLDER, BANK_NAME};
use crate::text::normalize;
use crate::user::parse_text;

/// The fault of an account, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum AccountFault {
    /// The name of the bank: 1 to 30 characters.
    #[error("1 to 30 characters")]
    Bank,
    /// The number: 6 to 20 digits, with hyphens or spaces between them.
    #[error("6 to 20 digits, with hyphens or spaces between them")]
    Number,
    /// The name of the holder: 1 to 50 characters.
    #[error("1 to 50 characters")]
    Holder,
}

/// A bank account in normal form. The number keeps its hyphens, because customers compare it with what the bank shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepositAccount {
    bank: String,
    number: String,
    holder: String,
}

impl DepositAccount {
    /// Parses the three texts.
    ///
    /// # Errors
    /// [`AccountFault`], in its order.
    pub fn parse(bank: &str, number: &str, holder: &str) -> Result<Self, AccountFault> {
        let bank = parse_text(bank, BANK_NAME).map_err(|_| AccountFault::Bank)?;
        let number = parse_number(number).ok_or(AccountFault::Number)?;
        let holder = parse_text(holder, ACCOUNT_HOLDER).map_err(|_| AccountFault::Holder)?;
        Ok(Self { bank, number, holder })
    }

    /// The name of the bank.
    #[must_use]
    pub fn bank(&self) -> &str {
        &self.bank
    }

    /// The number, with its hyphens.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The name of the holder.
    #[must_use]
    pub fn holder(&self) -> &str {
        &self.holder
    }
}

/// Digits in groups; each separator stands between two digits.
fn parse_number(text: &str) -> Option<String> {
    let number = normalize(text);
    let is_separator = |c: char| c == '-' || c == ' ';
    let are_groups = number.split(is_separator).all(|group| {
        let is_digits = group.bytes().all(|byte| byte.is_ascii_digit());
        is_digits && !group.is_empty()
    });
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (are_groups && ACCOUNT_DIGITS.contains(&digits)).then(|| number.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use AccountFault::{Bank, Holder, Number};

    #[test]
    fn an_account_is_a_bank_a_number_and_a_holder() {
        let long = "가".repeat(31);
        let too_long = "1".repeat(21);
        for (bank, number, holder, expected) in [
            ("국민은행", "123-456-7890", "김장터", Ok("123-456-7890")),
            (" 국민은행 ", " 123456 ", " 김장터 ", Ok("123456")),
            ("카카오뱅크", "3333 01 1234567", "장터", Ok("3333 01 1234567")),
            ("", "123-456-7890", "김장터", Err(Bank)),
            (long.as_str(), "", "", Err(Bank)),
            ("국민은행", "12345", "김장터", Err(Number)),
            ("국민은행", too_long.as_str(), "김장터", Err(Number)),
            ("국민은행", "123--4567", "김장터", Err(Number)),
            ("국민은행", "-1234567", "김장터", Err(Number)),
            ("국민은행", "123456a", "김장터", Err(Number)),
            ("국민은행", "１２３４５６", "김장터", Err(Number)),
            ("국민은행", "123456", " ", Err(Holder)),
            ("국민은행", "123456", "김\n터", Err(Holder)),
        ] {
            let parsed = DepositAccount::parse(bank, number, holder);
            let number_of = parsed.as_ref().map(DepositAccount::number).map_err(|fault| *fault);
            assert_eq!(number_of, expected, "{bank:?} {number:?} {holder:?}");
        }
    }

    #[test]
    fn an_account_keeps_its_texts_in_normal_form() {
        let account = DepositAccount::parse(" 국민\u{200B}은행", "110-234-567890", "김\u{A0}장터").unwrap();
        assert_eq!(
            (account.bank(), account.number(), account.holder()),
            ("국민은행", "110-234-567890", "김 장터"),
            "as every text is kept"
        );
    }
}
