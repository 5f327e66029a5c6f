//! Tests of uploads: valid, truncated, rotated, CMYK, oversized and wrongly named files.

use std::fs;

use image::{ColorType, ImageDecoder as _, ImageFormat, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

/// A fixture file; the fixtures are in formats that this program can read but not write.
fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/pictures/");
    fs::read(format!("{folder}{name}")).expect("the fixture is there")
}

fn encoded(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.into().write_to(&mut bytes, format).expect("it can be encoded");
    bytes.into_inner()
}

/// A photo of the given size in which all areas differ.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, (x ^ y) as u8]))
}

/// The large file and, where there is one, the small one.
fn shown(bytes: &[u8]) -> (DynamicImage, Option<DynamicImage>) {
    let picture = make(bytes).expect("it is a picture");
    let open = |bytes: &[u8]| image::load_from_memory(bytes).expect("what is served can be shown");
    let (name, large) = picture.files.last().expect("a file");
    assert_eq!(*name, picture.name, "the product names the large file");
    (open(large), (picture.files.len() > 1).then(|| open(&picture.files[0].1)))
}

fn near(found: &DynamicImage, x: u32, y: u32, expected: [u8; 3]) {
    let pixel = found.to_rgb8().get_pixel(x, y).0;
    let far = pixel.iter().zip(expected).any(|(found, expected)| found.abs_diff(expected) > 24);
    assert!(!far, "at {x},{y} there is {pixel:?} and not {expected:?}");
}

/// A PNG whose header states the size but which has almost no data.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    for (kind, data) in [(b"IHDR", head.as_slice()), (b"IDAT", &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]), (b"IEND", &[])] {
        let length = u32::try_from(data.len()).expect("short");
        let chunk = [kind.as_slice(), data].concat();
        bytes.extend([length.to_be_bytes().as_slice(), &chunk, &crc(&chunk).to_be_bytes()].concat());
    }
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

const WHOLE: [&str; 10] = [
    "photo.jpg",
    "progressive.jpg",
    "restarts.jpg",
    "sampled.jpg",
    "telephone.jpg",
    "cmyk.jpg",
    "photo.png",
    "photo.webp",
    "glass.webp",
    "animated.webp",
];

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    for name in WHOLE {
        let bytes = fixture(name);
        assert!(make(&bytes).is_ok(), "{name} is whole");
        for length in (0..bytes.len()).step_by(10).chain([bytes.len() - 1]) {
            let fault = make(&bytes[..length]).expect_err("a part is no picture");
            assert!(
                matches!(fault, Fault::CutOff | Fault::OtherKind | Fault::Damaged),
                "{length} of {name}: {fault:?}"
            );
        }
    }
    assert_eq!(make(&fixture("photo.png")[..33]).expect_err("a header"), Fault::CutOff, "33 bytes of a PNG");
    assert_eq!(make(&fixture("photo.jpg")[..2_230]).expect_err("a half"), Fault::CutOff, "half a JPEG");
}

const JPEGS: [&str; 8] = [
    "photo.jpg",
    "progressive.jpg",
    "restarts.jpg",
    "sampled.jpg",
    "telephone.jpg",
    "cmyk.jpg",
    "ycck.jpg",
    "wide.jpg",
];

#[test]
fn a_jpeg_that_was_cut_off_anywhere_and_given_an_end_is_refused() {
    const END: [u8; 2] = [0xff, 0xd9];
    for name in JPEGS {
        let bytes = fixture(name);
        assert!(bytes.ends_with(&END) && make(&bytes).is_ok(), "{name} is whole");
        // The last byte before the end has at least one bit of the picture.
        let last = bytes.len() - END.len() - 1;
        for length in (2..last).step_by((last / 60) | 1).chain([last - 1, last]) {
            let fault = make(&[&bytes[..length], &END].concat()).err();
            assert!(matches!(fault, Some(Fault::CutOff | Fault::Damaged)), "{length} of {name}: {fault:?}");
        }
    }
}

#[test]
fn a_jpeg_without_a_part_between_two_restarts_is_refused() {
    let bytes = fixture("restarts.jpg");
    let is_restart = |at: &usize| bytes[*at] == 0xff && (0xd0..=0xd7).contains(&bytes[*at + 1]);
    let restarts: Vec<usize> = (0..bytes.len() - 1).filter(is_restart).collect();
    assert!(restarts.len() > 8, "their numbers begin again: {}", restarts.len());
    for pair in restarts.windows(2) {
        let part = [&bytes[..pair[0]], &bytes[pair[1]..]].concat();
        assert_eq!(make(&part).expect_err("a part is missing"), Fault::CutOff, "{pair:?}");
    }
}

