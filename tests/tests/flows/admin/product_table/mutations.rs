//! A thousand damaged tables, by seed. Whatever happens to a file, a product that is made of it has the cells of one line of
//! it: as they were, or, in the one cell that was damaged, as the file now honestly says. Everything else is refused.

use std::ops::Range;

use super::*;

/// The table before it is damaged. A syllable is followed by no letter of the alphabet: in CP949 half a syllable and a letter
/// make another syllable, which nobody could tell from one that was meant.
const LINES: [[&str; 4]; 8] = [
    ["무쇠 주물팬 24", "주방", "32,000", "3"],
    ["머그컵", "주방", "9,000", "15"],
    ["12\" 접시, 큰 것", "주방", "1,250,000", "7"],
    ["리넨 셔츠", "의류", "39000", "40"],
    ["대바구니", "살림", "₩12,500", "8"],
    ["싸리비", "살림", "7000.00", "120"],
    ["Tea pot", "tea", "18,000", "6"],
    ["찻잔 2", "차", "5,500원", "9"],
];
const NAMES: [&str; 4] = ["name", "category", "price", "stock"];

/// SplitMix64: the same damage in every run.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// A file, and where the content of each cell stands in it.
struct File {
    bytes: Vec<u8>,
    cells: Vec<(usize, usize, Range<usize>)>,
    encoding: CsvEncoding,
}

impl File {
    fn write(seeded: &mut Seeded) -> Self {
        let encoding = *seeded.pick(&[CsvEncoding::Utf8, CsvEncoding::Utf8, CsvEncoding::Utf16, CsvEncoding::Cp949]);
        let mut file = Self { bytes: Vec::new(), cells: Vec::new(), encoding };
        if encoding == CsvEncoding::Utf16 || seeded.below(2) == 0 && encoding == CsvEncoding::Utf8 {
            file.push("\u{FEFF}");
        }
        let end = *seeded.pick(&["\n", "\r\n", "\r"]);
        let sign = *seeded.pick(&[",", ";", "\t"]);
        if seeded.below(4) == 0 {
            file.push(&format!("sep={sign}{end}"));
        }
        let quotes_all = seeded.below(2) == 0;
        file.push(&format!("{}{end}", NAMES.join(sign)));
        for (line, cells) in LINES.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let is_quoted = quotes_all || cell.contains(['"', ',', ';', '\t']);
                let quote = if is_quoted { "\"" } else { "" };
                file.push(quote);
                let begin = file.bytes.len();
                file.push(&if is_quoted { cell.replace('"', "\"\"") } else { (*cell).to_owned() });
                file.cells.push((line, column, begin..file.bytes.len()));
                file.push(quote);
                file.push(if column + 1 == cells.len() { end } else { sign });
            }
        }
        file
    }

    fn push(&mut self, text: &str) {
        match self.encoding {
            CsvEncoding::Utf8 => self.bytes.extend(text.as_bytes()),
            CsvEncoding::Utf16 => self.bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            // The won sign and what else CP949 lacks would be written as a reference, and is left out here.
            CsvEncoding::Cp949 => self.bytes.extend(encoding_rs::EUC_KR.encode(&text.replace('₩', "")).0.iter()),
        }
    }

    /// Damages the file and says which cell holds the damage, and what it reads now; `None` where none does alone.
    fn damage(&mut self, seeded: &mut Seeded) -> Option<Damaged> {
        let place = seeded.below(self.bytes.len());
        match seeded.below(10) {
            0..=3 => {
                // One byte is missing; of UTF-8 sometimes two. Two of another encoding may be a whole letter.
                let most = if self.encoding == CsvEncoding::Utf8 { 2 } else { 1 };
                let gone = place..(place + 1 + seeded.below(most)).min(self.bytes.len());
                let is_hit = |range: &Range<usize>| range.start < gone.end && gone.start < range.end;
                let cell = self.cells.iter().find(|(.., range)| is_hit(range)).cloned();
                self.bytes.drain(gone.clone());
                cell.and_then(|(line, column, range)| {
                    let lost = range.end.min(gone.end) - range.start.max(gone.start);
                    let begin = range.start.min(gone.start);
                    self.reads(line, column, begin..begin + range.len() - lost)
                })
            }
            4..=6 => {
                let sign = *seeded.pick(&[b'"', b'"', b',', b';', b'\t', b'\n', b'\r', 0xFF, 0x80, b'.', b'-', b'E']);
                self.bytes.insert(place, sign);
                let cell = self.cells.iter().find(|(.., range)| (range.start..=range.end).contains(&place)).cloned();
                cell.and_then(|(line, column, range)| self.reads(line, column, range.start..range.end + 1))
            }
            7 | 8 => {
                let is_structure = |at: &usize| b"\",;\t\r\n".contains(&self.bytes[*at]);
                let structure: Vec<usize> = (0..self.bytes.len()).filter(is_structure).collect();
                let at = *seeded.pick(&structure);
                self.bytes[at] = *seeded.pick(b"\",;\t\n x");
                // Also the sign just before a cell may have become a part of it.
                let cell = self.cells.iter().find(|(.., range)| (range.start..=range.end).contains(&(at + 1))).cloned();
                cell.and_then(|(line, column, range)| self.reads(line, column, range.start.min(at)..range.end))
            }
            _ => {
                self.bytes.truncate(place);
                // What is cut off is the first cell that does not end before.
                let cell = self.cells.iter().find(|(.., range)| place < range.end).cloned();
                cell.and_then(|(line, column, range)| self.reads(line, column, range.start.min(place)..place))
            }
        }
    }

    /// What a damaged cell honestly reads, where it is still text.
    fn reads(&self, line: usize, column: usize, range: Range<usize>) -> Option<Damaged> {
        let bytes = self.bytes.get(range)?;
        let text = match self.encoding {
            CsvEncoding::Utf8 => String::from_utf8(bytes.to_vec()).ok()?,
            CsvEncoding::Utf16 => {
                let units: Vec<u16> =
                    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
                String::from_utf16(&units).ok()?
            }
            CsvEncoding::Cp949 => {
                encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned()
            }
        };
        Some((line, column, text.replace("\"\"", "\"").trim().to_owned()))
    }
}

