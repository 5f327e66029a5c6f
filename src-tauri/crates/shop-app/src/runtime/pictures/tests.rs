//! Tests of stored pictures: both widths, damage, repair.

use std::fs;

use tempfile::TempDir;

use super::*;

/// Two pictures of one name, as an upload stores them: the small one and the large one.
const SMALL: &[u8] = b"a small picture";
const LARGE: &[u8] = b"a large picture";

fn shop() -> (TempDir, Pictures, String) {
    let folder = TempDir::new().expect("a folder");
    let pictures = Pictures::in_data_folder(folder.path());
    let (large, small) = (content_hash(LARGE), content_hash(SMALL));
    let name = format!("{large}-{small}.jpg");
    pictures.keep(&format!("{small}.jpg"), SMALL).expect("it is kept");
    pictures.keep(&name, LARGE).expect("it is kept");
    (folder, pictures, name)
}

fn served(pictures: &Pictures, name: &str, width: Option<u32>) -> Option<Vec<u8>> {
    pictures.open(name, width).map(|picture| picture.whole().expect("it can be read"))
}

#[test]
fn a_name_is_no_path() {
    for bad in ["", "x", ".svg", "../a.svg", "a/b.svg", "a.svg.exe", "A.svg", "a.html", "a b.png", "a.SVG"] {
        assert_eq!(PictureName::parse(bad), None, "{bad} is not the name of a picture");
    }
    let name = PictureName::parse("kettle-2.svg").expect("a plain name is");
    assert_eq!((name.media_type(), name.hash(), name.smaller()), ("image/svg+xml", None, None), "made from no content");
}

#[test]
fn a_demo_picture_needs_no_file() {
    let pictures = Pictures::in_data_folder(Path::new("/nonexistent"))
        .drawn_by(|key| (key == "apple-any-any-1f").then(|| String::from("<svg></svg>")));
    let drawn = pictures.open("apple-any-any-1f.svg", Some(480)).expect("it is drawn from its name");
    assert_eq!(drawn.media_type, "image/svg+xml", "as what it is");
    let bytes = drawn.whole().expect("bytes");
    assert!(bytes.starts_with(b"<svg") && bytes.len() as u64 == drawn.length, "and it is a picture");
    assert_eq!(drawn.piece(4, 3).expect("a piece"), bytes[4..7], "also by pieces");
    assert!(pictures.open("apple-any-any-1f.png", None).is_none(), "no other kind of picture is drawn");
    assert!(pictures.open("something-else.svg", None).is_none(), "and nothing that the demo does not know");
}

#[test]
fn one_name_leads_to_both_widths() {
    let (_folder, pictures, name) = shop();
    for (width, expected) in
        [(None, LARGE), (Some(480), SMALL), (Some(1), SMALL), (Some(481), LARGE), (Some(u32::MAX), LARGE)]
    {
        assert_eq!(served(&pictures, &name, width).as_deref(), Some(expected), "at {width:?}");
    }
    let old = format!("{}.png", content_hash(LARGE));
    pictures.keep(&old, LARGE).expect("one of a single width, as earlier versions stored it");
    assert_eq!(served(&pictures, &old, Some(480)).as_deref(), Some(LARGE), "it is served as it is");
}

#[test]
fn a_lost_small_file_gives_way_to_the_large_one() {
    let (folder, pictures, name) = shop();
    fs::remove_file(folder.path().join("images").join(format!("{}.jpg", content_hash(SMALL)))).expect("it was there");
    assert_eq!(served(&pictures, &name, Some(480)).as_deref(), Some(LARGE), "better than none");
}

#[test]
fn a_damaged_file_is_never_served_and_healed_from_its_copy() {
    let (folder, pictures, name) = shop();
    let file = folder.path().join("images").join(&name);
    assert!(served(&pictures, &name, None).is_some(), "whole so far");
    for damage in [b"".as_slice(), b"a large", b"A LARGE PICTURE"] {
        fs::write(&file, damage).expect("the disk errs");
        // A modification time that differs from the checked file, whatever the resolution of the clock.
        let past = std::time::SystemTime::UNIX_EPOCH;
        fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(past)).expect("it is ours");
        assert_eq!(served(&pictures, &name, None), None, "{damage:?} is not the picture");
        let copies = folder.path().join("backups/images");
        fs::create_dir_all(&copies).expect("a folder");
        fs::write(copies.join(&name), b"not it either").expect("a bad copy");
        assert_eq!(served(&pictures, &name, None), None, "a damaged copy heals nothing");
        fs::write(copies.join(&name), LARGE).expect("a good copy");
        assert_eq!(served(&pictures, &name, None).as_deref(), Some(LARGE), "a good one does");
        assert_eq!(fs::read(&file).expect("a file"), LARGE, "for good");
        fs::remove_dir_all(copies).expect("it was there");
    }
    fs::remove_file(&file).expect("it was there");
    assert_eq!(served(&pictures, &name, None), None, "gone without a copy is gone");
}

#[test]
fn keeping_a_picture_again_heals_it() {
    let (folder, pictures, name) = shop();
    let file = folder.path().join("images").join(&name);
    fs::write(&file, b"").expect("a file of no length, as a crash leaves one");
    pictures.keep(&name, LARGE).expect("the same upload once more");
    assert_eq!(fs::read(&file).expect("a file"), LARGE, "whole again");
    let left: Vec<_> =
        fs::read_dir(folder.path().join("images")).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert_eq!(left.len(), 2, "nothing half written stays: {left:?}");
}

#[test]
fn an_unfinished_file_of_a_crash_is_taken_over() {
    let (folder, pictures, _) = shop();
    let name = format!("{}.png", content_hash(b"new"));
    let half = folder.path().join("images").join(format!("{name}.half"));
    fs::write(&half, b"ne").expect("what the crash left");
    assert!(pictures.open(&format!("{name}.half"), None).is_none(), "it has no name");
    pictures.keep(&name, b"new").expect("it is kept");
    assert_eq!((served(&pictures, &name, None).as_deref(), half.exists()), (Some(b"new".as_slice()), false), "whole");
}
