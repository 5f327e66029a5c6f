//! Encodes pixels for serving: PNG if a pixel is transparent, otherwise JPEG. Only the colour profile of the uploaded
//! file is kept.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageEncoder};

use super::Fault;

/// JPEG quality with no visible loss at the served sizes.
const QUALITY: u8 = 85;

/// An encoded file and its extension.
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) ending: &'static str,
}

/// Encodes a picture.
///
/// # Errors
/// [`Fault::Damaged`]; no decoded picture is known to cause it.
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
