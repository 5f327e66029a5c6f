//! What may become a product's picture. What it is called does not count, what is in it does: PNG, JPEG and WebP by their
//! first bytes. SVG can hold script and is refused. The size in pixels is read from the header, so that a bomb of a few
//! kilobytes is refused without being unpacked.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use imagesize::{ImageType, blob_size, image_type};
use sha2::{Digest as _, Sha256};
use shop_domain::limits::{PICTURE_BYTES, PICTURE_SIDE};

use crate::contract::{ErrorCode, ShopError};
use crate::runtime::hex;

/// A picture that may be shown.
#[derive(Debug)]
pub(super) struct NewPicture {
    /// Made from what is in it, with the ending of its kind.
    pub(super) name: String,
    /// As it was sent.
    pub(super) bytes: Vec<u8>,
}

/// Reads a picture from base64.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` above 5 MiB; `INVALID_INPUT` for what is no base64, none of the three kinds, or above 8,000 pixels
/// on a side.
pub(super) fn parse(data: &str) -> Result<NewPicture, ShopError> {
    let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
    if bytes.len() > PICTURE_BYTES {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    let ending = ending(&bytes).ok_or_else(|| ShopError::invalid("data", "not a PNG, JPEG or WebP picture"))?;
    let size = blob_size(&bytes).map_err(|_| ShopError::invalid("data", "a damaged picture"))?;
    let is_shown = |side: usize| (1..=PICTURE_SIDE).contains(&side);
    if !is_shown(size.width) || !is_shown(size.height) {
        return Err(ShopError::invalid("data", "1 to 8,000 pixels on a side"));
    }
    let name = format!("{}.{ending}", hex(&Sha256::digest(&bytes)[..16]));
    Ok(NewPicture { name, bytes })
}

fn ending(bytes: &[u8]) -> Option<&'static str> {
    match image_type(bytes).ok()? {
        ImageType::Png => Some("png"),
        ImageType::Jpeg => Some("jpg"),
        ImageType::Webp => Some("webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The header of a PNG of that size, and nothing behind it.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    fn read(bytes: &[u8]) -> Result<NewPicture, ShopError> {
        parse(&STANDARD.encode(bytes))
    }

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08\0\x02\0\x03\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9";
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x02\x40\0\0\0\0\0\0\0\0\0\0\0";
        for (bytes, ending) in [(png(8_000, 1), ".png"), (jpeg.to_vec(), ".jpg"), (webp.to_vec(), ".webp")] {
            let picture = read(&bytes).expect("it is a picture");
            assert!(picture.name.ends_with(ending), "{} is known", picture.name);
            assert_eq!(picture.bytes, bytes, "and kept as it is");
        }
    }

    #[test]
    fn what_cannot_be_shown_or_must_not_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".as_slice();
        let (bomb, flat, cut) = (png(8_001, 1), png(0, 1), png(1, 1)[..14].to_vec());
        for bad in [svg, b"GIF89a\x01\0\x01\0\0\0\0", b"", b"hello", &bomb, &flat, &cut] {
            let refusal = read(bad).expect_err("it is refused");
            assert_eq!(refusal.code, ErrorCode::InvalidInput, "{:?}", bad.get(..8));
        }
        assert_eq!(parse("a picture").expect_err("no base64").code, ErrorCode::InvalidInput, "base64 alone is read");
        let mut large = png(1, 1);
        large.resize(PICTURE_BYTES + 1, 0);
        assert_eq!(read(&large).expect_err("too large").code, ErrorCode::PayloadTooLarge, "one byte too many");
        large.truncate(PICTURE_BYTES);
        assert!(read(&large).is_ok(), "five MiB are not");
    }
}
