//! From an uploaded file to the files that are served. A picture is decoded whole, turned upright, scaled and encoded anew, so
//! that what is stored is known to be complete and holds nothing but pixels and their colour profile: no place, no
//! camera, no comment, nothing behind the end of the file. SVG can hold script and is refused.
//!
//! Everything here blocks and takes memory; `set_product_image` runs it off the async threads, one picture at a time.

mod complete;
mod decode;
mod encode;
mod jpeg;
mod scale;

#[cfg(test)]
mod tests;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::DynamicImage;
use image::metadata::Orientation;
use shop_domain::limits::{PICTURE_BYTES, PICTURE_LARGE_WIDTH, PICTURE_MEMORY, PICTURE_PIXELS, PICTURE_SMALL_WIDTH};

use crate::runtime::content_hash;
use shop_contract::{ErrorCode, ShopError};

/// A picture ready to be stored.
#[derive(Debug)]
pub(super) struct NewPicture {
    /// What the product keeps: the hash of the large file, then that of the small one where there is one.
    pub(super) name: String,
    /// Every file with its name, the small one first: once the large one is there, all of the picture is.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// Why a file cannot become a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    OtherKind,
    CutOff,
    Damaged,
    TooManyPixels,
    TooMuchMemory,
}

impl Fault {
    fn reason(self) -> &'static str {
        match self {
            Self::OtherKind => "not a PNG, JPEG or WebP picture",
            Self::CutOff => "the file ends before the picture does",
            Self::Damaged => "a damaged picture",
            Self::TooManyPixels => "more than 50 megapixels",
            Self::TooMuchMemory => "takes more than 512 MiB to decode",
        }
    }
}

impl From<Fault> for ShopError {
    fn from(fault: Fault) -> Self {
        Self::invalid("data", fault.reason())
    }
}

/// Reads a picture from base64 and makes the files that are served.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` above 5 MiB; `INVALID_INPUT` with the reason for what is no base64, none of the three kinds,
/// cut off, damaged or too large to decode.
pub(super) fn prepare(data: &str) -> Result<NewPicture, ShopError> {
    let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
    if bytes.len() > PICTURE_BYTES {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    Ok(make(&bytes)?)
}

/// The reason for which a decoder that panics is answered: the file is what it stumbled over.
pub(super) fn undecodable() -> ShopError {
    Fault::Damaged.into()
}

fn make(bytes: &[u8]) -> Result<NewPicture, Fault> {
    let decoded = decode::decode(bytes)?;
    let large = scale::upright(decoded.pixels, decoded.orientation, PICTURE_LARGE_WIDTH);
    let profile = decoded.profile.as_deref();
    let encoded = encode::encode(&large, profile)?;
    let (hash, ending) = (content_hash(&encoded.bytes), encoded.ending);
    if large.width() <= PICTURE_SMALL_WIDTH {
        let name = format!("{hash}.{ending}");
        return Ok(NewPicture { name: name.clone(), files: vec![(name, encoded.bytes)] });
    }
    let small = encode::encode(&scale::fit(large, PICTURE_SMALL_WIDTH), profile)?;
    let small_hash = content_hash(&small.bytes);
    let name = format!("{hash}-{small_hash}.{ending}");
    let files = vec![(format!("{small_hash}.{ending}"), small.bytes), (name.clone(), encoded.bytes)];
    Ok(NewPicture { name, files })
}

/// A decoded picture: 8 bits a channel; grey, colour, or colour with transparency.
struct Decoded {
    pixels: DynamicImage,
    /// How the pixels have to be turned to stand upright.
    orientation: Orientation,
    /// The ICC profile of these very channels.
    profile: Option<Vec<u8>>,
}

/// Refuses a size before it is allocated; `bytes_a_pixel` is all that decoding holds at once.
///
/// # Errors
/// [`Fault::TooManyPixels`], [`Fault::TooMuchMemory`]; [`Fault::Damaged`] for a side of no length.
fn check_size(width: u32, height: u32, bytes_a_pixel: u64) -> Result<(), Fault> {
    let pixels = u64::from(width) * u64::from(height);
    match pixels {
        0 => Err(Fault::Damaged),
        _ if pixels > PICTURE_PIXELS => Err(Fault::TooManyPixels),
        _ if pixels * bytes_a_pixel > PICTURE_MEMORY => Err(Fault::TooMuchMemory),
        _ => Ok(()),
    }
}
