//! What stands in the menu, in both languages, and what each line does. A table and nothing else, so that a test can read it.
//!
//! Keys of the page's own (Ctrl+K, the slash, the chords) are not in it: the window would take them before the page sees them.
//! Nor are those of editing, which the web view knows by itself, and which a page may use for more. Alt with an arrow never
//! reaches a menu of GTK.

use shop_contract::Language;

/// What a line does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The page goes to an address.
    Go(&'static str),
    /// The page does something by this name.
    Page(PageAct),
    /// The window does something.
    Window(WindowAct),
    /// The web view edits, by the name that WebKit has for it.
    Edit(&'static str),
}

/// What the page does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageAct {
    Back,
    Forward,
    Refresh,
    Palette,
    Shortcuts,
}

/// What the window does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowAct {
    Print,
    Quit,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FullScreen,
    About,
}

/// A line: its id, its words in Korean and English, its key, and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub id: &'static str,
    pub ko: &'static str,
    pub en: &'static str,
    pub key: Option<&'static str>,
    pub act: Act,
}

/// What stands in a menu.
#[derive(Debug, Clone, Copy)]
pub enum Entry {
    /// Something to choose.
    Line(Line),
    /// A rule between groups.
    Rule,
    /// A menu in the menu, for admins alone.
    AdminMenu(&'static Menu),
}

/// One menu of the bar.
#[derive(Debug)]
pub struct Menu {
    pub ko: &'static str,
    pub en: &'static str,
    pub entries: &'static [Entry],
}

impl Line {
    /// Its words.
    pub fn title(&self, language: Language) -> &'static str {
        choose(language, self.ko, self.en)
    }
}

impl Menu {
    /// Its words.
    pub fn title(&self, language: Language) -> &'static str {
        choose(language, self.ko, self.en)
    }
}

fn choose(language: Language, ko: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ko => ko,
        Language::En => en,
    }
}

const fn line(id: &'static str, ko: &'static str, en: &'static str, key: Option<&'static str>, act: Act) -> Entry {
    Entry::Line(Line { id, ko, en, key, act })
}

use Act::{Edit, Go, Page, Window};
use Entry::{AdminMenu, Rule};

/// The bar, from the left.
#[rustfmt::skip]
pub const BAR: &[Menu] = &[
    Menu { ko: "파일", en: "File", entries: &[
        line("settings", "설정…", "Settings…", Some("CmdOrCtrl+,"), Go("/me/settings")),
        line("print", "인쇄…", "Print…", Some("CmdOrCtrl+P"), Window(WindowAct::Print)),
        Rule,
        line("quit", "종료", "Quit", Some("CmdOrCtrl+Q"), Window(WindowAct::Quit)),
    ] },
    Menu { ko: "편집", en: "Edit", entries: &[
        line("undo", "실행 취소", "Undo", None, Edit("Undo")),
        line("redo", "다시 실행", "Redo", None, Edit("Redo")),
        Rule,
        line("cut", "잘라내기", "Cut", None, Edit("Cut")),
        line("copy", "복사", "Copy", None, Edit("Copy")),
        line("paste", "붙여넣기", "Paste", None, Edit("Paste")),
        Rule,
        line("select-all", "모두 선택", "Select All", None, Edit("SelectAll")),
    ] },
    Menu { ko: "보기", en: "View", entries: &[
        line("refresh", "새로 고침", "Refresh", Some("F5"), Page(PageAct::Refresh)),
        Rule,
        line("zoom-in", "확대", "Zoom In", Some("CmdOrCtrl+="), Window(WindowAct::ZoomIn)),
        line("zoom-out", "축소", "Zoom Out", Some("CmdOrCtrl+-"), Window(WindowAct::ZoomOut)),
        line("zoom-reset", "원래 크기", "Actual Size", Some("CmdOrCtrl+0"), Window(WindowAct::ZoomReset)),
        Rule,
        line("full-screen", "전체 화면", "Full Screen", Some("F11"), Window(WindowAct::FullScreen)),
    ] },
    Menu { ko: "이동", en: "Go", entries: &[
        line("back", "뒤로", "Back", Some("CmdOrCtrl+["), Page(PageAct::Back)),
        line("forward", "앞으로", "Forward", Some("CmdOrCtrl+]"), Page(PageAct::Forward)),
        line("palette", "빠른 이동…", "Go to…", None, Page(PageAct::Palette)),
        Rule,
        line("home", "홈", "Home", None, Go("/")),
        line("cart", "장바구니", "Cart", None, Go("/cart")),
        line("orders", "주문 내역", "Orders", None, Go("/orders")),
        line("coupons", "쿠폰", "Coupons", None, Go("/coupons")),
        line("points", "포인트", "Points", None, Go("/points")),
        line("me", "내 정보", "My Page", None, Go("/me")),
        AdminMenu(&ADMIN),
    ] },
    Menu { ko: "도움말", en: "Help", entries: &[
        line("shortcuts", "단축키", "Keyboard Shortcuts", None, Page(PageAct::Shortcuts)),
        Rule,
        line("about", "장터 정보", "About Jangteo", None, Window(WindowAct::About)),
    ] },
];

