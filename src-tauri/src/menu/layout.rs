//! The menu bar as a table, in both languages: its items, their keys and their actions. A test compares it with the pages.
//!
//! The keys of the page (Ctrl+K, the slash, the chords) are not in it: the window would handle them before the page. Nor are
//! those of editing, which the web view handles itself. Alt with an arrow never reaches a menu of GTK.

use shop_contract::Language;

/// The action of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The page navigates to a path.
    Go(&'static str),
    Page(PageAction),
    Window(WindowAction),
    /// An editing command of the web view, by WebKit's name.
    Edit(&'static str),
}

/// The actions of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageAction {
    Back,
    Forward,
    Refresh,
    Palette,
    Shortcuts,
}

/// The actions of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowAction {
    Print,
    Quit,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FullScreen,
    About,
}

/// An item: its id, its titles in Korean and English, its key, its action.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub id: &'static str,
    pub ko: &'static str,
    pub en: &'static str,
    pub key: Option<&'static str>,
    pub action: Action,
}

/// An entry of a menu.
#[derive(Debug, Clone, Copy)]
pub enum Entry {
    Item(Item),
    Separator,
    /// A submenu, for admins alone.
    AdminMenu(&'static Menu),
}

/// One menu of the bar.
#[derive(Debug)]
pub struct Menu {
    pub ko: &'static str,
    pub en: &'static str,
    pub entries: &'static [Entry],
}

impl Item {
    pub fn title(&self, language: Language) -> &'static str {
        choose(language, self.ko, self.en)
    }
}

