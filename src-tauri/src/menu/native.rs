//! The native menu, made from the table in `layout`.

use shop_contract::{AdminRole, Language};
use tauri::menu::{
    AboutMetadataBuilder, IsMenuItem, Menu as Bar, MenuItemBuilder, MenuItemKind, PredefinedMenuItem, Submenu,
    SubmenuBuilder,
};
use tauri::{AppHandle, Runtime};

use super::layout::{Action, Entry, Item, MENU_BAR, Menu, WindowAction};

type NativeItem<R> = Box<dyn IsMenuItem<R>>;

/// Replaces the menu bar; the items for admins are in it as far as the role of the user goes.
pub fn show<R: Runtime>(app: &AppHandle<R>, language: Language, role: Option<AdminRole>) -> tauri::Result<()> {
    clear_accelerators(app)?;
    app.set_menu(menu_bar(app, language, role)?).map(drop)
}

/// GTK logs a warning for each accelerator of a removed menu bar.
fn clear_accelerators<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let Some(before) = app.menu() else { return Ok(()) };
    for menu in before.items()?.iter().filter_map(MenuItemKind::as_submenu) {
        for item in menu.items()?.iter().filter_map(MenuItemKind::as_menuitem) {
            item.set_accelerator(None::<&str>)?;
        }
    }
    Ok(())
}

fn menu_bar<R: Runtime>(app: &AppHandle<R>, language: Language, role: Option<AdminRole>) -> tauri::Result<Bar<R>> {
    let menus: Vec<Submenu<R>> =
        MENU_BAR.iter().map(|menu| submenu(app, menu, language, role)).collect::<tauri::Result<_>>()?;
    let menus: Vec<&dyn IsMenuItem<R>> = menus.iter().map(|menu| menu as _).collect();
    Bar::with_items(app, &menus)
}

fn submenu<R: Runtime>(
    app: &AppHandle<R>,
    menu: &Menu,
    language: Language,
    role: Option<AdminRole>,
) -> tauri::Result<Submenu<R>> {
    let mut builder = SubmenuBuilder::new(app, menu.title(language));
    for entry in menu.entries(role) {
        for item in items(app, entry, language, role)? {
            builder = builder.item(&*item);
        }
    }
    builder.build()
}

fn items<R: Runtime>(
    app: &AppHandle<R>,
    entry: &Entry,
    language: Language,
    role: Option<AdminRole>,
) -> tauri::Result<Vec<NativeItem<R>>> {
    Ok(match entry {
        Entry::Item(entry) => vec![item(app, entry, language)?],
        Entry::Separator => vec![Box::new(PredefinedMenuItem::separator(app)?)],
        Entry::AdminMenu(menu) => {
            vec![Box::new(PredefinedMenuItem::separator(app)?), Box::new(submenu(app, menu, language, role)?)]
        }
    })
}

fn item<R: Runtime>(app: &AppHandle<R>, item: &Item, language: Language) -> tauri::Result<NativeItem<R>> {
    let title = item.title(language);
    if item.action == Action::Window(WindowAction::About) {
        return Ok(Box::new(about(app, title, language)?));
    }
    let mut builder = MenuItemBuilder::with_id(item.id, title);
    if let Some(key) = item.key {
        builder = builder.accelerator(key);
    }
    Ok(Box::new(builder.build(app)?))
}

/// The system's dialog.
fn about<R: Runtime>(app: &AppHandle<R>, title: &str, language: Language) -> tauri::Result<PredefinedMenuItem<R>> {
    let (name, comments) = match language {
        Language::Ko => ("장터", "혼자 운영하는 가게를 위한 데스크톱 쇼핑몰"),
        Language::En => ("Jangteo", "A shop on the desktop, for one merchant"),
    };
    let about = AboutMetadataBuilder::new()
        .name(Some(name))
        .version(Some(crate::VERSION))
        .comments(Some(comments))
        .icon(app.default_window_icon().cloned())
        .build();
    PredefinedMenuItem::about(app, Some(title), Some(about))
}
