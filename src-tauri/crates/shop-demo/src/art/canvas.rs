//! The sheet a motif is drawn on: shapes with one light from the upper left, printed patterns, and
//! a hand that is never quite steady. It knows nothing of what is drawn; `motif` does.

use std::fmt::Write as _;

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};

use super::{palette::Colors, tint::Tint};

/// How far a drawn point strays from where it was aimed at, in units of the 640-unit sheet.
const UNSTEADINESS: f32 = 1.7;

/// A pattern that a name can promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weave {
    /// Level stripes.
    Stripes,
    /// Crossing stripes.
    Checks,
}

impl Weave {
    /// One tile of it, of 48 by 48 units.
    pub(super) const fn tile(self) -> &'static str {
        match self {
            Self::Stripes => STRIPES,
            Self::Checks => CHECKS,
        }
    }
}

const STRIPES: &str = "<path d='M0 0h48v17H0z'/>";
const CHECKS: &str = "<path d='M0 0h22v48H0zM0 0h48v22H0z' opacity='.55'/>";

/// A growing SVG body, with the random source and the colours of its picture.
pub(super) struct Canvas {
    pub colors: Colors,
    tint: Option<Tint>,
    body: String,
    random: Xoshiro256PlusPlus,
    patterns: u32,
}

impl Canvas {
    pub(super) fn new(colors: Colors, tint: Option<Tint>, seed: u64) -> Self {
        Self {
            colors,
            tint,
            body: String::with_capacity(4096),
            random: Xoshiro256PlusPlus::seed_from_u64(seed),
            patterns: 0,
        }
    }

    pub(super) fn into_body(self) -> String {
        self.body
    }