impl Menu {
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

const fn item(
    id: &'static str,
    ko: &'static str,
    en: &'static str,
    key: Option<&'static str>,
    action: Action,
) -> Entry {
    Entry::Item(Item { id, ko, en, key, action })
}

use Action::{Edit, Go, Page, Window};
use Entry::{AdminMenu, Separator};

/// The menu bar, from the left.
#[rustfmt::skip]
pub const MENU_BAR: &[Menu] = &[
    Menu { ko: "파일", en: "File", entries: &[
        item("settings", "설정…", "Settings…", Some("CmdOrCtrl+,"), Go("/me/settings")),
        item("print", "인쇄…", "Print…", Some("CmdOrCtrl+P"), Window(WindowAction::Print)),
        Separator,
        item("quit", "종료", "Quit", Some("CmdOrCtrl+Q"), Window(WindowAction::Quit)),
    ] },
    Menu { ko: "편집", en: "Edit", entries: &[
        item("undo", "실행 취소", "Undo", None, Edit("Undo")),
        item("redo", "다시 실행", "Redo", None, Edit("Redo")),
        Separator,
        item("cut", "잘라내기", "Cut", None, Edit("Cut")),
        item("copy", "복사", "Copy", None, Edit("Copy")),
        item("paste", "붙여넣기", "Paste", None, Edit("Paste")),
        Separator,
        item("select-all", "모두 선택", "Select All", None, Edit("SelectAll")),
    ] },
    Menu { ko: "보기", en: "View", entries: &[
        item("refresh", "새로 고침", "Refresh", Some("F5"), Page(PageAction::Refresh)),
        Separator,
        item("zoom-in", "확대", "Zoom In", Some("CmdOrCtrl+="), Window(WindowAction::ZoomIn)),
        item("zoom-out", "축소", "Zoom Out", Some("CmdOrCtrl+-"), Window(WindowAction::ZoomOut)),
        item("zoom-reset", "원래 크기", "Actual Size", Some("CmdOrCtrl+0"), Window(WindowAction::ZoomReset)),
        Separator,
        item("full-screen", "전체 화면", "Full Screen", Some("F11"), Window(WindowAction::FullScreen)),
    ] },
    Menu { ko: "이동", en: "Go", entries: &[
        item("back", "뒤로", "Back", Some("CmdOrCtrl+["), Page(PageAction::Back)),
        item("forward", "앞으로", "Forward", Some("CmdOrCtrl+]"), Page(PageAction::Forward)),
        item("palette", "빠른 이동…", "Quick Navigation…", None, Page(PageAction::Palette)),
        Separator,
        item("home", "홈", "Home", None, Go("/")),
        item("cart", "장바구니", "Cart", None, Go("/cart")),
        item("orders", "주문 내역", "Orders", None, Go("/orders")),
        item("coupons", "쿠폰", "Coupons", None, Go("/coupons")),
        item("points", "포인트", "Points", None, Go("/points")),
        item("me", "내 정보", "My Account", None, Go("/me")),
        AdminMenu(&ADMIN),
    ] },
    Menu { ko: "도움말", en: "Help", entries: &[
        item("shortcuts", "키보드 단축키", "Keyboard Shortcuts", None, Page(PageAction::Shortcuts)),
        Separator,
        item("about", "장터 정보", "About Jangteo", None, Window(WindowAction::About)),
    ] },
];

#[rustfmt::skip]
const ADMIN: Menu = Menu { ko: "관리자", en: "Admin", entries: &[
    item("admin-dashboard", "대시보드", "Dashboard", None, Go("/admin/dashboard")),
    Separator,
    item("admin-orders", "주문", "Orders", None, Go("/admin/orders")),
    item("admin-deposits", "입금 확인", "Deposits", None, Go("/admin/deposits")),
    item("admin-products", "상품", "Products", None, Go("/admin/products")),
    item("admin-coupons", "쿠폰", "Coupons", None, Go("/admin/coupons")),
    item("admin-customers", "고객", "Customers", None, Go("/admin/customers")),
    item("admin-sale-room", "현장 판매", "Live Sale", None, Go("/admin/sale-room")),
    Separator,
    item("admin-statistics", "통계", "Statistics", None, Go("/admin/statistics")),
    item("admin-proof", "데이터 점검", "Data Check", None, Go("/admin/proof")),
    item("admin-lab", "실험실", "Lab", None, Go("/admin/lab")),
    item("admin-audit-log", "활동 기록", "Activity Log", None, Go("/admin/audit-log")),
    Separator,
    item("admin-system", "시스템", "System", None, Go("/admin/system")),
    item("admin-settings", "설정", "Settings", None, Go("/admin/settings")),
    item("admin-server", "서버 설정", "Server Settings", None, Go("/settings")),
] };

/// The action of the item with this id.
pub fn action(id: &str) -> Option<Action> {
    items().find(|item| item.id == id).map(|item| item.action)
}

/// All items of all menus.
fn items() -> impl Iterator<Item = &'static Item> {
    MENU_BAR.iter().chain([&ADMIN]).flat_map(|menu| menu.entries).filter_map(|entry| match entry {
        Entry::Item(item) => Some(item),
        Separator | AdminMenu(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The sources of the page with its routes and its keys.
    const ROUTES: [&str; 2] =
        [include_str!("../../../ui/src/app/router.tsx"), include_str!("../../../ui/src/app/admin/pages.ts")];
    const ME: &str = include_str!("../../../ui/src/pages/me/index.tsx");
    const SHORTCUTS: &str = include_str!("../../../ui/src/app/shell/useGlobalShortcuts.ts");

    #[test]
    fn every_item_has_its_own_id_and_its_titles() {
        let ids: BTreeSet<&str> = items().map(|item| item.id).collect();
        assert_eq!(ids.len(), items().count(), "each id once");
        for item in items() {
            assert!(!item.ko.is_empty() && item.ko != item.en, "{}: a Korean title", item.id);
            assert!(item.en.is_ascii() || item.en.ends_with('…'), "{}: an English title", item.id);
            assert_eq!(action(item.id), Some(item.action), "{}: found by its id", item.id);
        }
        assert_eq!(action("nothing"), None, "no action for an unknown id");
    }

    #[test]
    fn every_path_is_a_page() {
        for item in items() {
            if let Go(to) = item.action {
                let named = [format!("\"{to}\""), format!("\"{to}/*\"")];
                let is_there = ROUTES.iter().any(|routes| named.iter().any(|path| routes.contains(path)));
                let is_mine = to.strip_prefix("/me/").is_some_and(|part| ME.contains(&format!("path=\"{part}\"")));
                assert!(is_there || is_mine, "{}: the page has no {to}", item.id);
            }
        }
    }

    #[test]
    fn every_page_of_admins_has_an_item() {
        for path in ROUTES[1].lines().filter(|line| line.trim().starts_with("{ path:") && line.contains("label:")) {
            let path = path.split('"').nth(1).expect("the path comes first");
            assert!(items().any(|item| item.action == Go(path)), "the menu lacks {path}");
        }
    }

    #[test]
    fn no_key_is_taken_twice_or_from_the_page() {
        let keys: Vec<&str> = items().filter_map(|item| item.key).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each key once");
        assert!(SHORTCUTS.contains("code: \"KeyK\", mod: true"), "the palette's key is the page's");
        for key in &keys {
            assert!(!["CmdOrCtrl+K", "Slash", "Escape"].contains(key), "{key} belongs to the page");
        }
    }
}
