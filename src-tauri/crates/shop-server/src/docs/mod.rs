//! The page `/docs`: the OpenAPI document in Swagger UI. All of its files are in the binary, so that it works without a network
//! and under `script-src 'self'`.

/// A file of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// The media type.
    pub content_type: &'static str,
    /// Whether `bytes` are compressed, to be sent with `Content-Encoding: gzip`.
    pub gzipped: bool,
    /// The content.
    pub bytes: &'static [u8],
}

/// The file at `path`, relative to `/docs/`; the page itself for an empty path. `None` where there is no such file.
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

/// The first bytes of gzip (RFC 1952).
const GZIP: &[u8] = &[0x1f, 0x8b];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_all_its_files_and_loads_nothing_from_outside() {
        let page = asset("").expect("the page is there");
        let html = std::str::from_utf8(page.bytes).expect("the page is text");
        assert!(!html.contains("//"), "nothing comes from another host");
        assert!(!html.contains("<style") && !html.contains("style="), "inline styles need leave of the page's policy");
        let linked: Vec<&str> = html.split("/docs/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(linked, ["swagger-ui.css", "swagger-ui-bundle.js", "start.js"], "the links of the page");
        for path in linked {
            assert!(asset(path).is_some_and(|file| !file.bytes.is_empty()), "{path} is served");
        }
    }

    #[test]
    fn large_files_are_compressed_and_unknown_paths_are_not_served() {
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
