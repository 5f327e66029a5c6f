//! Colours that a product's name promises of its contents or material: chilli paste is red whatever
//! the palette of its picture.

/// The name of such a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the colour it stands for")]
pub enum Tint {
    Red,
    Orange,
    Yellow,
    Green,
    Brown,
    Sand,
    Straw,
    Cream,
    Gold,
    Wine,
    Pink,
    Coral,
    Sky,
    Grey,
}

impl Tint {
    const ALL: [(Self, &'static str, &'static str); 14] = [
        (Self::Red, "red", "#d04a38"),
        (Self::Orange, "orange", "#f0852f"),
        (Self::Yellow, "yellow", "#f3b73e"),
        (Self::Green, "green", "#8fae5d"),
        (Self::Brown, "brown", "#8a5a37"),
        (Self::Sand, "sand", "#dcb982"),
        (Self::Straw, "straw", "#e0bd84"),
        (Self::Cream, "cream", "#fbeed6"),
        (Self::Gold, "gold", "#e3b14c"),
        (Self::Wine, "wine", "#9c4358"),
        (Self::Pink, "pink", "#ee9fae"),
        (Self::Coral, "coral", "#ee8a72"),
        (Self::Sky, "sky", "#9cc9e3"),
        (Self::Grey, "grey", "#99a0ab"),
    ];

    /// The stable name that stands in picture keys.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The tint of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map(|(tint, ..)| tint)
    }

    /// As SVG writes it.
    pub(super) const fn hex(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}
