//! Scales a picture down, never up, and turns it upright. The rotation comes last, because it makes a copy.

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};

/// Maximum ratio of height to width of a served picture; a higher one becomes narrower.
const HIGHEST: u32 = 4;

/// Turns the picture upright and limits its width to `width`.
pub(super) fn upright(pixels: DynamicImage, orientation: Orientation, width: u32) -> DynamicImage {
    let lies = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let (most_wide, most_high) = if lies { (width * HIGHEST, width) } else { (width, width * HIGHEST) };
    let mut scaled = within(pixels, most_wide, most_high);
    scaled.apply_orientation(orientation);
    scaled
}

/// Scales an upright picture to at most `width`.
pub(super) fn fit(pixels: DynamicImage, width: u32) -> DynamicImage {
    within(pixels, width, width * HIGHEST)
}

fn within(pixels: DynamicImage, most_wide: u32, most_high: u32) -> DynamicImage {
    let (width, height) = (pixels.width(), pixels.height());
    let scale = (f64::from(most_wide) / f64::from(width)).min(f64::from(most_high) / f64::from(height));
    if scale >= 1.0 {
        return pixels;
    }
    let scaled = |side: u32, most: u32| ((f64::from(side) * scale).round() as u32).clamp(1, most);
    let (new_width, new_height) = (scaled(width, most_wide), scaled(height, most_high));
    let DynamicImage::ImageRgba8(pixels) = pixels else { return shrink(pixels, new_width, new_height) };
    // Colours are weighted by opacity, so that transparent pixels do not tint visible ones.
    let shrunk = shrink(weighted(pixels, weigh).into(), new_width, new_height).into_rgba8();
    weighted(shrunk, unweigh).into()
}

fn shrink(mut pixels: DynamicImage, width: u32, height: u32) -> DynamicImage {
    // The precise filter keeps floats for many rows, so large pictures are averaged first.
    if pixels.width() / 4 > width && pixels.height() / 4 > height {
        pixels = pixels.thumbnail_exact(width * 2, height * 2);
    }
    pixels.resize_exact(width, height, FilterType::Lanczos3)
}

fn weighted(mut pixels: RgbaImage, change: fn(u32, u32) -> u32) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let changed = |colour: u8| change(u32::from(colour), u32::from(alpha)).min(255) as u8;
        pixel.0 = [changed(red), changed(green), changed(blue), alpha];
    }
    pixels
}

fn weigh(colour: u32, alpha: u32) -> u32 {
    (colour * alpha + 127) / 255
}

fn unweigh(colour: u32, alpha: u32) -> u32 {
    (colour * 255 + alpha / 2).checked_div(alpha).unwrap_or(0)
}
