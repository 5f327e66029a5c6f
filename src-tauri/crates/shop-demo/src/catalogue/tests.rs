//! What the catalogue promises: enough of everything, nothing twice, the same every time.

use std::collections::HashSet;

use super::*;
use crate::art::{Motif, PictureKey};

#[test]
fn the_catalogue_is_large_and_varied() {
    assert!(base_count() >= 220, "a shop that feels stocked: {}", base_count());
    assert_eq!(base_products().count(), base_count());
    let with = |test: fn(&BaseProduct) -> bool| base_products().filter(|base| test(base)).count();
    assert!(with(|base| !base.options.is_empty()) >= 30, "options are to be seen on many pages");
    assert!(with(|base| base.limited_quantity.is_some()) >= 10, "limits are to be met");
    assert!(with(|base| base.stock_level == StockLevel::Empty) >= 5, "some are sold out");
    assert!(with(|base| matches!(base.stock_level, StockLevel::LastFew(_))) >= 10, "some are nearly sold out");
    assert!(with(|base| base.sale_rate.is_some()) >= 10, "the flash sale has something to show");
}

#[test]
fn every_row_is_whole() {
    let mut names = HashSet::new();
    for base in base_products() {
        assert!(names.insert(base.name), "two products are called {}", base.name);
        assert!(!base.name_en.is_empty() && !base.description_en.is_empty(), "{}", base.name);
        assert!(base.description.matches('.').count() >= 2, "two sentences: {}", base.name);
        assert!(!base.name.contains('·'), "the dot is kept for editions: {}", base.name);
        assert!(base.sale_rate.is_none_or(|rate| (1..=90).contains(&rate)), "{}", base.name);
        for price in base.options.iter().map(|&(_, price)| price).chain([base.price]) {
            assert!(price >= 1000 && price % 100 == 0, "{} costs {price}", base.name);
        }
        for (option, _) in base.options {
            assert!(option_names::english(option).is_some(), "{option} of {} has an English name", base.name);
        }
        if let StockLevel::LastFew(left) = base.stock_level {
            assert!((1..=5).contains(&left), "{}", base.name);
        }
    }
}

#[test]
fn category_codes_are_plain_and_distinct() {
    let codes: HashSet<_> = CATEGORIES.iter().map(|category| category.code).collect();
    assert_eq!(codes.len(), CATEGORIES.len());
    assert!(codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_lowercase())));
    let first: HashSet<_> = (0..CATEGORIES.len()).map(|n| product(n).category).collect();
    assert_eq!(first, codes, "a shop of eleven products has one of each category");
}

#[test]
fn the_base_comes_first_and_unchanged() {
    let written: HashSet<_> = base_products().map(|base| (base.name, base.price)).collect();
    let made: Vec<_> = (0..base_count()).map(product).collect();
    let made: HashSet<_> = made.iter().map(|product| (product.name.as_str(), product.price)).collect();
    assert_eq!(written, made);
}

#[test]
fn names_stay_unique_and_products_repeatable() {
    // Only the edition's words vary within a base product, so their uniqueness is that of the names.
    let editions = 1_000_000 / base_count() + 1;
    let names: HashSet<_> = (0..editions).map(|edition| product(edition * base_count()).name).collect();
    assert_eq!(names.len(), editions, "a million products have a million names");
    let english: HashSet<_> = base_products().map(|base| base.name_en).collect();
    assert_eq!(english.len(), base_count(), "English names are distinct too");
    for n in [0, 7, 223, 224, 99_999] {
        assert_eq!(product(n), product(n), "product {n} is the same when asked again");
        assert_eq!(product(n).price % 100, 0, "product {n} has a round price");
    }
}

#[test]
fn pictures_are_repeatable_and_distinct() {
    let pictures: HashSet<_> = (0..base_count()).map(|n| product(n).picture.draw()).collect();
    assert_eq!(pictures.len(), base_count(), "each product has its own picture");
    let first = product(3).picture;
    assert_eq!(first.draw(), first.draw());
}

#[test]
fn motifs_are_many_and_all_are_used() {
    assert!(Motif::ALL.len() >= 45);
    let names: HashSet<_> = Motif::ALL.iter().map(|motif| motif.name()).collect();
    assert_eq!(names.len(), Motif::ALL.len());
    let used: HashSet<_> = base_products().map(|base| base.motif).collect();
    for motif in Motif::ALL {
        assert!(used.contains(motif), "{} is drawn for nobody", motif.name());
    }
}

#[test]
fn pictures_do_not_contradict_names() {
    let shown: [(&str, &[Motif]); 8] = [
        ("줄무늬", &[Motif::LongTee, Motif::StripedMug]),
        ("긴소매", &[Motif::LongTee]),
        ("반소매", &[Motif::Tshirt]),
        ("체크", &[Motif::CheckedScarf]),
        ("꽈배기", &[Motif::CableKnit]),
        ("백자", &[Motif::Porcelain]),
        ("벽시계", &[Motif::WallClock]),
        ("자명종", &[Motif::Clock]),
    ];
    for (word, motifs) in shown {
        let mut named = base_products().filter(|base| base.name.contains(word)).peekable();
        assert!(named.peek().is_some(), "nothing is called {word}");
        for base in named {
            assert!(motifs.contains(&base.motif), "{} is drawn as {}", base.name, base.motif.name());
        }
    }
}

#[test]
fn keys_of_pictures_read_back() {
    for n in 0..base_count() {
        let key = product(n).picture;
        assert_eq!(PictureKey::parse(&key.to_string()), Some(key), "{key}");
    }
}
