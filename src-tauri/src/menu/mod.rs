//! The window's menu, in the language and the theme of the page. Actions are performed by the window or sent to the page.

mod layout;
mod native;

use std::sync::{Mutex, PoisonError};

use shop_contract::{AdminRole, Language, Look, PageCue};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _, Runtime, Theme, WebviewWindow};
use webkit2gtk::WebViewExt as _;

use layout::{Action, PageAction, WindowAction};

/// Zoom factors in percent: one step, the bounds, the default.
const ZOOM_STEP: u32 = 10;
const ZOOM_MIN: u32 = 50;
const ZOOM_MAX: u32 = 200;
const ZOOM_DEFAULT: u32 = 100;

/// The menu of this window.
pub struct WindowMenu(Mutex<MenuState>);

struct MenuState {
    language: Language,
    /// The role of the user, if it is an admin.
    role: Option<AdminRole>,
    /// The channel to the page, once it is attached.
    page: Option<Channel<PageCue>>,
    /// In percent.
    zoom: u32,
}

impl WindowMenu {
    /// Shows the menu, in Korean until a page is attached.
    pub fn show(app: &AppHandle) -> tauri::Result<()> {
        let menu = Self::without_bar();
        native::show(app, menu.language(), menu.state().role)?;
        app.manage(menu);
        app.on_menu_event(|app, event| perform(app, event.id().as_ref()));
        Ok(())
    }

    /// The state of a menu that is not shown, and that no page is attached to.
    pub fn without_bar() -> Self {
        Self(Mutex::new(MenuState { language: Language::Ko, role: None, page: None, zoom: ZOOM_DEFAULT }))
    }

    /// Attaches a page: the menu takes its language, theme and user, and sends actions to it.
    pub fn attach<R: Runtime>(&self, app: &AppHandle<R>, page: Page) -> tauri::Result<()> {
        let Page { language, role, look, channel } = page;
        app.set_theme(match look {
            Look::Light => Some(Theme::Light),
            Look::Dark => Some(Theme::Dark),
            Look::Auto => None,
        });
        let is_other = {
            let mut state = self.state();
            let is_other = (state.language, state.role) != (language, role);
            (state.language, state.role, state.page) = (language, role, Some(channel));
            is_other
        };
        if is_other { native::show(app, language, role) } else { Ok(()) }
    }

    pub fn language(&self) -> Language {
        self.state().language
    }

    /// Sends a cue to the page, if there is one.
    pub fn send(&self, cue: PageCue) {
        if let Some(page) = &self.state().page {
            let _ = page.send(cue);
        }
    }

    /// Changes the zoom within its bounds, and returns the factor.
    fn zoom(&self, to: impl FnOnce(u32) -> u32) -> f64 {
        let mut state = self.state();
        state.zoom = to(state.zoom).clamp(ZOOM_MIN, ZOOM_MAX);
        f64::from(state.zoom) / f64::from(ZOOM_DEFAULT)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, MenuState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page: its language, theme and user, and the channel to it.
pub struct Page {
    pub language: Language,
    /// The role of the user that is signed in, if it is an admin.
    pub role: Option<AdminRole>,
    pub look: Look,
    pub channel: Channel<PageCue>,
}

/// Performs the action of the item with this id.
fn perform(app: &AppHandle, id: &str) {
    let Some(action) = layout::action(id) else { return };
    let done = match action {
        Action::Go(to) => {
            app.state::<WindowMenu>().send(PageCue::Go { to: to.to_owned() });
            Ok(())
        }
        Action::Page(action) => {
            app.state::<WindowMenu>().send(page_cue(action));
            Ok(())
        }
        Action::Window(action) => perform_in_window(app, action),
        Action::Edit(command) => edit(app, command),
    };
    if let Err(error) = done {
        tracing::warn!(%error, id, "an action of the menu failed");
    }
}

fn page_cue(action: PageAction) -> PageCue {
    match action {
        PageAction::Back => PageCue::Back {},
        PageAction::Forward => PageCue::Forward {},
        PageAction::Refresh => PageCue::Refresh {},
        PageAction::Palette => PageCue::Palette {},
        PageAction::Shortcuts => PageCue::Shortcuts {},
    }
}

fn perform_in_window(app: &AppHandle, action: WindowAction) -> tauri::Result<()> {
    let Some(window) = window(app) else { return Ok(()) };
    let zoom = |to: fn(u32) -> u32| window.set_zoom(app.state::<WindowMenu>().zoom(to));
    match action {
        WindowAction::Print => window.print(),
        WindowAction::Quit => window.close(),
        WindowAction::ZoomIn => zoom(|zoom| zoom + ZOOM_STEP),
        WindowAction::ZoomOut => zoom(|zoom| zoom.saturating_sub(ZOOM_STEP)),
        WindowAction::ZoomReset => zoom(|_| ZOOM_DEFAULT),
        WindowAction::FullScreen => window.set_fullscreen(!window.is_fullscreen()?),
        // Handled by the system's own item.
        WindowAction::About => Ok(()),
    }
}

/// Performs an editing command at the cursor.
fn edit(app: &AppHandle, command: &'static str) -> tauri::Result<()> {
    let Some(window) = window(app) else { return Ok(()) };
    window.with_webview(move |view| view.inner().execute_editing_command(command))
}

fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.webview_windows().into_values().next()
}
