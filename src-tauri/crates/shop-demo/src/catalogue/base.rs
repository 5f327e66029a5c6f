//! One row of the catalogue's tables, and the few words that the tables are written in. Rows are
//! constants, so that a slip in a table is found by the compiler or by a test, never by a visitor.

use crate::art::{Motif, Palette, Tint};

/// A hand-written product; `product` makes editions of it.
#[derive(Debug, Clone, Copy)]
pub struct BaseProduct {
    /// Korean name, unique in the catalogue.
    pub name: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Two sentences in Korean.
    pub description: &'static str,
    /// One or two sentences in English.
    pub description_en: &'static str,
    /// Won, a multiple of 100.
    pub price: i64,
    /// Options with the full price of each, in won; empty where there is nothing to choose.
    pub options: &'static [(&'static str, i64)],
    /// How many one customer may buy; `None` is no limit.
    pub limited_quantity: Option<i64>,
    /// How much is in stock.
    pub stock_level: StockLevel,
    /// Percent off in the flash sale that runs at the start; `None` is not in it.
    pub sale_rate: Option<u8>,
    /// What its picture shows.
    pub motif: Motif,
    /// Colours that the name promises; `None` lets the seed choose.
    pub palette: Option<Palette>,
    /// Colour of the contents or the material, where the name promises one.
    pub tint: Option<Tint>,
}

/// How much is in stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockLevel {
    /// Some tens to some hundreds, by the seed.
    Full,
    /// So few that the page says so: 1 to 5.
    LastFew(i64),
    /// Nothing left.
    Empty,
}

/// Begins a row: names, price in won, what the picture shows.
pub(super) const fn item(name: &'static str, name_en: &'static str, price: i64, motif: Motif) -> BaseProduct {
    BaseProduct {
        name,
        name_en,
        description: "",
        description_en: "",
        price,
        options: &[],
        limited_quantity: None,
        stock_level: StockLevel::Full,
        sale_rate: None,
        motif,
        palette: None,
        tint: None,
    }
}

impl BaseProduct {
    pub(super) const fn about(mut self, korean: &'static str, english: &'static str) -> Self {
        self.description = korean;
        self.description_en = english;
        self
    }

    pub(super) const fn options(mut self, options: &'static [(&'static str, i64)]) -> Self {
        self.options = options;
        self
    }

    pub(super) const fn limit(mut self, each_customer: i64) -> Self {
        self.limited_quantity = Some(each_customer);
        self
    }

    pub(super) const fn last_few(mut self, quantity: i64) -> Self {
        self.stock_level = StockLevel::LastFew(quantity);
        self
    }

    pub(super) const fn sold_out(mut self) -> Self {
        self.stock_level = StockLevel::Empty;
        self
    }

    pub(super) const fn sale(mut self, percent: u8) -> Self {
        self.sale_rate = Some(percent);
        self
    }

    pub(super) const fn palette(mut self, palette: Palette) -> Self {
        self.palette = Some(palette);
        self
    }

    pub(super) const fn tint(mut self, tint: Tint) -> Self {
        self.tint = Some(tint);
        self
    }
}