#[test]
fn a_progressive_jpeg_without_one_of_its_scans_is_refused() {
    for name in ["progressive.jpg", "sampled.jpg"] {
        let bytes = fixture(name);
        let scans: Vec<usize> = (0..bytes.len() - 1).filter(|at| bytes[*at..*at + 2] == [0xff, 0xda]).collect();
        assert!(scans.len() > 5, "{name}: {scans:?}");
        let last = *scans.last().expect("there are some");
        let without_last = [&bytes[..last], &[0xff, 0xd9]].concat();
        assert_eq!(make(&without_last).expect_err("it is coarse"), Fault::CutOff, "{name}");
    }
}

#[test]
fn a_webp_that_was_cut_off_anywhere_and_given_its_length_is_refused() {
    for name in ["photo.webp", "glass.webp"] {
        let bytes = fixture(name);
        let chunk = bytes.windows(4).position(|kind| kind == b"VP8 " || kind == b"VP8L").expect("a picture");
        for length in (chunk + 12..bytes.len() - 12).step_by(14) {
            let mut part = bytes[..length & !1].to_vec();
            let (whole, picture) = (part.len() as u32 - 8, (part.len() - chunk) as u32 - 8);
            part[4..8].copy_from_slice(&whole.to_le_bytes());
            part[chunk + 4..chunk + 8].copy_from_slice(&picture.to_le_bytes());
            assert!(make(&part).is_err(), "{length} of {name}");
        }
    }
}

#[test]
fn a_png_whose_middle_is_missing_or_changed_is_refused() {
    let bytes = fixture("photo.png");
    let (half, end) = (bytes.len() / 2, bytes.len() - 12);
    assert!(make(&[&bytes[..half], &bytes[end..]].concat()).is_err(), "half of it, with its end");
    let mut spoiled = bytes;
    spoiled[half] ^= 1;
    assert_eq!(make(&spoiled).expect_err("its sum is wrong"), Fault::Damaged, "one bit");
}

#[test]
fn nothing_but_pixels_and_their_profile_is_kept() {
    let place = b"Phone Maker";
    for name in ["telephone.jpg", "photo.png"] {
        let sent = fixture(name);
        assert!(sent.windows(place.len()).any(|part| part == place), "{name} says where it comes from");
        for (_, bytes) in make(&sent).expect("a picture").files {
            for secret in [place.as_slice(), b"Exif", b"eXIf", b"shot at home", b"GPS"] {
                assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{name} keeps it to itself");
            }
        }
    }
    let picture = make(&fixture("telephone.jpg")).expect("a picture");
    let reader = ImageReader::with_format(std::io::Cursor::new(&picture.files[0].1), ImageFormat::Jpeg);
    let mut kept = reader.into_decoder().expect("a JPEG");
    let profile = kept.icc_profile().expect("readable").expect("the colour profile stays");
    assert_eq!(&profile[16..20], b"RGB ", "as that of the pixels");
    assert!(kept.exif_metadata().expect("readable").is_none(), "and nothing else does");
}

#[test]
fn what_follows_the_end_is_no_part_of_the_picture() {
    for name in WHOLE {
        let hidden = [fixture(name), b"<script>hidden behind a picture</script>".to_vec()].concat();
        let plain = make(&fixture(name)).expect("a picture");
        assert_eq!(make(&hidden).expect("the same picture").files, plain.files, "{name}");
    }
}

#[test]
fn a_turned_picture_stands_upright() {
    let (large, _) = shown(&fixture("telephone.jpg"));
    assert_eq!((large.width(), large.height()), (32, 64), "it was shot lying");
    near(&large, 16, 4, [220, 30, 30]);
    near(&large, 16, 50, [20, 40, 200]);
}

#[test]
fn the_inks_of_print_pictures_become_light() {
    for name in ["cmyk.jpg", "ycck.jpg"] {
        let (large, _) = shown(&fixture(name));
        assert_eq!((large.width(), large.color()), (48, ColorType::Rgb8), "{name}");
        near(&large, 8, 16, [255, 0, 0]);
        near(&large, 40, 16, [0, 255, 0]);
        let files = make(&fixture(name)).expect("a picture").files;
        let has_profile = files[0].1.windows(11).any(|part| part == b"ICC_PROFILE");
        assert!(!has_profile, "{name}: the profile of the inks does not describe light");
    }
}

