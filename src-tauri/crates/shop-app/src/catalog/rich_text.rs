//! Descriptions with headings, lists and emphasis: HTML with a closed list of tags, and the plain text of it.
//!
//! What is stored is what a parser of HTML has read and written again, so that no script, style, picture or unknown address
//! is in it. The pages sanitize it once more before they show it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use shop_domain::limits::{DESCRIPTION, DESCRIPTION_HTML};
use shop_domain::user::{TextFault, parse_multiline};

/// The tags that a description may have. `ui/src/shared/richText` has the same list.
const TAGS: [&str; 10] = ["p", "br", "strong", "em", "h2", "h3", "ul", "ol", "li", "a"];
/// The schemes of links; a relative link goes nowhere and is removed.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];
/// Tags that editors write for the tags above.
const SYNONYMS: [(&str, &str); 4] = [("<b>", "<strong>"), ("</b>", "</strong>"), ("<i>", "<em>"), ("</i>", "</em>")];

/// A description in both forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RichText {
    /// The sanitized HTML; empty where it has no text.
    pub(super) html: String,
    /// Its text: a line for each paragraph, heading and item of a list.
    pub(super) plain: String,
}

impl RichText {
    /// Sanitizes HTML and makes its text.
    ///
    /// # Errors
    /// [`TextFault`] for a control character, HTML of more than 20,000 characters, and text of more than 5,000.
    pub(super) fn parse(html: &str) -> Result<Self, TextFault> {
        if html.chars().count() > *DESCRIPTION_HTML.end() {
            return Err(TextFault::TooLong);
        }
        // The text is brought to its normal form as it will be read, after the parser has decoded its entities. The one
        // combining character that would change a tag goes, and the result is parsed again.
        let html = parse_multiline(&clean(html).replace(">\u{338}", ">"), DESCRIPTION_HTML)?;
        let html = clean(&html);
        if html.chars().count() > *DESCRIPTION_HTML.end() {
            return Err(TextFault::TooLong);
        }
        let plain = parse_multiline(&text_of(&html), DESCRIPTION)?;
        Ok(if plain.is_empty() { Self { html: String::new(), plain } } else { Self { html, plain } })
    }
}

fn clean(html: &str) -> String {
    static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut builder = Builder::empty();
        builder
            .tags(TAGS.into_iter().chain(["b", "i"]).collect())
            .clean_content_tags(HashSet::from(["script", "style", "title", "textarea", "template", "svg", "math"]))
            .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
            .set_tag_attribute_values(HashMap::from([("a", HashMap::from([("target", "_blank")]))]))
            .url_schemes(SCHEMES.into())
            .url_relative(UrlRelative::Deny)
            .link_rel(Some("nofollow noopener"));
        builder
    });
    // A no-break space is written as an entity, which the normal form of texts would not see.
    let html = SANITIZER.clean(html).to_string().replace("&nbsp;", " ");
    SYNONYMS.iter().fold(html, |html, (from, to)| html.replace(from, to))
}