    /// A number from `low` up to, not including, `high`.
    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        self.random.random_range(low..high)
    }

    /// One of `count` possibilities, from 0.
    pub(super) fn choice(&mut self, count: usize) -> usize {
        self.random.random_range(0..count)
    }

    /// The tint that the product asked for, or one of these natural colours of the thing.
    pub(super) fn color(&mut self, natural: &[&'static str]) -> &'static str {
        let chosen = natural[self.choice(natural.len())];
        self.tint.map_or(chosen, Tint::hex)
    }

    /// A plain shape without light: shadows, prints, labels.
    pub(super) fn flat(&mut self, outline: &str, fill: &str) {
        let outline = self.by_hand(outline);
        self.emit(format_args!("<path d=\"{outline}\" fill=\"{fill}\"/>"));
    }

    /// A body that the light falls on.
    pub(super) fn solid(&mut self, outline: &str, fill: &str) {
        let outline = self.by_hand(outline);
        self.emit(format_args!("<path d=\"{outline}\" fill=\"{fill}\"/><path d=\"{outline}\" fill=\"url(#l)\"/>"));
    }

    /// A body with a pattern printed or woven in `thread`, chosen by the seed; plain now and then.
    pub(super) fn printed(&mut self, outline: &str, fill: &str, thread: &str) {
        let outline = self.by_hand(outline);
        self.emit(format_args!("<path d=\"{outline}\" fill=\"{fill}\"/>"));
        if let Some(id) = self.pattern(thread) {
            self.emit(format_args!("<path d=\"{outline}\" fill=\"url(#p{id})\"/>"));
        }
        self.emit(format_args!("<path d=\"{outline}\" fill=\"url(#l)\"/>"));
    }

    /// A body with the pattern that its name promises.
    pub(super) fn woven(&mut self, outline: &str, fill: &str, thread: &str, weave: Weave) {
        let outline = self.by_hand(outline);
        let scale = self.between(0.9, 1.15);
        let id = self.define(weave.tile(), 0.0, scale, thread);
        self.emit(format_args!(
            "<path d=\"{outline}\" fill=\"{fill}\"/><path d=\"{outline}\" fill=\"url(#p{id})\"/>\
             <path d=\"{outline}\" fill=\"url(#l)\"/>"
        ));
    }

    /// A stroke with round ends.
    pub(super) fn line(&mut self, course: &str, color: &str, width: f32) {
        let course = self.by_hand(course);
        self.emit(format_args!("<path d=\"{course}\" stroke=\"{color}\" stroke-width=\"{width}\"/>"));
    }

    /// A stroke of reflected light.
    pub(super) fn gleam(&mut self, course: &str, width: f32) {
        self.line(course, "#ffffff80", width);
    }

    /// Draws `part` moved by `(x, y)`, turned by `degrees` and scaled, about that place.
    pub(super) fn placed(&mut self, x: f32, y: f32, degrees: f32, scale: f32, part: impl FnOnce(&mut Self)) {
        self.emit(format_args!("<g transform=\"translate({x:.0} {y:.0})rotate({degrees:.1})scale({scale:.2})\">"));
        part(self);
        self.emit(format_args!("</g>"));
    }

    /// The soft shadow where a thing of this half-width stands.
    pub(super) fn shadow(&mut self, x: f32, y: f32, half_width: f32) {
        let height = (half_width * 0.13).max(9.0);
        self.emit(format_args!(
            "<ellipse cx=\"{:.0}\" cy=\"{y:.0}\" rx=\"{half_width:.0}\" ry=\"{height:.0}\" fill=\"url(#g)\"/>",
            x + half_width * 0.07
        ));
    }

    fn emit(&mut self, text: std::fmt::Arguments<'_>) {
        self.body.write_fmt(text).expect("BUG: a String takes any text");
    }

    /// Defines a pattern and returns its number, or `None` for plain cloth.
    fn pattern(&mut self, thread: &str) -> Option<u32> {
        const TILES: [&str; 8] = [
            "<circle cx='12' cy='12' r='6.5'/><circle cx='36' cy='36' r='6.5'/>",
            STRIPES,
            "<path d='M0 0h19v48H0z'/>",
            CHECKS,
            "<path d='M24 8q9 7 0 16q-9-9 0-16zM24 24q9 7 0 16q-9-9 0-16zM8 24q7-9 16 0q-9 9-16 0zM24 24q7-9 16 0q-9 9-16 0z'/>",
            "<path d='M0 14L12 4L24 14L36 4L48 14V24L36 14L24 24L12 14L0 24z'/>",
            "<path d='M4 12h16M12 4v16M28 36h16M36 28v16' stroke-width='4'/>",
            "<path d='M0 10h48M0 34h48' stroke-width='3'/>",
        ];
        let kind = self.choice(TILES.len() + 2);
        let tile = *TILES.get(kind)?;
        let scale = self.between(0.7, 1.25);
        let turn = if kind == 1 || kind == 5 { 0.0 } else { [0.0, 45.0, 8.0][self.choice(3)] };
        Some(self.define(tile, turn, scale, thread))
    }

    /// Defines a pattern and returns its number.
    fn define(&mut self, tile: &str, turn: f32, scale: f32, thread: &str) -> u32 {
        self.patterns += 1;
        let id = self.patterns;
        self.emit(format_args!(
            "<pattern id=\"p{id}\" width=\"48\" height=\"48\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate({turn})scale({scale:.2})\"><g fill=\"{thread}\" stroke=\"{thread}\" \
             stroke-width=\"0\">{}</g></pattern>",
            tile.replace('\'', "\"")
        ));
        id
    }

    /// The same outline with every number a little off. Commands must be absolute and without arcs,
    /// whose flags are not places.
    fn by_hand(&mut self, outline: &str) -> String {
        let mut drawn = String::with_capacity(outline.len() + 16);
        let mut rest = outline;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '-') {
            let (before, number) = rest.split_at(start);
            let end = number[1..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(number.len(), |at| at + 1);
            let aimed: f32 = number[..end].parse().expect("BUG: an outline holds a malformed number");
            let stray = self.between(-UNSTEADINESS, UNSTEADINESS);
            write!(drawn, "{before}{:.0}", aimed + stray).expect("BUG: a String takes any text");
            rest = &number[end..];
        }
        drawn.push_str(rest);
        drawn
    }
}