#[test]
fn a_picture_that_claims_too_much_is_refused_unread() {
    for (width, height) in [(60_000, 60_000), (u32::MAX >> 1, 1), (1, 50_000_001), (7_072, 7_072)] {
        let fault = make(&png_of(width, height)).expect_err("a bomb");
        assert!(matches!(fault, Fault::TooManyPixels | Fault::Damaged), "{width} × {height}: {fault:?}");
    }
    assert_eq!(make(&png_of(60_000, 60_000)).expect_err("a bomb"), Fault::TooManyPixels, "and the reason is said");
    let mut jpeg = fixture("photo.jpg");
    let size = jpeg.windows(2).position(|marker| marker == b"\xff\xc0").expect("a head") + 5;
    jpeg[size..size + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(make(&jpeg).expect_err("a bomb"), Fault::TooManyPixels, "a JPEG of 65,535 × 65,535");
    assert_eq!(check_size(7_000, 7_000, 12), Err(Fault::TooMuchMemory), "49 megapixels of four inks");
}

#[test]
fn what_it_is_called_does_not_count_and_other_kinds_are_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".as_slice();
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".as_slice();
    for bad in [svg, gif, b"", b"hello, I am photo.jpg", b"BM\x1a\0\0\0", b"%PDF-1.7", b"<?xml version='1.0'?><svg/>"] {
        assert_eq!(make(bad).expect_err("no picture"), Fault::OtherKind, "{:?}", bad.get(..8));
    }
    assert_eq!(prepare("a picture").expect_err("no base64").code, ErrorCode::InvalidInput, "base64 alone is read");
    let mut large = encoded(photo(20, 20), ImageFormat::Png);
    large.resize(PICTURE_BYTES, 0);
    assert!(prepare(&STANDARD.encode(&large)).is_ok(), "five MiB");
    large.push(0);
    let refusal = prepare(&STANDARD.encode(&large)).expect_err("too large");
    assert_eq!(refusal.code, ErrorCode::PayloadTooLarge, "one byte too many");
}

#[test]
fn a_picture_is_stored_in_two_widths_and_never_enlarged() {
    for ((width, height), large, small) in [
        ((2_000, 1_000), (1_280, 640), Some((480, 240))),
        ((1_280, 10), (1_280, 10), Some((480, 4))),
        ((600, 900), (600, 900), Some((480, 720))),
        ((480, 480), (480, 480), None),
        ((3, 2), (3, 2), None),
        ((100, 8_000), (64, 5_120), None),
    ] {
        let size = |picture: &DynamicImage| (picture.width(), picture.height());
        let found = shown(&encoded(photo(width, height), ImageFormat::Jpeg));
        assert_eq!((size(&found.0), found.1.as_ref().map(size)), (large, small), "{width} × {height}");
    }
    let large = encoded(photo(2_000, 1_000), ImageFormat::Jpeg);
    let (first, again) = (make(&large).expect("a picture"), make(&large).expect("a picture"));
    assert_eq!((&first.name, &first.files), (&again.name, &again.files), "the same upload is the same picture");
    for (name, bytes) in &first.files {
        assert!(name.starts_with(&content_hash(bytes)), "{name} is made from what is in it");
    }
}

#[test]
fn what_cannot_be_seen_does_not_tint_what_can() {
    let pixels = RgbaImage::from_fn(600, 600, |x, y| match (x + y) % 3 {
        0 => Rgba([255, 0, 0, 0]),
        _ => Rgba([0, 0, 255, 255]),
    });
    let (large, small) = shown(&encoded(pixels, ImageFormat::WebP));
    for picture in [large, small.expect("two widths")] {
        assert_eq!(picture.color(), ColorType::Rgba8, "what is transparent stays so");
        let tinted = picture.to_rgba8().pixels().any(|pixel| pixel.0[3] > 8 && pixel.0[0] > 40);
        assert!(!tinted, "no red is seen");
    }
    let opaque = RgbaImage::from_pixel(30, 30, Rgba([9, 99, 199, 255]));
    assert_eq!(shown(&encoded(opaque, ImageFormat::Png)).0.color(), ColorType::Rgb8, "nothing is transparent in it");
}

#[test]
fn rare_kinds_of_the_three_are_shown_too() {
    assert_eq!(shown(&fixture("grey16.png")).0.color(), ColorType::L8, "16 bits of grey");
    let (first_frame, _) = shown(&fixture("animated.webp"));
    near(&first_frame, 20, 20, [200, 20, 20]);
    assert_eq!(shown(&fixture("glass.webp")).0.color(), ColorType::Rgba8, "a WebP with transparency");
}
