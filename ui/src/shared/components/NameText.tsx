// A name in the language shown. Where the shop gave no English one, or only that of the product and not of its option, the
// Korean part says that it is Korean, so that it is read out and hyphenated as such.
import { useLang } from "@/shared/hooks/useLang";
import { isKorean, nameIn } from "@/shared/text/names";

interface NameTextProps {
  name: string;
  nameEn?: string | null | undefined;
}

export function NameText({ name, nameEn }: NameTextProps) {
  const lang = useLang();
  const text = nameIn(lang, name, nameEn);
  if (lang === "ko" || !isKorean(text)) return text;
  if (text === name) return <span lang="ko">{text}</span>;
  const option = text.lastIndexOf(" / ") + 3;
  return (
    <>
      {text.slice(0, option)}
      <span lang="ko">{text.slice(option)}</span>
    </>
  );
}
