//! The pictures of the demo products: calm flat illustrations as SVG, drawn from a motif and a
//! seed. The same motif and seed give the same bytes on every machine, so nothing needs storing but
//! the key. A picture has no script, no text and no outside reference. Its ids are its own only as
//! long as it is shown by `<img>`; it is not made to be pasted into a page.

mod canvas;
mod key;
mod motif;
mod palette;
mod scene;
mod shape;
mod tint;

#[cfg(test)]
mod tests;

pub use key::PictureKey;
pub use motif::Motif;
pub use palette::Palette;
pub use tint::Tint;

use canvas::Canvas;

/// The light from the upper left (`l`) and the ground shadow (`g`) that all shapes share. The light
/// has a hard edge where the shade begins, as a brush would leave it.
const LIGHT: &str = r##"<defs><radialGradient id="l" cx=".36" cy=".3" r=".82"><stop stop-color="#fff" stop-opacity=".24"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset=".72" stop-color="#30203a" stop-opacity="0"/><stop offset=".725" stop-color="#30203a" stop-opacity=".11"/><stop offset="1" stop-color="#30203a" stop-opacity=".17"/></radialGradient><radialGradient id="g"><stop stop-color="#30203a" stop-opacity=".38"/><stop offset=".6" stop-color="#30203a" stop-opacity=".2"/><stop offset="1" stop-color="#30203a" stop-opacity="0"/></radialGradient></defs>"##;

/// Draws the picture that a key stands for; `None` for a text that is not a key.
#[must_use]
pub fn draw_picture(key: &str) -> Option<String> {
    PictureKey::parse(key).map(PictureKey::draw)
}

/// Draws `motif` as an SVG document of 640 by 640 units and at most 6 KiB. Without a
/// `palette` or `tint` the seed chooses.
pub fn picture(motif: Motif, palette: Option<Palette>, tint: Option<Tint>, seed: u64) -> String {
    let palette = palette.unwrap_or_else(|| by_day(seed));
    let mut canvas = Canvas::new(palette.colors(), tint, seed);
    scene::backdrop(&mut canvas);
    let (dx, turn, scale) = (canvas.between(-14.0, 14.0), canvas.between(-2.5, 2.5), canvas.between(0.93, 1.04));
    canvas.placed(320.0 + dx, 500.0, turn, scale, |canvas| {
        canvas.placed(-320.0, -488.0, 0.0, 1.0, |canvas| motif.draw(canvas));
    });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 640\" fill=\"none\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\">{LIGHT}{}</svg>",
        canvas.into_body()
    )
}

/// Takes the palette from the upper bits, which the canvas's own source stirs anyway.
fn by_day(seed: u64) -> Palette {
    let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    let index = usize::try_from(mixed).unwrap_or(0) % Palette::BY_DAY.len();
    Palette::BY_DAY[index]
}
