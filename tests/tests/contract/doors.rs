//! Who may speak to the server at all. Loopback keeps nobody out: any page in a browser of this machine can send requests
//! there. So the table holds what a browser says of the page that asks, and every way to write this machine's name.

use crate::http::{Reply, Site};

/// Whether the door opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Opens,
    Refuses,
}
use Door::{Opens, Refuses};

impl Door {
    #[track_caller]
    fn answers(self, reply: Option<Reply>, why: &str) {
        let reply = reply.unwrap_or_else(|| panic!("{why}: an answer in words"));
        match self {
            // A program that was built without its pages has none to show, but says so itself.
            Opens => assert!(matches!(reply.status, 200 | 404), "{why}: {} {}", reply.status, reply.body),
            Refuses => {
                assert_eq!(reply.status, 403, "{why}: {}", reply.body);
                assert_eq!(reply.body["code"], "FORBIDDEN", "{why}: with its code");
                assert_eq!(reply.header("access-control-allow-origin"), None, "{why}: no other page may read it");
            }
        }
    }
}

const ASKED: &str = "GET /v1/categories";

#[tokio::test]
async fn only_this_machine_s_own_names_are_answered() {
    let site = Site::open().await;
    let port = site.port();
    for (door, host, why) in [
        (Opens, format!("127.0.0.1:{port}"), "the address"),
        (Opens, format!("localhost:{port}"), "the machine's name for itself"),
        (Opens, format!("LOCALHOST:{port}"), "names have no case"),
        (Refuses, String::from("evil.example"), "a foreign name that resolves to here"),
        (Refuses, format!("evil.example:{port}"), "the same with the port"),
        (Refuses, format!("127.0.0.1.evil.example:{port}"), "a name that begins like the address"),
        (Refuses, format!("localhost.evil.example:{port}"), "a name that begins like the other"),
        (Refuses, format!("evil-localhost:{port}"), "a name that ends like it"),
        (Refuses, format!("localhost.:{port}"), "a trailing dot"),
        (Refuses, String::from("127.0.0.1"), "without the port"),
        (Refuses, format!("127.0.0.1:{}", port ^ 1), "another port"),
        (Refuses, format!("127.0.0.1:0{port}"), "the port in another spelling"),
        (Refuses, String::from("127.0.0.1:"), "an empty port"),
        (Refuses, format!("user@127.0.0.1:{port}"), "with a user"),
        (Refuses, format!("127.1:{port}"), "the address, shortened"),
        (Refuses, format!("2130706433:{port}"), "the address as one number"),
        (Refuses, format!("0x7f.0.0.1:{port}"), "the address in hexadecimal"),
        (Refuses, format!("0177.0.0.1:{port}"), "the address in octal"),
        (Refuses, format!("0.0.0.0:{port}"), "every address"),
        (Refuses, format!("[::ffff:127.0.0.1]:{port}"), "the address inside another kind"),
        (Refuses, format!("127.0.0.1:{port}, evil.example"), "two in one header"),
        (Refuses, String::new(), "an empty one"),
    ] {
        door.answers(site.say_headers(ASKED, &[&format!("Host: {host}")]).await, &format!("Host {host:?}: {why}"));
    }
    let ours = format!("Host: 127.0.0.1:{port}");
    Refuses.answers(site.say_headers(ASKED, &[]).await, "no Host at all");
    Refuses.answers(site.say_headers(ASKED, &[&ours, "Host: evil.example"]).await, "two Hosts, the first ours");
    Refuses.answers(site.say_headers(ASKED, &["Host: evil.example", &ours]).await, "two Hosts, the second ours");
    Refuses.answers(site.say_headers(ASKED, &[&ours, &ours]).await, "two Hosts, even alike");
    for (door, authority, why) in [
        (Opens, format!("127.0.0.1:{port}"), "a proxy's way to ask"),
        (Refuses, String::from("evil.example"), "another authority than the Host"),
        (Refuses, format!("localhost:{port}"), "ours, but not the Host's"),
    ] {
        let line = format!("GET http://{authority}/v1/categories");
        door.answers(site.say_headers(&line, &[&ours]).await, &format!("{line}: {why}"));
    }
    for header in ["X-Forwarded-Host: evil.example", "Forwarded: host=evil.example", "X-Original-URL: /v1/admin/faults"]
    {
        Opens.answers(site.say_headers(ASKED, &[&ours, header]).await, &format!("{header} is not listened to"));
    }
}

