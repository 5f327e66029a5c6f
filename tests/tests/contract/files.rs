//! What is served beside the contract: pages and pictures. No address leads to a file that is neither.

use crate::http::Site;

#[tokio::test]
async fn no_address_leads_out_of_its_folder() {
    let site = Site::open().await;
    let host = format!("Host: {}", site.host());
    let file = site.scene.file();
    let folder = file.parent().expect("a folder");
    std::fs::write(folder.join("secret.webp"), "a secret").expect("the folder is ours");
    for prefix in ["/images/", "/", "/assets/", "/docs/"] {
        for rest in [
            "../secret.webp",
            "../jangteo.db",
            "..%2fsecret.webp",
            "%2e%2e/secret.webp",
            "%2e%2e%2fsecret.webp",
            "..%5csecret.webp",
            "..\\secret.webp",
            "....//secret.webp",
            "%252e%252e%252fsecret.webp",
            ".%00/../secret.webp",
            "secret.webp%00.png",
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "..;/secret.webp",
            "%c0%ae%c0%ae/secret.webp",
            "~/secret.webp",
            "file:///etc/passwd",
        ] {
            let line = format!("GET {prefix}{rest}");
            let reply = site.say_headers(&line, &[&host]).await.unwrap_or_else(|| panic!("{line}: an answer"));
            assert!((400..500).contains(&reply.status), "{line} leads nowhere: {}", reply.head);
        }
    }
    let long = format!("GET /images/{}", "a".repeat(10_000));
    let reply = site.say_headers(&long, &[&host]).await.expect("an answer");
    assert!((400..500).contains(&reply.status), "a name longer than names are: {}", reply.head);
}

#[tokio::test]
async fn pages_are_read_and_never_written() {
    let site = Site::open().await;
    for path in ["/", "/docs", "/images/jar-any-red-1f", "/healthz", "/v1/openapi.json"] {
        for method in ["POST", "PUT", "PATCH", "DELETE", "TRACE"] {
            let answer = site.ask(method, path).send().await;
            assert_eq!(answer.status, 405, "{method} {path}: {}", answer.body);
        }
    }
    let head = site.ask("HEAD", "/docs").send().await;
    assert_eq!((head.status, head.body.is_null()), (200, true), "the head of a page alone");
}

#[tokio::test]
async fn texts_are_compressed_for_a_client_that_accepts_it() {
    let site = Site::open().await;
    for (path, accepted, is_compressed) in [
        ("/v1/openapi.json", "gzip, br", true),
        ("/v1/openapi.json", "identity", false),
        ("/v1/openapi.json", "gzip;q=0", false),
        ("/v1/shop", "gzip", false),
        ("/images/jar-any-red-1f.svg", "gzip", false),
    ] {
        let line = format!("GET {path}");
        let headers = [format!("Host: {}", site.host()), format!("Accept-Encoding: {accepted}")];
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let reply = site.say_headers(&line, &headers).await.expect("an answer");
        let head = reply.head.to_ascii_lowercase();
        assert_eq!(head.contains("content-encoding: gzip"), is_compressed, "{path} for {accepted}: {head}");
    }
}
