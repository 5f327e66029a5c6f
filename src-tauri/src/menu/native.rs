//! The menu as the system shows it, made from its description.

use shop_contract::Language;
use tauri::menu::{
    AboutMetadataBuilder, IsMenuItem, Menu as Bar, MenuItemBuilder, MenuItemKind, PredefinedMenuItem, Submenu,
    SubmenuBuilder,
};
use tauri::{AppHandle, Wry};

use super::describe::{Act, BAR, Entry, Line, Menu, WindowAct};

type Item = Box<dyn IsMenuItem<Wry>>;

/// Shows the bar in place of the one before; the admin's pages in it where an admin is signed in.
///
/// # Errors
/// The system makes no menu.
pub fn show(app: &AppHandle, language: Language, is_admin: bool) -> tauri::Result<()> {
    give_up_keys(app)?;
    app.set_menu(bar(app, language, is_admin)?).map(drop)
}

/// GTK complains of each key that is still in a bar when it is taken away.
fn give_up_keys(app: &AppHandle) -> tauri::Result<()> {
    let Some(before) = app.menu() else { return Ok(()) };
    for menu in before.items()?.iter().filter_map(MenuItemKind::as_submenu) {
        for item in menu.items()?.iter().filter_map(MenuItemKind::as_menuitem) {
            item.set_accelerator(None::<&str>)?;
        }
    }
    Ok(())
}

fn bar(app: &AppHandle, language: Language, is_admin: bool) -> tauri::Result<Bar<Wry>> {
    let menus: Vec<Submenu<Wry>> =
        BAR.iter().map(|menu| submenu(app, menu, language, is_admin)).collect::<tauri::Result<_>>()?;
    let menus: Vec<&dyn IsMenuItem<Wry>> = menus.iter().map(|menu| menu as _).collect();
    Bar::with_items(app, &menus)
}

fn submenu(app: &AppHandle, menu: &Menu, language: Language, is_admin: bool) -> tauri::Result<Submenu<Wry>> {
    let mut builder = SubmenuBuilder::new(app, menu.title(language));
    for entry in menu.entries {
        for item in items(app, entry, language, is_admin)? {
            builder = builder.item(&*item);
        }
    }
    builder.build()
}

fn items(app: &AppHandle, entry: &Entry, language: Language, is_admin: bool) -> tauri::Result<Vec<Item>> {
    Ok(match entry {
        Entry::Line(line) => vec![item(app, line, language)?],
        Entry::Rule => vec![Box::new(PredefinedMenuItem::separator(app)?)],
        Entry::AdminMenu(menu) if is_admin => {
            vec![Box::new(PredefinedMenuItem::separator(app)?), Box::new(submenu(app, menu, language, is_admin)?)]
        }
        Entry::AdminMenu(_) => Vec::new(),
    })
}

fn item(app: &AppHandle, line: &Line, language: Language) -> tauri::Result<Item> {
    let title = line.title(language);
    if line.act == Act::Window(WindowAct::About) {
        return Ok(Box::new(about(app, title, language)?));
    }
    let mut builder = MenuItemBuilder::with_id(line.id, title);
    if let Some(key) = line.key {
        builder = builder.accelerator(key);
    }
    Ok(Box::new(builder.build(app)?))
}

/// The system's own dialog.
fn about(app: &AppHandle, title: &str, language: Language) -> tauri::Result<PredefinedMenuItem<Wry>> {
    let (name, comments) = match language {
        Language::Ko => ("장터", "혼자 운영하는 가게를 위한 데스크톱 쇼핑몰"),
        Language::En => ("Jangteo", "A shop on the desktop, for one merchant"),
    };
    let about = AboutMetadataBuilder::new()
        .name(Some(name))
        .version(Some(env!("CARGO_PKG_VERSION")))
        .comments(Some(comments))
        .icon(app.default_window_icon().cloned())
        .build();
    PredefinedMenuItem::about(app, Some(title), Some(about))
}
