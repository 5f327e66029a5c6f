//! One picture of a virtual screen: read from the file that Xvfb maps its memory into, compared,
//! written as PNG.
//!
//! The file has the X window dump format: a header of big-endian 32-bit words, a colour map, then
//! rows of pixels. Only what Xvfb writes at depth 24 is read: 32 bits a pixel, least byte first.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};

const FORMAT_VERSION: usize = 7;
const BYTES_A_PIXEL: usize = 4;
const BYTES_A_COLOUR: usize = 12;

/// The places of the header's words that are needed.
mod word {
    pub const HEADER_SIZE: usize = 0;
    pub const VERSION: usize = 1;
    pub const WIDTH: usize = 4;
    pub const HEIGHT: usize = 5;
    pub const BITS_A_PIXEL: usize = 11;
    pub const BYTES_A_LINE: usize = 12;
    pub const COLOURS: usize = 19;
}

/// The pixels of a screen: red, green, blue, row by row from the top.
pub struct Screen {
    width: usize,
    height: usize,
    rgb: Vec<[u8; 3]>,
}

impl Screen {
    /// Reads the dump at `path`.
    pub fn read(path: &Path) -> Result<Self> {
        let dump = std::fs::read(path).with_context(|| format!("cannot read the screen at {}", path.display()))?;
        Self::parse(&dump).with_context(|| format!("{} is no screen", path.display()))
    }

    fn parse(dump: &[u8]) -> Result<Self> {
        ensure!(header(dump, word::VERSION)? == FORMAT_VERSION, "not version 7");
        ensure!(header(dump, word::BITS_A_PIXEL)? == BYTES_A_PIXEL * 8, "not 32 bits a pixel");
        let (width, height) = (header(dump, word::WIDTH)?, header(dump, word::HEIGHT)?);
        let line = header(dump, word::BYTES_A_LINE)?;
        let start = header(dump, word::HEADER_SIZE)? + header(dump, word::COLOURS)? * BYTES_A_COLOUR;
        let rows = dump.get(start..start + line * height).context("cut short")?;
        let rgb = rows
            .chunks_exact(line)
            .flat_map(|row| row[..width * BYTES_A_PIXEL].chunks_exact(BYTES_A_PIXEL))
            .map(|pixel| [pixel[2], pixel[1], pixel[0]])
            .collect();
        Ok(Self { width, height, rgb })
    }

    /// How many pixels there are.
    pub fn pixels(&self) -> usize {
        self.rgb.len()
    }

    /// How many different colours are shown.
    pub fn colours(&self) -> usize {
        self.rgb.iter().collect::<HashSet<_>>().len()
    }

    /// How many pixels differ from those of another picture of the same screen.
    pub fn differing_pixels(&self, other: &Self) -> usize {
        self.rgb.iter().zip(&other.rgb).filter(|(here, there)| here != there).count()
    }

    /// Writes the picture to `path`, making its folder.
    pub fn save_png(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = std::fs::File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        let (width, height) = (u32::try_from(self.width)?, u32::try_from(self.height)?);
        let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(self.rgb.as_flattened())?;
        Ok(())
    }
}

fn header(dump: &[u8], word: usize) -> Result<usize> {
    let bytes = dump.get(word * 4..).and_then(|rest| rest.first_chunk::<4>()).context("cut short")?;
    Ok(usize::try_from(u32::from_be_bytes(*bytes))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dump of two pixels in one row: red, then blue, with two bytes of padding colours before.
    fn dump() -> Vec<u8> {
        let mut words = [0u32; 25];
        words[word::HEADER_SIZE] = 100;
        words[word::VERSION] = 7;
        words[word::WIDTH] = 2;
        words[word::HEIGHT] = 1;
        words[word::BITS_A_PIXEL] = 32;
        words[word::BYTES_A_LINE] = 8;
        words[word::COLOURS] = 1;
        let mut dump: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        dump.extend([0; BYTES_A_COLOUR]);
        dump.extend([0, 0, 255, 0, 255, 0, 0, 0]);
        dump
    }

    #[test]
    fn reads_pixels_in_rows() {
        let screen = Screen::parse(&dump()).unwrap();
        assert_eq!(screen.rgb, [[255, 0, 0], [0, 0, 255]], "bytes are blue, green, red");
        assert_eq!(screen.colours(), 2);
        assert_eq!(screen.differing_pixels(&screen), 0, "a picture equals itself");
    }

    #[test]
    fn refuses_what_is_cut_short() {
        let whole = dump();
        for length in [0, 50, 111, whole.len() - 1] {
            assert!(Screen::parse(&whole[..length]).is_err(), "{length} bytes are too few");
        }
    }
}
