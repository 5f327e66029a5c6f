//! Mutations of an input: what a fuzzer does, from a seed, so that each run is the same.

/// Bytes at which parsers change their mind.
const SIGNIFICANT: [u8; 12] = [0, 1, 9, 10, 13, b' ', b'"', b'\'', b'0', b'9', 0x7f, 0xff];

/// Numbers at which parsers change their mind.
const NUMBERS: [&str; 10] = [
    "0",
    "-1",
    "2147483648",
    "4294967296",
    "9007199254740992",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "1e309",
    "0.5",
];

/// The longest input that a mutation makes, in bytes.
const LONGEST: usize = 1 << 16;

/// Random numbers of a seed (SplitMix64).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `bound`, which is above 0.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// An input of the corpus with one to four changes.
pub fn mutated(random: &mut Random, corpus: &[Vec<u8>], words: &[&str]) -> Vec<u8> {
    let mut input = random.pick(corpus).clone();
    for _ in 0..=random.below(4) {
        change(random, &mut input, corpus, words);
    }
    input.truncate(LONGEST);
    input
}

fn change(random: &mut Random, input: &mut Vec<u8>, corpus: &[Vec<u8>], words: &[&str]) {
    let at = random.below(input.len() + 1);
    let length = random.below(16.min(input.len() - at) + 1);
    match random.below(9) {
        0 if at < input.len() => input[at] ^= 1 << random.below(8),
        1 if at < input.len() => input[at] = *random.pick(&SIGNIFICANT),
        2 => drop(input.drain(at..at + length)),
        3 => {
            let copied = input[at..at + length].repeat(1 + random.below(40));
            input.splice(at..at, copied);
        }
        4 => input.truncate(at),
        5 => {
            let other = random.pick(corpus);
            let from = random.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
        6 if !words.is_empty() => drop(input.splice(at..at + length, random.pick(words).bytes())),
        7 => replace_a_number(random, input, at),
        _ => input.insert(at, u8::try_from(random.below(256)).unwrap_or_default()),
    }
}

/// Replaces the first number behind `at`.
fn replace_a_number(random: &mut Random, input: &mut Vec<u8>, at: usize) {
    let Some(start) = input[at..].iter().position(u8::is_ascii_digit).map(|found| at + found) else { return };
    let digits = input[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    input.splice(start..start + digits, random.pick(&NUMBERS).bytes());
}
