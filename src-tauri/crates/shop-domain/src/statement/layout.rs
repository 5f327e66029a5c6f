//! The columns of bank statements. Each bank has its own names; a table is recognised by three of them together.

use chrono::{NaiveDate, NaiveTime};
use thiserror::Error;

use crate::code::coded;
use crate::limits::MAX_WON;
use crate::number::parse_whole_number;
use crate::text::normalize;

coded! {
    /// A bank by the names of its columns.
    Bank {
        /// KB Kookmin Bank.
        Kb => "KB",
        /// Shinhan Bank.
        Shinhan => "SHINHAN",
        /// Woori Bank.
        Woori => "WOORI",
        /// Hana Bank.
        Hana => "HANA",
        /// NH NongHyup Bank.
        Nh => "NH",
        /// IBK Industrial Bank of Korea.
        Ibk => "IBK",
        /// Kakao Bank.
        Kakao => "KAKAO",
        /// Toss Bank.
        Toss => "TOSS",
        /// Any other table with a day, a depositor and an amount.
        Other => "OTHER",
    }
}

/// Names of columns; the first one that a table has counts. Spaces and the unit in parentheses are left out.
struct Preset {
    bank: Bank,
    day: &'static [&'static str],
    clock: &'static [&'static str],
    depositor: &'static [&'static str],
    amount: &'static [&'static str],
}

const fn preset(
    bank: Bank,
    day: &'static [&'static str],
    depositor: &'static [&'static str],
    amount: &'static [&'static str],
) -> Preset {
    Preset { bank, day, clock: &["거래시간"], depositor, amount }
}

/// No two banks share all three columns.
const PRESETS: [Preset; 9] = [
    preset(Bank::Kb, &["거래일시", "거래일자"], &["보낸분/받는분"], &["입금액"]),
    preset(Bank::Hana, &["거래일시", "거래일자"], &["의뢰인/수취인"], &["입금액"]),
    preset(Bank::Woori, &["거래일시", "거래일자"], &["기재내용"], &["입금", "맡기신금액"]),
    preset(Bank::Nh, &["거래일시", "거래일자"], &["거래기록사항", "거래내용"], &["입금금액"]),
    preset(Bank::Ibk, &["거래일시", "거래일자"], &["거래내용"], &["입금"]),
    preset(Bank::Shinhan, &["거래일자", "거래일시"], &["내용"], &["입금"]),
    preset(Bank::Kakao, &["거래일시"], &["내용"], &["거래금액"]),
    preset(Bank::Toss, &["거래일시"], &["적요"], &["거래금액"]),
    preset(
        Bank::Other,
        &["날짜", "일자", "일시", "date"],
        &["입금자명", "입금자", "depositor"],
        &["입금액", "금액", "amount"],
    ),
];

/// Where the columns of a table are, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The bank.
    pub bank: Bank,
    day: usize,
    clock: Option<usize>,
    depositor: usize,
    amount: usize,
}

/// A deposit of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The row of the table, from 1.
    pub row: i64,
    /// The day, in the zone of the shop.
    pub day: NaiveDate,
    /// The time of day, where the bank writes one.
    pub time: Option<NaiveTime>,
    /// The name that the bank shows.
    pub depositor: String,
    /// Won, above 0.
    pub amount: i64,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LineFault {
    /// The cell of the amount holds no whole number of won.
    #[error("not an amount")]
    Amount,
    /// The cell of the day holds none.
    #[error("not a day")]
    Day,
}

impl Layout {
    /// The layout of a table with these names of columns; `None` for a row that holds the names of no known table.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let names: Vec<String> = names.into_iter().map(plain_name).collect();
        let place = |known: &[&str]| known.iter().find_map(|known| names.iter().position(|name| name == known));
        PRESETS.iter().find_map(|preset| {
            let (day, depositor, amount) = (place(preset.day)?, place(preset.depositor)?, place(preset.amount)?);
            Some(Self { bank: preset.bank, day, clock: place(preset.clock), depositor, amount })
        })
    }

    /// Reads a row; `None` for one that is no deposit: its amount is empty, 0 or below.
    ///
    /// # Errors
    /// [`LineFault`], in its order.
    pub fn read(&self, row: i64, cells: &[&str]) -> Result<Option<Line>, LineFault> {
        let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
        let written = cell(self.amount);
        if written.is_empty() || written == "-" || written.starts_with('-') {
            return Ok(None);
        }
        let amount = parse_whole_number(written.trim_start_matches('+')).map_err(|_| LineFault::Amount)?;
        if amount == 0 {
            return Ok(None);
        }
        if amount > MAX_WON {
            return Err(LineFault::Amount);
        }
        let (day, time) = parse_moment(cell(self.day), self.clock.map_or("", cell)).ok_or(LineFault::Day)?;
        let depositor = normalize(cell(self.depositor)).into_owned();
        Ok(Some(Line { row, day, time, depositor, amount }))
    }
}

