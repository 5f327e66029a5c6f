//! The n-th product of a demo shop of any size. The first ones are the catalogue as written, spread
//! over the categories; later ones are editions of them (a village, a season, a size of pack), with
//! names that stay unique. The same number gives the same product on every machine.

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};

use super::{BaseProduct, CATEGORIES, StockLevel, base_count, option_names};
use crate::art::PictureKey;

/// A product ready to be put into a shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoProduct {
    /// Korean name, unique among all numbers.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Korean description.
    pub description: &'static str,
    /// English description.
    pub description_en: &'static str,
    /// Code of its category.
    pub category: &'static str,
    /// Won, a multiple of 100.
    pub price: i64,
    /// What can be chosen; where there is something, the stock lies with the options.
    pub options: Vec<DemoOption>,
    /// How many one customer may buy; `None` is no limit.
    pub limited_quantity: Option<i64>,
    /// Units in stock of a product without options; 0 where there are options.
    pub stock: i64,
    /// Percent off in the flash sale; `None` is not in it.
    pub sale_rate: Option<u8>,
    /// What its picture is drawn from.
    pub picture: PictureKey,
}

/// One choice of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOption {
    /// Korean name.
    pub name: &'static str,
    /// English name.
    pub name_en: Option<&'static str>,
    /// Full price in won.
    pub price: i64,
    /// Units in stock.
    pub stock: i64,
}

/// The `n`-th demo product, from 0.
pub fn product(n: usize) -> DemoProduct {
    let (category, base) = nth_base(n % base_count());
    let edition = n / base_count();
    let seed = n as u64;
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (suffix, suffix_en) = edition_names(edition);
    let percent = if edition == 0 { 100 } else { random.random_range(82..=128) };
    let level = if edition == 0 { base.stock_level } else { stock_level(&mut random) };
    let options: Vec<_> = base
        .options
        .iter()
        .map(|&(name, price)| DemoOption {
            name,
            name_en: option_names::english(name),
            price: scaled(price, percent),
            stock: quantity(level, &mut random),
        })
        .collect();
    DemoProduct {
        name: format!("{}{suffix}", base.name),
        name_en: format!("{}{suffix_en}", base.name_en),
        description: base.description,
        description_en: base.description_en,
        category,
        price: scaled(base.price, percent),
        limited_quantity: base.limited_quantity,
        stock: if options.is_empty() { quantity(level, &mut random) } else { 0 },
        options,
        sale_rate: base.sale_rate.filter(|_| edition == 0),
        picture: PictureKey { motif: base.motif, palette: base.palette, tint: base.tint, seed },
    }
}

/// How far apart in its table two neighbours on the page stand; no table's length may be a multiple.
/// Tables keep like with like, pages should not.
const STRIDE: usize = 7;

/// Deals the categories out in turn, so that even a small shop has something of each.
fn nth_base(n: usize) -> (&'static str, &'static BaseProduct) {
    let rows = CATEGORIES.iter().map(|category| category.products.len()).max().unwrap_or(0);
    (0..rows)
        .flat_map(|row| {
            CATEGORIES
                .iter()
                .filter(move |category| row < category.products.len())
                .map(move |category| (category.code, &category.products[row * STRIDE % category.products.len()]))
        })
        .nth(n)
        .expect("BUG: n is below the number of base products")
}

fn scaled(price: i64, percent: i64) -> i64 {
    (price * percent / 100 / 100).max(1) * 100
}

/// Of the editions, about one in twelve is sold out and one in eight nearly so.
fn stock_level(random: &mut Xoshiro256PlusPlus) -> StockLevel {
    match random.random_range(0..24) {
        0 | 1 => StockLevel::Empty,
        2..=4 => StockLevel::LastFew(random.random_range(1..=5)),
        _ => StockLevel::Full,
    }
}

fn quantity(level: StockLevel, random: &mut Xoshiro256PlusPlus) -> i64 {
    match level {
        StockLevel::Empty => 0,
        StockLevel::LastFew(left) => left,
        StockLevel::Full => random.random_range(24..=400),
    }
}

const VILLAGES: [(&str, &str); 24] = [
    ("강릉", "Gangneung"),
    ("전주", "Jeonju"),
    ("통영", "Tongyeong"),
    ("안동", "Andong"),
    ("제주", "Jeju"),
    ("담양", "Damyang"),
    ("속초", "Sokcho"),
    ("경주", "Gyeongju"),
    ("남해", "Namhae"),
    ("공주", "Gongju"),
    ("춘천", "Chuncheon"),
    ("여수", "Yeosu"),
    ("영월", "Yeongwol"),
    ("하동", "Hadong"),
    ("군산", "Gunsan"),
    ("보성", "Boseong"),
    ("양평", "Yangpyeong"),
    ("거제", "Geoje"),
    ("단양", "Danyang"),
    ("목포", "Mokpo"),
    ("청송", "Cheongsong"),
    ("구례", "Gurye"),
    ("태안", "Taean"),
    ("밀양", "Miryang"),
];

const SEASONS: [(&str, &str); 20] = [
    ("", ""),
    ("봄맞이", "Spring"),
    ("여름밤", "Summer Night"),
    ("가을빛", "Autumn"),
    ("첫눈", "First Snow"),
    ("단오", "Dano"),
    ("한가위", "Harvest"),
    ("설날", "New Year"),
    ("동지", "Solstice"),
    ("새벽", "Dawn"),
    ("노을", "Sunset"),
    ("달빛", "Moonlight"),
    ("이슬", "Dew"),
    ("바람", "Breeze"),
    ("들꽃", "Wildflower"),
    ("솔숲", "Pinewood"),
    ("바다", "Sea"),
    ("별밤", "Starry"),
    ("소나기", "Shower"),
    ("햇살", "Sunshine"),
];

const PACKS: [(&str, &str); 10] = [
    ("", ""),
    ("선물 포장", "Gift Wrap"),
    ("알뜰 꾸러미", "Value Pack"),
    ("작은 꾸러미", "Small Pack"),
    ("단골 꾸러미", "Regulars' Pack"),
    ("잔치 꾸러미", "Party Pack"),
    ("나눔 꾸러미", "Sharing Pack"),
    ("첫 만남", "First Try"),
    ("다시 채움", "Refill"),
    ("손님맞이", "Guest Pack"),
];

/// What an edition adds to the Korean and the English name: nothing to edition 0, then a village, a
/// season, a pack, and a number when the words have run out.
fn edition_names(edition: usize) -> (String, String) {
    let Some(step) = edition.checked_sub(1) else { return (String::new(), String::new()) };
    let (village, rest) = (VILLAGES[step % VILLAGES.len()], step / VILLAGES.len());
    let (season, rest) = (SEASONS[rest % SEASONS.len()], rest / SEASONS.len());
    let (pack, round) = (PACKS[rest % PACKS.len()], rest / PACKS.len());
    let number = if round == 0 { String::new() } else { (round + 1).to_string() };
    (joined([village.0, season.0, pack.0, &number]), joined([village.1, season.1, pack.1, &number]))
}

fn joined(words: [&str; 4]) -> String {
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    format!(" · {}", words.join(" "))
}
