//! From pixels to the bytes that are served: PNG where something is transparent, else JPEG. Of the file that came only the
//! colour profile is handed on.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageEncoder};

use super::Fault;

/// The quality of JPEG from which on nobody sees a difference at this size.
const QUALITY: u8 = 85;

/// A file and the ending of its kind.
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) ending: &'static str,
}

/// Encodes a picture.
///
/// # Errors
/// [`Fault::Damaged`]; no decoded picture is known for which it happens.
pub(super) fn encode(pixels: &DynamicImage, profile: Option<&[u8]>) -> Result<Encoded, Fault> {
    let mut bytes = Vec::new();
    let ending = if pixels.color().has_alpha() {
        write(PngEncoder::new(&mut bytes), pixels, profile)?;
        "png"
    } else {
        write(JpegEncoder::new_with_quality(&mut bytes, QUALITY), pixels, profile)?;
        "jpg"
    };
    Ok(Encoded { bytes, ending })
}

fn write(mut encoder: impl ImageEncoder, pixels: &DynamicImage, profile: Option<&[u8]>) -> Result<(), Fault> {
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_owned()).map_err(|_| Fault::Damaged)?;
    }
    let written = encoder.write_image(pixels.as_bytes(), pixels.width(), pixels.height(), pixels.color().into());
    written.map_err(|_| Fault::Damaged)
}