/// A name without spaces and without its unit in parentheses, in lower case.
fn plain_name(name: &str) -> String {
    let name = name.split('(').next().unwrap_or_default();
    normalize(name).chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase()
}

/// The first eight digits are the day, the next four or six the time; the time may have a column of its own.
fn parse_moment(day: &str, clock: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let all = digits(day) + &digits(clock);
    let part = |from: usize, to: usize| all.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let year = all.get(0..4)?.parse().ok()?;
    let day = NaiveDate::from_ymd_opt(year, part(4, 6)?, part(6, 8)?)?;
    let time = match (part(8, 10), part(10, 12)) {
        (Some(hour), Some(minute)) => Some(NaiveTime::from_hms_opt(hour, minute, part(12, 14).unwrap_or(0))?),
        _ => None,
    };
    Some((day, time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bank_is_known_by_its_columns() {
        for (names, bank) in [
            ("거래일시,적요,보낸분/받는분,송금메모,출금액(원),입금액(원),잔액(원),거래점", Some(Bank::Kb)),
            ("거래일자,거래시간,적요,출금(원),입금(원),내용,잔액(원),거래점", Some(Bank::Shinhan)),
            ("거래일시,적요,기재내용,찾으신금액,맡기신금액,거래후 잔액,취급점", Some(Bank::Woori)),
            ("거래일시,적요,의뢰인/수취인,입금액,출금액,거래후잔액,거래점", Some(Bank::Hana)),
            ("거래일시,출금금액(원),입금금액(원),거래 후 잔액(원),거래내용,거래기록사항,거래점", Some(Bank::Nh)),
            ("거래일시,출금,입금,거래후 잔액,거래내용,상대계좌번호,상대은행,메모", Some(Bank::Ibk)),
            ("거래일시,구분,거래금액,거래 후 잔액,거래구분,내용,메모", Some(Bank::Kakao)),
            ("거래 일시,적요,거래 유형,거래 기관,계좌번호,거래 금액,거래 후 잔액,메모", Some(Bank::Toss)),
            ("Date,Depositor,Amount", Some(Bank::Other)),
            ("입금자명,금액,날짜", Some(Bank::Other)),
            ("조회기간,2026.03.01,2026.03.31", None),
            ("", None),
        ] {
            assert_eq!(Layout::of(names.split(',')).map(|layout| layout.bank), bank, "{names}");
        }
    }

    #[test]
    fn a_deposit_is_a_day_a_name_and_whole_won() {
        let layout = Layout::of("거래일시,보낸분/받는분,입금액".split(',')).expect("KB");
        let on = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        let at = |h, m, s| NaiveTime::from_hms_opt(h, m, s);
        for (cells, expected) in [
            (["2026.03.02 14:30:05", "김입금", "50,000"], Ok(Some((on(2026, 3, 2), at(14, 30, 5), 50_000)))),
            (["2026-03-02 14:30", "김입금", "50000원"], Ok(Some((on(2026, 3, 2), at(14, 30, 0), 50_000)))),
            (["20260302", "김입금", "+1,000"], Ok(Some((on(2026, 3, 2), None, 1_000)))),
            (["2026.03.02", "김입금", "0"], Ok(None)),
            (["2026.03.02", "김입금", ""], Ok(None)),
            (["2026.03.02", "김입금", "-50,000"], Ok(None)),
            (["2026.03.02", "김입금", "50,00"], Err(LineFault::Amount)),
            (["2026.03.02", "김입금", "50.5"], Err(LineFault::Amount)),
            (["2026.03.02", "김입금", "1000000000001"], Err(LineFault::Amount)),
            (["2026.02.30", "김입금", "50,000"], Err(LineFault::Day)),
            (["", "김입금", "50,000"], Err(LineFault::Day)),
        ] {
            let read = layout.read(7, &cells).map(|line| line.map(|line| (line.day, line.time, line.amount)));
            assert_eq!(read, expected, "{cells:?}");
        }
    }

    #[test]
    fn a_time_in_a_column_of_its_own_is_read_with_its_day() {
        let layout = Layout::of("거래일자,거래시간,적요,출금(원),입금(원),내용".split(',')).expect("Shinhan");
        let line = layout.read(3, &["2026-03-02", "09:05:10", "이체", "", "1,000", " 김\u{200B}입금 "]);
        let line = line.expect("it is read").expect("it is a deposit");
        assert_eq!(line.time, NaiveTime::from_hms_opt(9, 5, 10), "the time of day");
        assert_eq!(line.depositor, "김입금", "in normal form");
    }
}