/// The line and the column of a damaged cell, and what it reads now.
type Damaged = (usize, usize, String);

/// A whole number as the rules spell it, read by other means than the shop's; `None` where it is none.
fn number(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches('₩').trim_end_matches('원').trim();
    let whole = text.strip_suffix(".00").or_else(|| text.strip_suffix(".0")).unwrap_or(text);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let number: i64 = digits.parse().ok()?;
    let grouped =
        number.to_string().as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",");
    (whole == grouped || whole == digits).then_some(number)
}

/// Whether a product has the cells of one line, of which one may be damaged.
fn is_of_the_table(product: (&str, &str, i64, i64), damaged: Option<&Damaged>) -> bool {
    let is_of = |(line, cells): (usize, &[&str; 4])| {
        let may_be = |column: usize| {
            let instead = damaged.filter(|(at, of, _)| (*at, *of) == (line, column)).map(|(.., text)| text.as_str());
            [Some(cells[column]), instead].into_iter().flatten()
        };
        may_be(0).any(|name| name == product.0)
            && may_be(1).any(|category| category == product.1)
            && may_be(2).any(|price| number(price) == Some(product.2))
            // A stock that is not stated is none.
            && may_be(3).any(|stock| number(if stock.is_empty() { "0" } else { stock }) == Some(product.3))
    };
    LINES.iter().enumerate().any(is_of)
}

#[tokio::test]
async fn no_damaged_table_makes_a_wrong_product() {
    let scene = Scene::new();
    let admin = scene.admin().await;
    let (mut taken, mut refused, mut last_id) = (0, 0, 0);
    for seed in 0..1_000 {
        let mut seeded = Seeded(seed);
        let mut file = File::write(&mut seeded);
        let damaged = if seed % 10 == 9 { None } else { file.damage(&mut seeded) };
        let shown = String::from_utf8_lossy(&file.bytes).into_owned();
        let request = ImportProducts { dry_run: Some(true), ..super::file(&file.bytes) };
        let would = match import_products(scene.call(admin), request.clone()).await {
            Ok(would) => would,
            Err(refusal) => {
                assert_eq!(refusal.code, ErrorCode::InvalidInput, "seed {seed}: {shown:?}");
                refused += 1;
                continue;
            }
        };
        assert_eq!((would.updated, would.left_out_count), (0, 0), "seed {seed}");
        if seed % 10 == 9 {
            assert_eq!((would.fault_count, would.created), (0, LINES.len() as i64), "seed {seed}: nothing is damaged");
        }
        if would.fault_count > 0 {
            refused += 1;
            continue;
        }
        for row in &would.first_rows {
            let product = (row.name.as_str(), row.category.as_str(), row.price, row.stock);
            assert!(is_of_the_table(product, damaged.as_ref()), "seed {seed}: {product:?} of {damaged:?} in {shown:?}");
        }
        taken += 1;
        if taken % 20 == 0 {
            let done = done(&scene, admin, ImportProducts { dry_run: None, ..request }).await;
            let made = scene.count("SELECT max(id) FROM product") - last_id;
            assert_eq!(
                (made, done.created),
                (would.created, would.created),
                "seed {seed}: what was shown is what is made"
            );
            last_id += made;
        }
    }
    assert!(taken >= 100 && refused >= 300, "of both kinds are many: {taken} taken, {refused} refused");
}
