//! The page `/docs`: the contract to read and to try, by Swagger UI. All of it is in the binary and nothing is loaded from
//! outside, so that it works without a network and under `script-src 'self'`.

/// A file of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Its media type.
    pub content_type: &'static str,
    /// Whether `bytes` are packed, to be sent with `Content-Encoding: gzip`. Every browser reads that.
    pub gzipped: bool,
    /// Its content.
    pub bytes: &'static [u8],
}

/// The file at `path`, which is what follows `/docs` and a slash; the page itself for nothing. `None` for any other path.
#[must_use]
pub fn asset(path: &str) -> Option<Asset> {
    let (content_type, bytes): (_, &[u8]) = match path {
        "" => ("text/html; charset=utf-8", include_bytes!("index.html")),
        "start.js" => ("text/javascript; charset=utf-8", include_bytes!("start.js")),
        "swagger-ui-bundle.js" => {
            ("text/javascript; charset=utf-8", include_bytes!(concat!(env!("OUT_DIR"), "/swagger-ui-bundle.js.gz")))
        }
        "swagger-ui.css" => ("text/css; charset=utf-8", include_bytes!(concat!(env!("OUT_DIR"), "/swagger-ui.css.gz"))),
        _ => return None,
    };
    Some(Asset { content_type, gzipped: bytes.starts_with(GZIP), bytes })
}

/// How packed content begins (RFC 1952).
const GZIP: &[u8] = &[0x1f, 0x8b];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_all_its_files_and_loads_nothing_from_outside() {
        let page = asset("").expect("the page is there");
        let html = std::str::from_utf8(page.bytes).expect("the page is text");
        assert!(!html.contains("//"), "nothing comes from another host");
        assert!(
            !html.contains("<style") && !html.contains("style="),
            "what is inline needs leave of the page's policy"
        );
        let linked: Vec<&str> = html.split("/docs/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(linked, ["swagger-ui.css", "swagger-ui-bundle.js", "start.js"], "what the page links");
        for path in linked {
            assert!(asset(path).is_some_and(|file| !file.bytes.is_empty()), "{path} is served");
        }
    }

    #[test]
    fn what_is_large_is_packed_and_what_is_not_there_is_not_served() {
        for (path, gzipped) in
            [("", false), ("start.js", false), ("swagger-ui-bundle.js", true), ("swagger-ui.css", true)]
        {
            assert_eq!(asset(path).map(|file| file.gzipped), Some(gzipped), "{path:?}");
        }
        for path in ["/", "index.html", "../mod.rs", "swagger-ui.js"] {
            assert_eq!(asset(path), None, "{path:?}");
        }
    }
}
