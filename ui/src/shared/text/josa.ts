// Korean particles that depend on how the word before them ends when it is read aloud.

export type JosaPair = "은/는" | "이/가" | "을/를" | "과/와" | "으로/로" | "이에요/예요";

type Ending = "vowel" | "rieul" | "consonant";

/** The word with its particle: josa("사과", "을/를") is "사과를". */
export function josa(word: string, pair: JosaPair): string {
  return word + particle(word, pair);
}

/** The particle alone. */
export function particle(word: string, pair: JosaPair): string {
  const [afterConsonant = "", afterVowel = ""] = pair.split("/");
  const ending = endingOf(word);
  if (pair === "으로/로") return ending === "consonant" ? afterConsonant : afterVowel;
  return ending === "vowel" ? afterVowel : afterConsonant;
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const FINALS = 28;
const FINAL_RIEUL = 8;

// 영 일 이 삼 사 오 육 칠 팔 구
const DIGITS: readonly Ending[] = [
  "consonant", "rieul", "vowel", "consonant", "vowel", "vowel", "consonant", "rieul", "rieul", "vowel",
];

function endingOf(word: string): Ending {
  const read = word.replace(/[\s)\]}"'」』”’.,!?]+$/u, "");
  // "1,200P" is read 포인트, and "10%" 퍼센트.
  if (/\dP$/.test(read) || read.endsWith("%")) return "vowel";
  const last = read.charAt(read.length - 1);
  const code = last.charCodeAt(0);
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return hangulEnding((code - HANGUL_FIRST) % FINALS);
  if (/\d/.test(last)) return numberEnding(read);
  if (/l/i.test(last)) return "rieul";
  return /[mnbckpt]/i.test(last) ? "consonant" : "vowel";
}

function hangulEnding(final: number): Ending {
  if (final === 0) return "vowel";
  return final === FINAL_RIEUL ? "rieul" : "consonant";
}

function numberEnding(read: string): Ending {
  // 십, 백, 천, 만 all end in a consonant, as does 영 itself.
  return DIGITS[Number(read.charAt(read.length - 1))] ?? "vowel";
}