#[tokio::test]
async fn only_its_own_pages_may_ask() {
    let site = Site::open().await;
    let port = site.port();
    let host = format!("Host: 127.0.0.1:{port}");
    for (door, header, why) in [
        (Opens, format!("Origin: http://127.0.0.1:{port}"), "its own page"),
        (Refuses, String::from("Origin: null"), "a page in a sandbox, or a file"),
        (Refuses, String::from("Origin: "), "an empty one"),
        (Refuses, String::from("Origin: http://evil.example"), "another site"),
        (Refuses, format!("Origin: https://127.0.0.1:{port}"), "another scheme"),
        (Refuses, format!("Origin: http://127.0.0.1:{}", port ^ 1), "another port"),
        (Refuses, String::from("Origin: http://127.0.0.1"), "no port"),
        (Refuses, format!("Origin: http://localhost:{port}"), "a page under the other name"),
        (Refuses, format!("Origin: http://127.0.0.1:{port}.evil.example"), "a name that begins like ours"),
        (Refuses, format!("Origin: http://user@127.0.0.1:{port}"), "with a user"),
        (Refuses, format!("Origin: http://127.0.0.1:{port}/"), "with a path"),
        (Refuses, format!("Origin: HTTP://127.0.0.1:{port}"), "in a spelling that no browser has"),
        (Refuses, format!("Origin: http://127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}"), "twice"),
        (Refuses, String::from("Origin: tauri://localhost"), "a window of another program"),
        (Opens, String::from("Sec-Fetch-Site: same-origin"), "a browser says: its own page"),
        (Opens, String::from("Sec-Fetch-Site: none"), "a browser says: typed by a user"),
        (Refuses, String::from("Sec-Fetch-Site: same-site"), "a browser says: another port of this machine"),
        (Refuses, String::from("Sec-Fetch-Site: cross-site"), "a browser says: another site"),
        (Refuses, String::from("Sec-Fetch-Site: "), "a browser says nothing"),
        (Refuses, String::from("Sec-Fetch-Site: sideways"), "a browser says something new"),
        (
            Refuses,
            String::from("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"),
            "a link from elsewhere leads to pages, not into the contract",
        ),
        (
            Refuses,
            format!("Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: cross-site"),
            "an origin that is ours does not outweigh it",
        ),
    ] {
        door.answers(site.say_headers(ASKED, &[&host, &header]).await, &format!("{header:?}: {why}"));
    }
}

#[tokio::test]
async fn a_link_from_elsewhere_leads_to_the_first_page_alone() {
    let site = Site::open().await;
    let host = format!("Host: {}", site.host());
    let link = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
    let frame = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"];
    for (door, line, headers, why) in [
        (Opens, "GET /", link, "a bookmark in another page"),
        (Refuses, "GET /", frame, "a frame in another page"),
        (Refuses, "POST /", link, "a form in another page"),
        (Refuses, "GET /v1/openapi.json", link, "the contract"),
    ] {
        let headers: Vec<&str> = std::iter::once(host.as_str()).chain(headers).collect();
        door.answers(site.say_headers(line, &headers).await, &format!("{line}: {why}"));
    }
}

/// What another site can send without asking first is not understood here.
#[tokio::test]
async fn only_json_is_understood() {
    let site = Site::open().await;
    let body = r#"{"email":"a@b.kr","password":"a good password","name":"손님"}"#;
    for (takes, kind, why) in [
        (false, "", "no kind at all"),
        (false, "Content-Type: \r\n", "an empty kind"),
        (false, "Content-Type: text/plain\r\n", "a simple request"),
        (false, "Content-Type: text/plain; application/json\r\n", "a simple request in disguise"),
        (false, "Content-Type: application/x-www-form-urlencoded\r\n", "a form"),
        (false, "Content-Type: multipart/form-data; boundary=x\r\n", "a form with files"),
        (false, "Content-Type: application/jsonp\r\n", "a kind that begins like it"),
        (false, "Content-Type: text/json\r\n", "another kind"),
        (false, "Content-Type: application/json; charset=euc-kr\r\n", "another alphabet"),
        (false, "Content-Type: application/json\r\nContent-Type: text/plain\r\n", "two kinds"),
        (true, "Content-Type: application/json\r\n", "JSON"),
        (true, "Content-Type: Application/JSON\r\n", "in capitals"),
        (true, "Content-Type: application/json; charset=utf-8\r\n", "with its alphabet"),
        (true, "Content-Type: application/json; charset=\"utf-8\"\r\n", "with its alphabet in quotes"),
        (true, "Content-Type: application/json ; Charset=\"UTF-8\"\r\n", "with spaces and capitals"),
    ] {
        let head = format!("POST /v1/auth/register HTTP/1.1\r\nHost: {}\r\n{kind}", site.host());
        let reply = site.say(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len())).await.expect("an answer");
        if takes {
            let code = reply.body["code"].clone();
            assert!(reply.status == 201 || code == "EMAIL_TAKEN", "{kind:?} ({why}) is read: {}", reply.body);
        } else {
            assert_eq!(reply.status, 400, "{kind:?} ({why}) is not read: {}", reply.body);
            assert_eq!(reply.body["code"], "INVALID_INPUT", "{kind:?} ({why}) with its code");
            assert_eq!(site.scene.count("SELECT count(*) FROM user"), 0, "{kind:?} ({why}): nobody came in");
        }
    }
}

#[tokio::test]
async fn every_answer_carries_its_armour() {
    let site = Site::open().await;
    for path in ["/", "/docs", "/v1/openapi.json", "/v1/categories", "/v1/me", "/v1/none", "/healthz", "/images/none"] {
        let answer = site.get(path).send().await;
        let policy = answer.header("content-security-policy").unwrap_or_default().to_owned();
        assert!(policy.contains("frame-ancestors 'none'"), "{path} is shown in nobody's frame: {policy}");
        assert!(!policy.contains("unsafe-eval"), "{path} runs no text: {policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path} is what it says it is");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path} tells nobody where it was");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path} is read by no other page");
        assert_eq!(answer.header("set-cookie"), None, "{path} leaves no cookie");
    }
    let private = site.get("/v1/me").by(&site.customer(0).await).send().await;
    let kept = private.header("cache-control").unwrap_or_default();
    assert!(kept.contains("no-store"), "a user's own data are kept by no cache: {kept:?}");
    assert!(private.header("x-trace-id").is_some(), "every answer can be found in the log");
    let preflight = site.ask("OPTIONS", "/v1/me").with("Origin", "http://evil.example").send().await;
    assert_eq!(preflight.status, 403, "a preflight request is refused too: {}", preflight.body);
}
