//! The window's menu: it speaks the page's language, looks as the page looks, and does what its lines say, some of it in the
//! window and some through the page.

mod describe;
mod native;

use std::sync::{Mutex, PoisonError};

use shop_contract::{Language, Look, PageCue};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _, Theme, WebviewWindow};
use webkit2gtk::WebViewExt as _;

use describe::{Act, PageAct, WindowAct};

/// Hundredths by which one step of zooming differs from the next, the least and the greatest.
const ZOOM_STEP: u32 = 10;
const ZOOM_LEAST: u32 = 50;
const ZOOM_MOST: u32 = 200;
const ZOOM_NONE: u32 = 100;

/// The menu of this window.
pub struct WindowMenu(Mutex<Now>);

struct Now {
    language: Language,
    is_admin: bool,
    /// To the page, once it is there.
    page: Option<Channel<PageCue>>,
    /// In hundredths.
    zoom: u32,
}

impl WindowMenu {
    /// In Korean until the page says otherwise.
    ///
    /// # Errors
    /// The system makes no menu.
    pub fn show(app: &AppHandle) -> tauri::Result<()> {
        let now = Now { language: Language::Ko, is_admin: false, page: None, zoom: ZOOM_NONE };
        native::show(app, now.language, now.is_admin)?;
        app.manage(Self(Mutex::new(now)));
        app.on_menu_event(|app, event| choose(app, event.id().as_ref()));
        Ok(())
    }

    /// A page is there: the menu speaks its language and passes choices on to it.
    ///
    /// # Errors
    /// The system makes no menu.
    pub fn attach(&self, app: &AppHandle, page: Page) -> tauri::Result<()> {
        let Page { language, is_admin, look, channel } = page;
        app.set_theme(match look {
            Look::Light => Some(Theme::Light),
            Look::Dark => Some(Theme::Dark),
            Look::Auto => None,
        });
        let is_other = {
            let mut now = self.now();
            let is_other = (now.language, now.is_admin) != (language, is_admin);
            (now.language, now.is_admin, now.page) = (language, is_admin, Some(channel));
            is_other
        };
        if is_other { native::show(app, language, is_admin) } else { Ok(()) }
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.now().language
    }

    /// Has the page do something; a page that is gone needs not.
    pub fn tell(&self, cue: PageCue) {
        if let Some(page) = &self.now().page {
            let _ = page.send(cue);
        }
    }

    /// Another zoom, within its bounds; gives it as a factor.
    fn zoom(&self, to: impl FnOnce(u32) -> u32) -> f64 {
        let mut now = self.now();
        now.zoom = to(now.zoom).clamp(ZOOM_LEAST, ZOOM_MOST);
        f64::from(now.zoom) / f64::from(ZOOM_NONE)
    }

    fn now(&self) -> std::sync::MutexGuard<'_, Now> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page as it says of itself, and the way to it.
pub struct Page {
    pub language: Language,
    /// Whether an admin is signed in.
    pub is_admin: bool,
    pub look: Look,
    pub channel: Channel<PageCue>,
}

/// Does what the line of this id says.
fn choose(app: &AppHandle, id: &str) {
    let Some(act) = describe::act(id) else { return };
    let done = match act {
        Act::Go(to) => {
            app.state::<WindowMenu>().tell(PageCue::Go { to: to.to_owned() });
            Ok(())
        }
        Act::Page(act) => {
            app.state::<WindowMenu>().tell(of_page(act));
            Ok(())
        }
        Act::Window(act) => of_window(app, act),
        Act::Edit(command) => edit(app, command),
    };
    if let Err(error) = done {
        tracing::warn!(%error, id, "a choice in the menu could not be carried out");
    }
}

fn of_page(act: PageAct) -> PageCue {
    match act {
        PageAct::Back => PageCue::Back {},
        PageAct::Forward => PageCue::Forward {},
        PageAct::Refresh => PageCue::Refresh {},
        PageAct::Palette => PageCue::Palette {},
        PageAct::Shortcuts => PageCue::Shortcuts {},
    }
}

fn of_window(app: &AppHandle, act: WindowAct) -> tauri::Result<()> {
    let Some(window) = window(app) else { return Ok(()) };
    let zoom = |to: fn(u32) -> u32| window.set_zoom(app.state::<WindowMenu>().zoom(to));
    match act {
        WindowAct::Print => window.print(),
        WindowAct::Quit => window.close(),
        WindowAct::ZoomIn => zoom(|zoom| zoom + ZOOM_STEP),
        WindowAct::ZoomOut => zoom(|zoom| zoom.saturating_sub(ZOOM_STEP)),
        WindowAct::ZoomReset => zoom(|_| ZOOM_NONE),
        WindowAct::FullScreen => window.set_fullscreen(!window.is_fullscreen()?),
        // The system shows its dialog by itself.
        WindowAct::About => Ok(()),
    }
}

/// Edits where the cursor is, as the key would.
fn edit(app: &AppHandle, command: &'static str) -> tauri::Result<()> {
    let Some(window) = window(app) else { return Ok(()) };
    window.with_webview(move |view| view.inner().execute_editing_command(command))
}

fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.webview_windows().into_values().next()
}
