//! Decodes JPEG with zune-jpeg directly. `image` uses the same library, but accepts damaged files and fills the rest
//! with grey; strict mode here refuses most of them, and `scans` has refused those that end too early. CMYK channels are
//! also taken as stored, because the library inverts YCCK pictures (zune-image issue 442).

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::scans::MOST_SCANS;
use super::{Decoded, Fault, check_size};

/// The maximum side length of a JPEG.
const LONGEST_SIDE: usize = 65_535;

/// Decodes a JPEG.
///
/// # Errors
/// Any [`Fault`] except an unsupported kind.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(LONGEST_SIDE)
        .set_max_height(LONGEST_SIDE)
        .jpeg_set_max_scans(MOST_SCANS);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Fault::Damaged)?;
    let (width, height) = decoder.dimensions().ok_or(Fault::Damaged)?;
    let (width, height) = (side(width)?, side(height)?);
    let wanted = match decoder.input_colorspace().ok_or(Fault::Damaged)? {
        stored @ (ColorSpace::Luma | ColorSpace::CMYK | ColorSpace::YCCK) => stored,
        _ => ColorSpace::RGB,
    };
    // Decoding also keeps up to one coefficient of two bytes for each sample.
    check_size(width, height, 3 * wanted.num_components() as u64)?;
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    let profile = decoder.icc_profile();
    decoder.set_options(options.jpeg_set_out_colorspace(wanted));
    let samples = decoder.decode().map_err(|_| Fault::Damaged)?;
    let pixels = match wanted {
        ColorSpace::Luma => GrayImage::from_raw(width, height, samples).map(DynamicImage::from),
        ColorSpace::CMYK => rgb(width, height, from_inks(samples, |inks| inks)),
        ColorSpace::YCCK => rgb(width, height, from_inks(samples, inks_of_ycc)),
        _ => rgb(width, height, samples),
    };
    let orientation = orientation.unwrap_or(Orientation::NoTransforms);
    Ok(Decoded { pixels: pixels.ok_or(Fault::Damaged)?, orientation, profile })
}

fn side(length: usize) -> Result<u32, Fault> {
    u32::try_from(length).map_err(|_| Fault::TooManyPixels)
}

fn rgb(width: u32, height: u32, samples: Vec<u8>) -> Option<DynamicImage> {
    RgbImage::from_raw(width, height, samples).map(DynamicImage::from)
}

/// Converts CMYK to RGB in place. The samples of CMYK JPEGs are stored inverted, following Adobe: 255 is no ink.
fn from_inks(mut samples: Vec<u8>, inks: fn([u8; 3]) -> [u8; 3]) -> Vec<u8> {
    let pixels = samples.len() / 4;
    for pixel in 0..pixels {
        let stored = &samples[4 * pixel..4 * pixel + 4];
        let black = u16::from(stored[3]);
        let light = inks([stored[0], stored[1], stored[2]]).map(|ink| ((u16::from(ink) * black + 127) / 255) as u8);
        samples[3 * pixel..3 * pixel + 3].copy_from_slice(&light);
    }
    samples.truncate(3 * pixels);
    samples
}

/// Converts YCC channels to the three inks of a pixel.
fn inks_of_ycc([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    let colours = [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb];
    colours.map(|colour| (255.0 - colour).round().clamp(0.0, 255.0) as u8)
}
