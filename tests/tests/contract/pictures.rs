//! Pictures over HTTP: whole, in the width that fits, in parts, or not at all where the client has them.

use reqwest::header::HeaderMap;
use shop_contract::ErrorCode;

use crate::document::Document;
use crate::http::{Ask, Site};

/// What came back, with its bytes as they are.
struct Got {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Got {
    async fn of(ask: Ask) -> Self {
        let response = ask.open().await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.expect("it arrives whole").to_vec();
        Self { status, headers, bytes }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }
}

/// A shop whose one product has a picture of 700 × 500 pixels; and where that is.
async fn site_with_picture() -> (Site, String) {
    let site = Site::open().await;
    let admin = site.admin().await;
    let product = site.scene.product(1_000, 1).await;
    let wide = std::fs::read(shop_tests::root().join("tests/fixtures/pictures/wide.jpg")).expect("the fixture");
    let sent = site.ask("POST", &format!("/v1/admin/products/{product}/image")).file("image/jpeg", wide).by(&admin);
    let url = sent.send().await.is(200, "a picture")["imageUrl"].as_str().expect("its address").to_owned();
    (site, url)
}

#[tokio::test]
async fn a_picture_is_answered_whole_in_parts_or_not_at_all() {
    let (site, url) = site_with_picture().await;
    let whole = Got::of(site.get(&url)).await;
    let (length, tag) = (whole.bytes.len(), whole.header("etag").to_owned());
    assert_eq!((whole.status, whole.header("content-length")), (200, length.to_string().as_str()), "whole");
    assert!(tag.starts_with('"') && tag.len() == 34, "a strong tag: {tag}");
    assert_eq!(whole.header("accept-ranges"), "bytes", "parts can be asked for");
    assert!(whole.header("cache-control").contains("immutable"), "it never changes under its name");
    assert!(whole.header("content-security-policy").contains("sandbox"), "and does nothing by itself");
    let (from, last) = (length / 2, length - 1);
    let ranged = format!("bytes {from}-{last}/{length}");
    let nothing = format!("bytes */{length}");
    for (lines, status, content_range, expected) in [
        (vec![("If-None-Match", tag.clone())], 304, "", &[][..]),
        (vec![("If-None-Match", format!("\"x\", W/{tag}"))], 304, "", &[]),
        (vec![("If-None-Match", "\"x\"".to_owned())], 200, "", &whole.bytes),
        (vec![("Range", format!("bytes={from}-"))], 206, &ranged, &whole.bytes[from..]),
        (vec![("Range", format!("bytes=-{}", length - from))], 206, &ranged, &whole.bytes[from..]),
        (vec![("Range", format!("bytes={from}-")), ("If-Range", tag.clone())], 206, &ranged, &whole.bytes[from..]),
        (vec![("Range", format!("bytes={from}-")), ("If-Range", "\"x\"".to_owned())], 200, "", &whole.bytes),
        (vec![("Range", format!("bytes={from}-")), ("If-None-Match", tag.clone())], 304, "", &[]),
        (vec![("Range", "bytes=0-1,4-5".to_owned())], 200, "", &whole.bytes),
        (vec![("Range", format!("bytes={length}-"))], 416, &nothing, &[]),
        (vec![("If-Match", "\"x\"".to_owned())], 412, "", &[]),
    ] {
        let ask = lines.iter().fold(site.get(&url), |ask, (name, value)| ask.with(name, value));
        let got = Got::of(ask).await;
        assert_eq!((got.status, got.header("content-range")), (status, content_range), "{lines:?}");
        assert_eq!((got.header("etag"), got.bytes.as_slice()), (tag.as_str(), expected), "{lines:?}");
        let described = &Document::read().0["paths"]["/images/{name}"]["get"]["responses"][status.to_string()];
        assert!(described.is_object(), "{status} is in the document");
    }
}

#[tokio::test]
async fn the_head_of_a_picture_says_what_its_get_would() {
    let (site, url) = site_with_picture().await;
    let whole = Got::of(site.get(&url)).await;
    let head = Got::of(site.ask("HEAD", &url).with("Range", "bytes=0-1")).await;
    assert_eq!((head.status, head.bytes.len()), (200, 0), "ranges are for GET");
    for name in ["content-length", "content-type", "etag", "accept-ranges", "cache-control"] {
        assert_eq!(head.header(name), whole.header(name), "{name}");
    }
    let known = site.ask("HEAD", &url).with("If-None-Match", whole.header("etag"));
    assert_eq!(Got::of(known).await.status, 304, "conditions are for both");
}

#[tokio::test]
async fn a_picture_comes_in_the_width_that_fits() {
    let (site, url) = site_with_picture().await;
    let large = Got::of(site.get(&url)).await;
    let small = Got::of(site.get(&format!("{url}?w=480"))).await;
    assert!(small.bytes.len() < large.bytes.len(), "{} bytes and not {}", small.bytes.len(), large.bytes.len());
    assert_ne!(small.header("etag"), large.header("etag"), "another file has another tag");
    for (query, expected) in
        [("?w=1", &small), ("?w=481", &large), ("?w=4294967295", &large), ("?v=1", &large), ("?", &large)]
    {
        assert_eq!(Got::of(site.get(&format!("{url}{query}"))).await.bytes, expected.bytes, "{query}");
    }
    for bad in ["0", "-1", "480px", "", "4294967296"] {
        let refused = site.get(&format!("{url}?w={bad}")).send().await;
        refused.refused(ErrorCode::InvalidInput, "no width");
    }
    let drawn = Got::of(site.get("/images/jar-any-red-1f.svg?w=480")).await;
    assert_eq!((drawn.status, drawn.header("content-type")), (200, "image/svg+xml"), "a drawing fits everywhere");
    let again = site.get("/images/jar-any-red-1f.svg").with("If-None-Match", drawn.header("etag"));
    assert_eq!(Got::of(again).await.status, 304, "and has a tag, too");
}

#[tokio::test]
async fn a_damaged_picture_is_not_served() {
    let (site, url) = site_with_picture().await;
    let file = site.scene.file().with_file_name("images").join(url.trim_start_matches("/images/"));
    for damage in [b"".as_slice(), b"half"] {
        std::fs::write(&file, damage).expect("the disk errs");
        site.get(&url).send().await.refused(ErrorCode::NotFound, "better none than half a one");
    }
}

#[tokio::test]
async fn no_upload_is_a_picture_by_its_name() {
    let site = Site::open().await;
    let admin = site.admin().await;
    let product = site.scene.product(1_000, 1).await;
    let path = format!("/v1/admin/products/{product}/image");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    for (kind, bytes) in [("image/png", svg), ("image/jpeg", b"a shopping list".to_vec()), ("image/webp", vec![0; 100])]
    {
        let answer = site.ask("POST", &path).file(kind, bytes).by(&admin).send().await;
        answer.refused(ErrorCode::InvalidInput, kind);
    }
}
