//! The colours of the pictures: one palette a picture, and the tones of real materials that no
//! palette may change (wood is brown in every shop). Grounds are soft mid-light tints, so that a
//! picture sits well on a white page and does not glare on a dark one.

/// Six colours that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colors {
    /// The wall behind everything.
    pub ground: &'static str,
    /// The large calm shape on the wall, and the table.
    pub shape: &'static str,
    /// What the object is mostly made of.
    pub main: &'static str,
    /// A darker relative of `main`: lids, seams, letters that are only strokes.
    pub deep: &'static str,
    /// The one colour that answers `main`.
    pub accent: &'static str,
    /// Nearly white, warm or cool as the palette asks.
    pub soft: &'static str,
}

/// The name of a palette; a product may ask for one, otherwise its seed chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the colour it stands for")]
pub enum Palette {
    Persimmon,
    Moss,
    Sky,
    Plum,
    Butter,
    Clay,
    Indigo,
    Rose,
    Sea,
    Stone,
    Mint,
    Lavender,
    Night,
}

impl Palette {
    /// The palettes that a seed may choose. `Night` is left out: it suits only things that shine.
    pub const BY_DAY: [Self; 12] = [
        Self::Persimmon,
        Self::Moss,
        Self::Sky,
        Self::Plum,
        Self::Butter,
        Self::Clay,
        Self::Indigo,
        Self::Rose,
        Self::Sea,
        Self::Stone,
        Self::Mint,
        Self::Lavender,
    ];

    const ALL: [Self; 13] = [
        Self::Persimmon,
        Self::Moss,
        Self::Sky,
        Self::Plum,
        Self::Butter,
        Self::Clay,
        Self::Indigo,
        Self::Rose,
        Self::Sea,
        Self::Stone,
        Self::Mint,
        Self::Lavender,
        Self::Night,
    ];

    /// The stable name that stands in picture keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Persimmon => "persimmon",
            Self::Moss => "moss",
            Self::Sky => "sky",
            Self::Plum => "plum",
            Self::Butter => "butter",
            Self::Clay => "clay",
            Self::Indigo => "indigo",
            Self::Rose => "rose",
            Self::Sea => "sea",
            Self::Stone => "stone",
            Self::Mint => "mint",
            Self::Lavender => "lavender",
            Self::Night => "night",
        }
    }

    /// The palette of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|palette| palette.name() == name)
    }

    pub(super) const fn colors(self) -> Colors {
        match self {
            Self::Persimmon => set(["#fce6d2", "#f7cfa9", "#e8743b", "#a5421f", "#3f7d6b", "#fff6ea"]),
            Self::Moss => set(["#e5eedb", "#cbdeb7", "#6b9460", "#3e5f3d", "#e3a048", "#fbf8ec"]),
            Self::Sky => set(["#ddecf6", "#b9d9ee", "#4f93c4", "#2b5c86", "#f2a65a", "#fafbf7"]),
            Self::Plum => set(["#f0e1ec", "#dfc0d7", "#8e5384", "#5b2e57", "#e8b04b", "#fff7f4"]),
            Self::Butter => set(["#fdf0cb", "#f9dd98", "#e6a92f", "#a06c17", "#4c7f9c", "#fffbef"]),
            Self::Clay => set(["#f3e2d7", "#e5c4b0", "#b9694b", "#7a3e2b", "#6e8b74", "#fdf6ee"]),
            Self::Indigo => set(["#e0e5f4", "#bfc9e8", "#4a5c9e", "#2b3768", "#ee8f6d", "#f8f8fc"]),
            Self::Rose => set(["#fbe3e2", "#f5c5c4", "#db6b78", "#98394c", "#5d8f8a", "#fff7f4"]),
            Self::Sea => set(["#daefec", "#b1dcd5", "#2f8f88", "#1b5a58", "#f0925e", "#f7fbf7"]),
            Self::Stone => set(["#e9e5de", "#d3ccbf", "#7c7668", "#4a463d", "#c9704f", "#faf8f3"]),
            Self::Mint => set(["#dff3e6", "#b9e2c8", "#4fa67d", "#2e6f53", "#ee7f8b", "#f9fcf7"]),
            Self::Lavender => set(["#e9e4f7", "#cec3ec", "#7e6bc0", "#4b3d85", "#f0b35a", "#faf8fe"]),
            Self::Night => set(["#34415a", "#445474", "#e2a04a", "#a9682a", "#7fb7a8", "#f9edd6"]),
        }
    }
}

const fn set([ground, shape, main, deep, accent, soft]: [&'static str; 6]) -> Colors {
    Colors { ground, shape, main, deep, accent, soft }
}

/// Materials that keep their own colour.
pub(super) mod tone {
    pub const WOOD: &str = "#c8935f";
    pub const WOOD_DEEP: &str = "#94643a";
    pub const STEEL: &str = "#ccd4da";
    pub const STEEL_DEEP: &str = "#8794a0";
    pub const IRON: &str = "#4b4f58";
    pub const INK: &str = "#3a3842";
    pub const PAPER: &str = "#fff8ea";
    pub const LEAF: &str = "#75a45e";
    pub const LEAF_DEEP: &str = "#467341";
    pub const GOLD: &str = "#e7b450";
    pub const HONEY: &str = "#e59a26";
    pub const CRUST: &str = "#dca05c";
    pub const RED: &str = "#d8513f";
    pub const STRAW: &str = "#e0bd84";
}
