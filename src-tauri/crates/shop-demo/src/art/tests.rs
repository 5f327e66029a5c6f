//! What every picture promises, whatever it shows.

use std::collections::HashSet;

use super::*;
use crate::catalogue;

/// A page of a hundred pictures stays below a megabyte even before it is compressed.
const MOST_BYTES: usize = 6 * 1024;

#[test]
fn every_motif_draws_a_small_harmless_picture() {
    for &motif in Motif::ALL {
        for seed in 0..40 {
            let svg = picture(motif, None, None, seed);
            assert!(svg.len() <= MOST_BYTES, "{} is {} bytes", motif.name(), svg.len());
            assert!(!svg.contains("<script") && !svg.contains("href"), "{}", motif.name());
            assert_eq!(svg.matches("http").count(), 1, "only the namespace: {}", motif.name());
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", motif.name());
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count(), "{}", motif.name());
        }
    }
}

#[test]
fn pictures_are_repeatable_and_distinct() {
    let pictures: HashSet<_> = (0..catalogue::base_count()).map(|n| catalogue::product(n).picture.draw()).collect();
    assert_eq!(pictures.len(), catalogue::base_count(), "each product has its own picture");
    let first = catalogue::product(3).picture;
    assert_eq!(first.draw(), first.draw());
}

#[test]
fn motifs_are_many_and_all_are_used() {
    assert!(Motif::ALL.len() >= 45);
    let names: HashSet<_> = Motif::ALL.iter().map(|motif| motif.name()).collect();
    assert_eq!(names.len(), Motif::ALL.len());
    let used: HashSet<_> = catalogue::base_products().map(|base| base.motif).collect();
    for motif in Motif::ALL {
        assert!(used.contains(motif), "{} is drawn for nobody", motif.name());
    }
}

#[test]
fn keys_read_back_and_refuse_everything_else() {
    for n in 0..catalogue::base_count() {
        let key = catalogue::product(n).picture;
        assert_eq!(PictureKey::parse(&key.to_string()), Some(key), "{key}");
    }
    for text in ["", "jar", "jar-any-any-", "jar-any-any-01", "jar-any-any-1-2", "nothing-any-any-1", "jar-any-any-+1"]
    {
        assert_eq!(PictureKey::parse(text), None, "{text}");
    }
}
