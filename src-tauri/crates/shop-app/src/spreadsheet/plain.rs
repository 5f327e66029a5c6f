//! Converts HTML descriptions of other shops to plain text. Tags are removed, block separators become line ends,
//! references become their characters. Text without tags or references is unchanged.

/// Elements whose content is dropped.
const UNREAD: [&str; 3] = ["script", "style", "head"];
/// Elements that begin a line.
const BLOCKS: [&str; 16] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "section",
    "article",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
];
/// The character references that shop editors write.
const REFERENCES: [(&str, char); 12] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("middot", '·'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("times", '×'),
    ("bull", '•'),
];

/// Maximum length of the name of an element or a reference.
const LONGEST_NAME: usize = 12;

/// The text of an HTML fragment.
pub(crate) fn plain_text(html: &str) -> String {
    if !has_markup(html) {
        return html.to_owned();
    }
    let (tagged, untagged) = html.split_at(end_of_tags(html));
    let mut text = String::with_capacity(html.len());
    let mut rest = tagged;
    while let Some(place) = rest.find(['<', '&']) {
        text.push_str(&rest[..place]);
        rest = &rest[place..];
        rest = if rest.starts_with('<') { tag(rest, &mut text) } else { reference(rest, &mut text) };
    }
    text.push_str(rest);
    rest = untagged;
    while let Some(place) = rest.find('&') {
        text.push_str(&rest[..place]);
        rest = reference(&rest[place..], &mut text);
    }
    text.push_str(rest);
    tidied(&text)
}

fn has_markup(html: &str) -> bool {
    let tagged = &html[..end_of_tags(html)];
    tagged.match_indices('<').any(|(place, _)| tag_name(&tagged[place..]).is_some())
        || html.match_indices('&').any(|(place, _)| read_reference(&html[place..]).is_some())
}

/// The end of the last character that can close a tag. Computed once, so that a cell full of `<` takes linear time.
fn end_of_tags(html: &str) -> usize {
    html.rfind('>').map_or(0, |place| place + 1)
}

/// The lower-case name of the tag that begins here; `!` for a comment. `None` if the `<` is plain text.
fn tag_name(html: &str) -> Option<String> {
    let inner = html.strip_prefix('<')?;
    if inner.starts_with('!') {
        return Some("!".to_owned());
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).take(LONGEST_NAME).collect();
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| name.to_ascii_lowercase())
}

/// Skips a tag and returns the rest.
fn tag<'a>(html: &'a str, text: &mut String) -> &'a str {
    let Some(name) = tag_name(html) else {
        text.push('<');
        return &html[1..];
    };
    if html.starts_with("<!--") {
        return html.split_once("-->").map_or("", |(_, rest)| rest);
    }
    let after = html.split_once('>').map_or("", |(_, rest)| rest);
    if BLOCKS.contains(&name.as_str()) {
        text.push('\n');
    }
    if UNREAD.contains(&name.as_str()) && !html.starts_with("</") {
        let is_end = |(place, _): &(usize, &str)| tag_name(&after[*place..]).is_some_and(|end| end == name);
        let end = after.match_indices("</").find(is_end);
        return end.and_then(|(place, _)| after[place..].split_once('>')).map_or("", |(_, rest)| rest);
    }
    after
}

fn reference<'a>(html: &'a str, text: &mut String) -> &'a str {
    match read_reference(html) {
        Some((sign, rest)) => {
            text.push(sign);
            rest
        }
        None => {
            text.push('&');
            &html[1..]
        }
    }
}

/// The character of the reference that begins here, and the rest.
fn read_reference(html: &str) -> Option<(char, &str)> {
    let html = html.strip_prefix('&')?;
    let end = html.bytes().take(LONGEST_NAME).position(|byte| byte == b';')?;
    let (name, rest) = (&html[..end], &html[end + 1..]);
    let code = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => code.parse().ok(),
        },
        None => None,
    };
    let named = || REFERENCES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    Some((code.and_then(char::from_u32).or_else(named)?, rest))
}

/// Trims the lines, and keeps at most one empty line between two.
fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if empty > 1 { "\n\n" } else { "\n" });
        }
        tidied.push_str(&line);
        empty = 0;
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_the_text_that_is_read_in_it() {
        for (html, text) in [
            ("<p>무쇠 팬</p><p>24cm&nbsp;&amp; 뚜껑</p>", "무쇠 팬\n24cm & 뚜껑"),
            ("한 줄<br/>두 줄<BR>세 줄", "한 줄\n두 줄\n세 줄"),
            ("<ul><li>가볍다</li><li>튼튼하다</li></ul>", "가볍다\n튼튼하다"),
            ("<STYLE>p{color:red}</style ><p class=\"a\">글</p>", "글"),
            ("<p>단락</p>\n<p>다음 단락</p>", "단락\n\n다음 단락"),
            ("<script>alert('<p>')</script>끝<!-- <p>안 보임</p> -->", "끝"),
            ("&#44032;&#xAC01;&quot;", "가각\""),
            ("3 < 5 & 7 > 2", "3 < 5 & 7 > 2"),
            ("두 줄로\n쓴 글  그대로", "두 줄로\n쓴 글  그대로"),
            ("<p>닫히지 않은", "닫히지 않은"),
            ("<b", "<b"),
            ("AT&T; &unknown; <b>x</b>", "AT&T; &unknown; x"),
        ] {
            assert_eq!(plain_text(html), text, "{html}");
        }
    }
}
