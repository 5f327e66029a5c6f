//! Decodes a file to pixels, within limits. The header is read first: a picture with too large dimensions is refused
//! before memory for it is allocated.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, guess_format};
use shop_domain::limits::PICTURE_MEMORY;

use super::{Decoded, Fault, check_size, complete, jpeg, scans};

/// Maximum size of a stored colour profile, in bytes. Profiles of cameras and programs are far smaller.
const LONGEST_PROFILE: usize = 512 * 1024;

/// Decodes a picture; for an animation the first frame.
///
/// # Errors
/// Any [`Fault`].
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    let format = guess_format(bytes).map_err(|_| Fault::OtherKind)?;
    let mut decoded = match format {
        ImageFormat::Jpeg => scans::check(bytes).and_then(|()| jpeg::decode(bytes))?,
        ImageFormat::Png => complete::png(bytes).and_then(|()| decode_by_library(bytes, format))?,
        ImageFormat::WebP => complete::webp(bytes).and_then(|()| decode_by_library(bytes, format))?,
        _ => return Err(Fault::OtherKind),
    };
    let channels = channels(&decoded.pixels);
    decoded.profile = decoded.profile.filter(|profile| is_profile_of(channels, profile));
    Ok(decoded)
}

fn decode_by_library(bytes: &[u8], format: ImageFormat) -> Result<Decoded, Fault> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(PICTURE_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Fault::Damaged)?;
    let (width, height) = decoder.dimensions();
    // Decoding also needs a copy with eight bits for each channel.
    check_size(width, height, u64::from(decoder.color_type().bytes_per_pixel()) + 4)?;
    // Unreadable metadata is ignored.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Damaged)?;
    Ok(Decoded { pixels: plain(pixels), orientation, profile })
}

/// Converts to eight bits for each channel, with an alpha channel only if a pixel is transparent.
fn plain(pixels: DynamicImage) -> DynamicImage {
    match pixels.color() {
        ColorType::L8 | ColorType::L16 => pixels.into_luma8().into(),
        color if color.has_alpha() => {
            let pixels = pixels.into_rgba8();
            let is_opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
            let pixels = DynamicImage::from(pixels);
            if is_opaque { pixels.into_rgb8().into() } else { pixels }
        }
        _ => pixels.into_rgb8().into(),
    }
}

/// The name of these channels in an ICC profile.
fn channels(pixels: &DynamicImage) -> &'static [u8; 4] {
    if pixels.color() == ColorType::L8 { b"GRAY" } else { b"RGB " }
}

/// Whether the bytes are a profile for these channels: a CMYK profile must not be attached to RGB pixels.
fn is_profile_of(channels: &[u8; 4], profile: &[u8]) -> bool {
    let length =
        profile.get(..4).map(|length| u32::from_be_bytes([length[0], length[1], length[2], length[3]]) as usize);
    profile.len() <= LONGEST_PROFILE
        && length == Some(profile.len())
        && profile.get(16..20) == Some(channels)
        && profile.get(36..40) == Some(b"acsp")
}
