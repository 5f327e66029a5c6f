// How hard a new password is to guess, roughly and without a word list: length first, variety second.
export type PasswordStrength = "short" | "weak" | "fair" | "good";

export function passwordStrength(password: string): PasswordStrength {
  const characters = [...password];
  if (characters.length < 8) return "short";
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u, /[\uac00-\ud7a3]/u].filter((kind) => kind.test(password)).length;
  if (new Set(characters).size < 5 || kinds < 2) return characters.length >= 16 && new Set(characters).size >= 8 ? "good" : "weak";
  return characters.length >= 12 ? "good" : "fair";
}
