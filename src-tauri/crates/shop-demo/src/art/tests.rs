//! What every picture promises, whatever it shows.

use super::canvas::Weave;
use super::*;

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
fn what_a_motif_promises_is_in_every_picture_of_it() {
    for (motif, weave) in
        [(Motif::LongTee, Weave::Stripes), (Motif::StripedMug, Weave::Stripes), (Motif::CheckedScarf, Weave::Checks)]
    {
        let tile = weave.tile().replace('\'', "\"");
        for seed in 0..40 {
            assert!(picture(motif, None, None, seed).contains(&tile), "{} of seed {seed}", motif.name());
        }
    }
}

#[test]
fn other_texts_are_no_keys() {
    for text in ["", "jar", "jar-any-any-", "jar-any-any-01", "jar-any-any-1-2", "nothing-any-any-1", "jar-any-any-+1"]
    {
        assert_eq!(PictureKey::parse(text), None, "{text}");
    }
}
