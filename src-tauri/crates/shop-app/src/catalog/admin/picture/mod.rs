//! Converts an uploaded file to the files that are served. A picture is decoded completely, turned upright, scaled and
//! encoded again. A stored picture is therefore complete and holds only pixels and their colour profile: no location,
//! camera, comment or trailing data. SVG can contain script and is refused.
//!
//! These functions block and use much memory; `set_product_image` runs them off the async threads, one picture at a
//! time.

mod complete;
mod decode;
mod encode;
mod jpeg;
mod scale;
mod scans;

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
    /// The name that the product stores: the hash of the large file, then the hash of the small file if there is one.
    pub(super) name: String,
    /// All files with their names, the small one first: if the large file exists, the picture is complete.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// The reason why a file cannot become a picture.
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

/// Decodes a picture from base64 and creates the files that are served.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` above 5 MiB; `INVALID_INPUT` with the reason for data that is not base64, not one of the three
/// formats, truncated, damaged or too large to decode.
pub(super) fn prepare(data: &str) -> Result<NewPicture, ShopError> {
    let bytes = STANDARD.decode(data).map_err(|_| ShopError::invalid("data", "not base64"))?;
    if bytes.len() > PICTURE_BYTES {
        return Err(ErrorCode::PayloadTooLarge.into());
    }
    Ok(make(&bytes)?)
}

/// The refusal after a panic of a decoder, which is caused by the file.
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
    /// The rotation that makes the picture upright.
    orientation: Orientation,
    /// The ICC profile, if it fits these channels.
    profile: Option<Vec<u8>>,
}

/// Refuses dimensions before memory is allocated; `bytes_a_pixel` is the total memory that decoding uses for each pixel.
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