/// The text of sanitized HTML.
fn text_of(html: &str) -> String {
    static NO_TAGS: LazyLock<Builder<'static>> = LazyLock::new(Builder::empty);
    // The white space of the source means nothing; lines are made by tags.
    let source = html.replace(['\n', '\t'], " ");
    let lines = [("<br>", "\n"), ("<li>", "\n• "), ("</p>", "\n"), ("</li>", "\n"), ("</h2>", "\n"), ("</h3>", "\n")];
    let lines = lines.iter().fold(source, |html, (tag, line)| html.replace(tag, line));
    let text = NO_TAGS.clean(&lines).to_string();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    let text = entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character));
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty() && line != "•").collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        RichText::parse(text).expect("it is taken").html
    }

    #[test]
    fn what_is_not_in_the_list_is_removed() {
        let link = |href: &str| format!(r#"<p><a href="{href}" target="_blank" rel="nofollow noopener">x</a></p>"#);
        let bare = r#"<p><a target="_blank" rel="nofollow noopener">x</a></p>"#;
        for (given, stored) in [
            ("<p>x</p><script>alert(1)</script>", "<p>x</p>"),
            ("<p onclick=\"alert(1)\">x</p>", "<p>x</p>"),
            ("<p>x<img src=x onerror=alert(1)></p>", "<p>x</p>"),
            ("<svg onload=alert(1)><script>alert(1)</script><g>y</g></svg><p>x</p>", "<p>x</p>"),
            // A parser of HTML ends the drawing at the paragraph.
            ("<svg onload=alert(1)><p>y</p></svg><p>x</p>", "<p>y</p><p>x</p>"),
            ("<math><mi xlink:href=\"javascript:alert(1)\">y</mi></math><p>x</p>", "<p>x</p>"),
            ("<style>p { display: none }</style><p style=\"color:red\" class=\"a\" id=\"b\">x</p>", "<p>x</p>"),
            ("<p>x</p><iframe src=\"https://a.example\"></iframe><form><input></form>", "<p>x</p>"),
            ("<p>x</p><!-- <script>alert(1)</script> -->", "<p>x</p>"),
            ("<h1>x</h1><h4>y</h4>", "xy"),
            ("<h2>x</h2><h3>y</h3>", "<h2>x</h2><h3>y</h3>"),
            ("<ul><li><p>x</p></li></ul><ol><li>y</li></ol>", "<ul><li><p>x</p></li></ul><ol><li>y</li></ol>"),
            (
                "<p><b>x</b> <i>y</i> <strong>z</strong> <em>w</em></p>",
                "<p><strong>x</strong> <em>y</em> <strong>z</strong> <em>w</em></p>",
            ),
            ("<p>x<br>y</p>", "<p>x<br>y</p>"),
            ("<p>x", "<p>x</p>"),
            ("x &lt;b&gt; &amp; y", "x &lt;b&gt; &amp; y"),
            ("<p><a href=\"javascript:alert(1)\">x</a></p>", bare),
            ("<p><a href=\" java\nscript:alert(1)\">x</a></p>", bare),
            ("<p><a href=\"data:text/html,x\">x</a></p>", bare),
            ("<p><a href=\"/orders\">x</a></p>", bare),
            ("<p><a href=\"//a.example\">x</a></p>", bare),
            (
                "<p><a href=\"https://a.example/?b=c&d\" target=\"_top\" rel=\"opener\">x</a></p>",
                &link("https://a.example/?b=c&amp;d"),
            ),
            ("<p><a href=\"http://a.example\">x</a></p>", &link("http://a.example")),
            ("<p><a href=\"mailto:a@b.example\">x</a></p>", &link("mailto:a@b.example")),
        ] {
            assert_eq!(html(given), stored, "{given}");
            assert_eq!(html(stored), stored, "what is stored is taken as it is: {given}");
        }
    }

    #[test]
    fn texts_are_in_normal_form_and_bounded() {
        for (given, stored) in [
            ("<p>e\u{301}</p>", Ok("<p>é</p>")),
            ("<p>관\u{202E}리\u{200B}자</p>", Ok("<p>관리자</p>")),
            ("<p>관&#x202E;리&#8203;자</p>", Ok("<p>관리자</p>")),
            ("<p>a\u{A0}b&nbsp;c</p>", Ok("<p>a b c</p>")),
            ("<p>\u{338}x</p>", Ok("<p>x</p>")),
            ("<p\u{338}>x</p>", Ok("x<p></p>")),
            ("<p>a\0b</p>", Ok("<p>ab</p>")),
            ("<p>a\u{1}b</p>", Err(TextFault::Forbidden)),
            ("<p>a&#1;b</p>", Err(TextFault::Forbidden)),
            ("<p> </p><p></p>", Ok("")),
            ("<script>alert(1)</script>", Ok("")),
        ] {
            let found = RichText::parse(given).map(|rich| rich.html);
            assert_eq!(found.as_deref(), stored.as_ref().copied(), "{given:?}");
        }
        let paragraphs = |count: usize, text: &str| format!("<p>{text}</p>").repeat(count);
        assert_eq!(RichText::parse(&paragraphs(1, &"가".repeat(5_000))).map(|rich| rich.plain.len()), Ok(15_000));
        assert_eq!(RichText::parse(&paragraphs(1, &"가".repeat(5_001))), Err(TextFault::TooLong), "too much text");
        assert!(RichText::parse(&paragraphs(2_500, "a")).is_ok(), "20,000 characters");
        assert_eq!(RichText::parse(&paragraphs(2_501, "a")), Err(TextFault::TooLong), "too much HTML");
        let ampersands = format!("<p>{}</p>", "&".repeat(4_999));
        assert_eq!(RichText::parse(&ampersands), Err(TextFault::TooLong), "too much after its characters are escaped");
    }

    #[test]
    fn the_text_has_a_line_for_each_block() {
        for (html, plain) in [
            (
                "<h2>보관</h2><p>냉장 <strong>보관</strong>하세요.<br>빨리 드세요.</p>",
                "보관\n냉장 보관하세요.\n빨리 드세요.",
            ),
            ("<ul><li><p>귤</p></li><li>배</li><li></li></ul><p>끝</p>", "• 귤\n• 배\n끝"),
            ("<p>a &lt;b&gt; &amp;lt; &amp;</p>", "a <b> &lt; &"),
            ("<p><a href=\"https://a.example\">주소</a>  두   칸</p>", "주소 두 칸"),
            ("한 줄", "한 줄"),
        ] {
            assert_eq!(RichText::parse(html).expect("it is taken").plain, plain, "{html}");
        }
    }
}
