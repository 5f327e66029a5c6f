//! Searches that find an order and those that do not; an index never hides a match; the numbers with some digits.

use super::search::{NumberPart, OrderWords, customer_tokens, order_tokens, phone_key};
use crate::catalog::Term;

fn words(text: &str) -> OrderWords {
    OrderWords::parse(text).expect("there is something to look for")
}

/// Whether an index with these tokens would give the record for the terms.
fn is_hit(tokens: &str, groups: &[Vec<Term>]) -> bool {
    let tokens: Vec<&str> = tokens.split(' ').collect();
    let is_there = |term: &Term| {
        tokens.iter().any(|token| *token == term.token || (term.prefix && token.starts_with(&term.token)))
    };
    groups.iter().any(|group| group.iter().all(is_there))
}

#[test]
fn a_recipient_is_found_by_any_part_of_name_and_telephone_however_typed() {
    let (name, phone) = ("남궁 민수", "010-9876-5432");
    for (typed, found) in [
        ("남궁", true),
        ("궁민", true),
        ("민수", true),
        ("수", true),
        ("남궁민수", true),
        ("남궁 민수", true),
        ("수민", false),
        ("01098765432", true),
        ("010-9876-5432", true),
        ("010 9876 5432", true),
        ("010.9876.5432", true),
        ("(010)98765432", true),
        ("+82 10-9876-5432", true),
        ("+82-010-9876-5432", true),
        ("5432", true),
        ("765", true),
        ("32", true),
        ("987-65", true),
        ("5433", false),
        ("%", false),
        ("\"", false),
    ] {
        let words = words(typed);
        assert_eq!(words.is_in_recipient(name, phone), found, "{typed:?}");
        if found {
            assert!(is_hit(&order_tokens(name, phone, []), &words.order_terms()), "the index gives it for {typed:?}");
        }
    }
}

#[test]
fn an_order_is_found_by_any_part_of_a_product_an_option_and_the_memo() {
    let texts = ["제주 감귤 5kg / 선물 상자", "Jeju tangerines 5kg", "문 앞에 놓아주세요"];
    let tokens = order_tokens("김손님", "010-1234-5678", texts);
    for (typed, found) in [
        ("감귤", true),
        ("제주감귤", true),
        ("귤5", true),
        ("선물 상자", true),
        ("귤", true),
        ("TANGERINE", true),
        ("문앞", true),
        ("놓아주세요", true),
        ("앞문", false),
        ("감귤 10kg", false),
        ("%", false),
    ] {
        let words = words(typed);
        assert_eq!(texts.iter().any(|text| words.is_in_text(text)), found, "{typed:?}");
        if found {
            assert!(is_hit(&tokens, &words.order_terms()), "the index gives it for {typed:?}");
        }
    }
}

#[test]
fn a_customer_is_found_by_any_part_of_the_email_in_any_case() {
    let tokens = customer_tokens("Émile O'Neil", "emile.o-neil+shop@mail.example", Some("+82 2 123 4567"));
    for (typed, found) in [
        ("emile.o-neil", true),
        ("NEIL+SHOP@", true),
        ("@mail", true),
        (".example", true),
        ("le", true),
        ("@", true),
        ("émile o'neil", true),
        ("ÉMILE", true),
        ("021234567", true),
        ("02-123-4567", true),
        ("123 4567", true),
        ("emile@", false),
        ("o%neil", false),
        ("o_neil", false),
    ] {
        let words = words(typed);
        let is = words.is_in_customer("Émile O'Neil", "emile.o-neil+shop@mail.example", Some("+82 2 123 4567"));
        assert_eq!(is, found, "{typed:?}");
        if found {
            assert!(is_hit(&tokens, &words.customer_terms()), "the index gives it for {typed:?}");
        }
    }
    assert!(!words("123").is_in_customer("A", "a@b.c", None), "no telephone number, no match");
}

#[test]
fn a_number_is_found_by_any_part_of_it() {
    let number = "ORD-20260310-000123";
    for (typed, found) in [
        ("ORD-20260310-000123", true),
        ("ord-2026", true),
        ("rd-2026", true),
        ("ORD20260310000123", true),
        ("20260310", true),
        ("0310-0001", true),
        ("000123", true),
        ("123", true),
        ("0123", true),
        ("-", true),
        ("ord", true),
        ("d-20260310-000123", true),
        ("d2026", false),
        ("ORD-0310", false),
        ("124", false),
        ("ORD-2026x", false),
        ("주문", false),
    ] {
        assert_eq!(words(typed).is_in_number(number), found, "{typed:?}");
    }
    assert_eq!(words("o").number(), Some(&NumberPart::Every));
    assert_eq!(words("ord-202603100").number(), Some(&NumberPart::Beginning("ORD-20260310-0".to_owned())));
    assert_eq!(words("ORD-20260310").number_alone(), Some("ORD-20260310"));
    assert_eq!(words("d-2026").number_alone(), None, "an e-mail address may hold it too");
    assert_eq!(OrderWords::parse("  "), None);
}

#[test]
fn the_sequences_worked_out_are_those_whose_numbers_hold_the_digits() {
    for (last, parts) in [
        (12_345, vec!["1", "12", "123", "0001", "310", "10000", "0310000", "9", "00", "2345", "3100012", "0310012345"]),
        (1_000_321, vec!["1000", "000321", "9999", "100032"]),
    ] {
        for part in parts {
            let words = words(part);
            let ranges = words.sequences("2026-03-10", last);
            for sequence in (1..=last.min(12_345)).chain(last.max(2_000) - 2_000..=last) {
                let is_in_range = ranges.iter().any(|(from, to)| (*from..=*to).contains(&sequence));
                let is_in_number = words.is_in_number(&format!("ORD-20260310-{sequence:06}"));
                assert_eq!(is_in_range, is_in_number, "{part} and the sequence {sequence} of {last}");
            }
            assert!(ranges.iter().all(|(from, to)| 1 <= *from && from <= to && *to <= last), "{part}: within the day");
            assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0), "{part}: apart and rising");
        }
    }
    assert_eq!(words("0310").sequences("2026-03-10", 9), [(1, 9)], "a part of the day is a part of all its numbers");
    assert_eq!(words("김").sequences("2026-03-10", 9), []);
}

#[test]
fn spellings_of_one_telephone_number_are_one() {
    for typed in ["010-1234-5678", "01012345678", "010.1234.5678", "+82 10 1234 5678", "+82 (0)10-1234-5678"] {
        assert_eq!(phone_key(typed), "01012345678", "{typed}");
    }
    assert_eq!(phone_key("+1 212 555 0100"), "12125550100", "other countries keep their code");
    assert_eq!(phone_key("82-1234-5678"), "8212345678", "without a plus it is no country code");
}