#[rustfmt::skip]
const ADMIN: Menu = Menu { ko: "관리자", en: "Admin", entries: &[
    line("admin-dashboard", "대시보드", "Dashboard", None, Go("/admin/dashboard")),
    Rule,
    line("admin-orders", "주문", "Orders", None, Go("/admin/orders")),
    line("admin-products", "상품", "Products", None, Go("/admin/products")),
    line("admin-coupons", "쿠폰", "Coupons", None, Go("/admin/coupons")),
    line("admin-customers", "고객", "Customers", None, Go("/admin/customers")),
    Rule,
    line("admin-statistics", "통계", "Statistics", None, Go("/admin/statistics")),
    line("admin-proof", "장부 점검", "Proof", None, Go("/admin/proof")),
    line("admin-audit-log", "감사 기록", "Audit Log", None, Go("/admin/audit-log")),
    Rule,
    line("admin-system", "시스템", "System", None, Go("/admin/system")),
    line("admin-settings", "설정", "Settings", None, Go("/admin/settings")),
    line("admin-server", "내장 서버", "Server", None, Go("/settings")),
] };

/// What the line of this id does.
pub fn act(id: &str) -> Option<Act> {
    lines().find(|line| line.id == id).map(|line| line.act)
}

/// Every line of every menu.
fn lines() -> impl Iterator<Item = &'static Line> {
    BAR.iter().chain([&ADMIN]).flat_map(|menu| menu.entries).filter_map(|entry| match entry {
        Entry::Line(line) => Some(line),
        Rule | AdminMenu(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The page's routes, and its keys, as its own sources have them.
    const ROUTES: [&str; 2] =
        [include_str!("../../../ui/src/app/router.tsx"), include_str!("../../../ui/src/app/admin/pages.ts")];
    const ME: &str = include_str!("../../../ui/src/pages/me/index.tsx");
    const SHORTCUTS: &str = include_str!("../../../ui/src/app/shell/useGlobalShortcuts.ts");

    #[test]
    fn every_line_is_one_of_its_own_and_has_its_words() {
        let ids: BTreeSet<&str> = lines().map(|line| line.id).collect();
        assert_eq!(ids.len(), lines().count(), "each id once");
        for line in lines() {
            assert!(!line.ko.is_empty() && line.ko != line.en, "{}: Korean words", line.id);
            assert!(line.en.is_ascii() || line.en.ends_with('…'), "{}: English words", line.id);
            assert_eq!(act(line.id), Some(line.act), "{}: found by its id", line.id);
        }
        assert_eq!(act("nothing"), None, "what is not in the menu does nothing");
    }

    #[test]
    fn every_page_it_leads_to_is_there() {
        for line in lines() {
            if let Go(to) = line.act {
                let named = [format!("\"{to}\""), format!("\"{to}/*\"")];
                let is_there = ROUTES.iter().any(|routes| named.iter().any(|path| routes.contains(path)));
                let is_mine = to.strip_prefix("/me/").is_some_and(|part| ME.contains(&format!("path=\"{part}\"")));
                assert!(is_there || is_mine, "{}: the page has no {to}", line.id);
            }
        }
    }

    #[test]
    fn admins_find_every_page_of_theirs() {
        for path in ROUTES[1].lines().filter(|line| line.trim().starts_with("{ path:") && line.contains("label:")) {
            let path = path.split('"').nth(1).expect("a path stands first");
            assert!(lines().any(|line| line.act == Go(path)), "the menu lacks {path}");
        }
    }

    #[test]
    fn no_key_is_taken_twice_or_from_the_page() {
        let keys: Vec<&str> = lines().filter_map(|line| line.key).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each key once");
        assert!(SHORTCUTS.contains("code: \"KeyK\", mod: true"), "the palette's key is the page's");
        for key in &keys {
            assert!(!["CmdOrCtrl+K", "Slash", "Escape"].contains(key), "{key} belongs to the page");
        }
    }
}
