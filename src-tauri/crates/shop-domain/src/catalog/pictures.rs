//! The pictures of a product, in their order: the first one is the main picture, which lists and orders show.

use thiserror::Error;

use crate::limits::MAX_PICTURES;

/// Why pictures are not changed so, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum PictureRefusal {
    /// `CONFLICT`: the product has as many pictures as it can.
    #[error("a product has ten pictures at most")]
    Full,
    /// `INVALID_INPUT`: not pictures of the product, each once at most.
    #[error("not the pictures of the product")]
    OtherPictures,
}

/// The pictures with another one behind them. One that is there already stays at its place.
///
/// # Errors
/// [`PictureRefusal::Full`].
pub fn add_picture(mut pictures: Vec<String>, name: String) -> Result<Vec<String>, PictureRefusal> {
    if pictures.contains(&name) {
        return Ok(pictures);
    }
    if pictures.len() >= MAX_PICTURES {
        return Err(PictureRefusal::Full);
    }
    pictures.push(name);
    Ok(pictures)
}

/// The pictures with another main one in the place of the first, or without the first.
#[must_use]
pub fn replace_main_picture(pictures: Vec<String>, name: Option<String>) -> Vec<String> {
    let others = pictures.into_iter().skip(1).filter(|other| Some(other) != name.as_ref());
    let others: Vec<_> = others.collect();
    name.into_iter().chain(others).collect()
}

/// The pictures in another order; those that `wanted` leaves out are removed.
///
/// # Errors
/// [`PictureRefusal::OtherPictures`].
pub fn arrange_pictures(pictures: &[String], wanted: &[&str]) -> Result<Vec<String>, PictureRefusal> {
    let is_known = |name: &&str| pictures.iter().any(|known| known == name);
    let is_repeated = |(place, name): (usize, &&str)| wanted[..place].contains(name);
    if !wanted.iter().all(is_known) || wanted.iter().enumerate().any(is_repeated) {
        return Err(PictureRefusal::OtherPictures);
    }
    Ok(wanted.iter().map(|name| (*name).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &str) -> Vec<String> {
        names.chars().map(String::from).collect()
    }

    #[test]
    fn pictures_are_added_until_there_are_ten() {
        assert_eq!(add_picture(named(""), String::from("a")), Ok(named("a")));
        assert_eq!(add_picture(named("ab"), String::from("c")), Ok(named("abc")));
        assert_eq!(add_picture(named("abc"), String::from("b")), Ok(named("abc")), "none is there twice");
        assert_eq!(add_picture(named("abcdefghi"), String::from("j")), Ok(named("abcdefghij")));
        assert_eq!(add_picture(named("abcdefghij"), String::from("k")), Err(PictureRefusal::Full));
        assert_eq!(add_picture(named("abcdefghij"), String::from("c")), Ok(named("abcdefghij")));
    }

    #[test]
    fn the_main_picture_is_the_first_one() {
        for (before, name, after) in [
            ("", Some("a"), "a"),
            ("abc", Some("d"), "dbc"),
            ("abc", Some("c"), "cb"),
            ("abc", None, "bc"),
            ("", None, ""),
        ] {
            assert_eq!(replace_main_picture(named(before), name.map(str::to_owned)), named(after), "{before} {name:?}");
        }
    }

    #[test]
    fn an_order_holds_pictures_of_the_product_each_once() {
        let other = Err(PictureRefusal::OtherPictures);
        for (wanted, after) in [
            (&["c", "a", "b"][..], Ok(named("cab"))),
            (&["b"], Ok(named("b"))),
            (&[], Ok(named(""))),
            (&["a", "a"], other.clone()),
            (&["a", "x"], other),
        ] {
            assert_eq!(arrange_pictures(&named("abc"), wanted), after, "{wanted:?}");
        }
    }
}
