//! The menu bar as a table, in both languages: its items, their keys and their actions. A test compares it with the pages.
//!
//! The keys of the page (Ctrl+K, the slash, the chords) are not in it: the window would handle them before the page. Nor are
//! those of editing, which the web view handles itself. Alt with an arrow never reaches a menu of GTK.

use shop_contract::{AdminRole, Facts, Language, operation};

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

/// An item: its id, its titles in Korean and English, its key, its action, and the least role that it is shown to, if it is for
/// admins.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub id: &'static str,
    pub ko: &'static str,
    pub en: &'static str,
    pub key: Option<&'static str>,
    pub action: Action,
    pub least: Option<AdminRole>,
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

    fn is_for(&self, role: Option<AdminRole>) -> bool {
        self.least.is_none_or(|least| role.is_some_and(|role| role.permits(least)))
    }
}

impl Menu {
    /// The entries for a user with this role, or with none. A separator stands between two entries that are shown.
    pub fn entries(&self, role: Option<AdminRole>) -> Vec<&'static Entry> {
        let is_shown = |entry: &&Entry| match entry {
            Entry::Item(item) => item.is_for(role),
            AdminMenu(_) => role.is_some(),
            Separator => true,
        };
        let mut shown: Vec<&'static Entry> = self.entries.iter().filter(is_shown).collect();
        shown.dedup_by(|one, before| matches!((one, before), (Separator, Separator)));
        let is_end = |entry: Option<&&Entry>| matches!(entry, Some(Separator));
        if is_end(shown.last()) {
            shown.pop();
        }
        if is_end(shown.first()) {
            shown.remove(0);
        }
        shown
    }

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
    Entry::Item(Item { id, ko, en, key, action, least: None })
}

/// An item for the admins that may perform the operation which fills the page at `path`.
const fn admin(
    id: &'static str,
    ko: &'static str,
    en: &'static str,
    fills: &'static Facts,
    path: &'static str,
) -> Entry {
    Entry::Item(Item { id, ko, en, key: None, action: Go(path), least: fills.access.role() })
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
    admin("admin-dashboard", "대시보드", "Dashboard", operation::get_dashboard.facts(), "/admin/dashboard"),
    Separator,
    admin("admin-orders", "주문", "Orders", operation::list_orders_for_admin.facts(), "/admin/orders"),
    admin("admin-returns", "반품", "Returns", operation::list_returns_for_admin.facts(), "/admin/returns"),
    admin("admin-deposits", "입금 확인", "Deposits", operation::list_charges_for_admin.facts(), "/admin/deposits"),
    admin("admin-products", "상품", "Products", operation::list_products_for_admin.facts(), "/admin/products"),
    admin("admin-coupons", "쿠폰", "Coupons", operation::list_coupons_for_admin.facts(), "/admin/coupons"),
    admin("admin-customers", "고객", "Customers", operation::list_users.facts(), "/admin/customers"),
    admin("admin-sale-room", "현장 판매", "Live Sale", operation::get_sale_room_for_admin.facts(), "/admin/sale-room"),
    Separator,
    admin("admin-statistics", "통계", "Statistics", operation::sales_statistics.facts(), "/admin/statistics"),
    admin("admin-proof", "데이터 점검", "Data Check", operation::verify_books.facts(), "/admin/proof"),
    admin("admin-lab", "실험실", "Lab", operation::verify_books.facts(), "/admin/lab"),
    admin("admin-audit-log", "활동 기록", "Activity Log", operation::list_audit_log.facts(), "/admin/audit-log"),
    Separator,
    admin("admin-system", "시스템", "System", operation::get_metrics.facts(), "/admin/system"),
    admin("admin-staff", "관리자 계정", "Staff", operation::list_staff.facts(), "/admin/staff"),
    admin("admin-settings", "설정", "Settings", operation::get_settings.facts(), "/admin/settings"),
    admin("admin-server", "서버 설정", "Server Settings", operation::update_settings.facts(), "/settings"),
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
    fn each_role_is_shown_its_pages_without_idle_separators() {
        let ids = |role| -> Vec<&str> {
            let item = |entry: &Entry| match entry {
                Entry::Item(item) => item.id,
                Separator => "-",
                AdminMenu(_) => "menu",
            };
            ADMIN.entries(Some(role)).into_iter().map(item).collect()
        };
        let daily = ["admin-dashboard", "-", "admin-orders", "admin-returns", "admin-products"];
        assert_eq!(ids(AdminRole::Clerk), daily, "daily work");
        let manager = ids(AdminRole::Manager);
        assert!(manager.contains(&"admin-system") && !manager.contains(&"admin-settings"), "all but: {manager:?}");
        assert_eq!(ids(AdminRole::Owner).len(), ADMIN.entries.len(), "an owner is shown all");
        let is_admins = |entry: &&Entry| matches!(entry, AdminMenu(_));
        let go = MENU_BAR.iter().map(|menu| menu.entries(None).into_iter().filter(is_admins).count());
        assert_eq!(go.sum::<usize>(), 0, "a customer is shown no menu of admins");
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
