//! The page as a PDF file: a save dialog of the system, then the web view prints into the file without a dialog of its own.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gtk::glib;
use gtk::prelude::*;
use shop_contract::Language;
use tauri::{AppHandle, Manager as _, Runtime, WebviewWindow};
use tokio::sync::oneshot;
use webkit2gtk::{PrintOperation, PrintOperationExt as _, WebView};

use crate::downloads;
use crate::menu::WindowMenu;

/// The printer of GTK that writes files, by the name that GTK gives it in the system's language.
const FILE_PRINTER: &str = "Print to File";
/// The texts of GTK 3.
const GTK_TEXTS: &str = "gtk30";

/// Characters that a file's name cannot have on one of the usual file systems.
const NOT_IN_NAMES: &str = "/\\:*?\"<>|";

/// Why a page was not saved.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("there is no window")]
    NoWindow,
    #[error("the window was closed meanwhile")]
    Closed,
    #[error(transparent)]
    Window(#[from] tauri::Error),
}

/// Asks the user for a path and saves the page there. The page is told by a cue whether it was saved; where the user decides
/// against it, nothing is said.
pub async fn save_page<R: Runtime>(app: &AppHandle<R>, name: &str, language: Language) -> Result<(), PdfError> {
    let window = app.webview_windows().into_values().next().ok_or(PdfError::NoWindow)?;
    let folder = downloads::folder(&window);
    let Some(path) = ask_path(&window, folder, file_name(name), language).await? else { return Ok(()) };
    let printed = print(&window, &path).await?;
    let saved = match printed {
        Ok(()) if is_pdf(&path) => {
            tracing::info!(path = %path.display(), "a page was saved");
            Some(path.as_path())
        }
        outcome => {
            tracing::error!(?outcome, path = %path.display(), "a page could not be saved");
            None
        }
    };
    app.state::<WindowMenu>().send(downloads::outcome(saved));
    Ok(())
}

/// The name as one that any file system takes, with its ending.
fn file_name(name: &str) -> String {
    let is_plain = |sign: char| !sign.is_control() && !NOT_IN_NAMES.contains(sign);
    let plain: String = name.chars().map(|sign| if is_plain(sign) { sign } else { '-' }).collect();
    format!("{}.pdf", plain.trim_matches(['.', ' ']))
}

/// The path with the ending of a PDF file, which the user may have left out.
fn with_ending(path: PathBuf) -> PathBuf {
    let has_ending = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    if has_ending { path } else { path.with_added_extension("pdf") }
}

fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))
}

/// Shows the save dialog; `None` where the user closes it. The dialog asks before it replaces a file.
async fn ask_path<R: Runtime>(
    window: &WebviewWindow<R>,
    folder: Option<PathBuf>,
    name: String,
    language: Language,
) -> Result<Option<PathBuf>, PdfError> {
    let (title, save, cancel) = match language {
        Language::Ko => ("PDF로 저장", "저장", "취소"),
        Language::En => ("Save as PDF", "Save", "Cancel"),
    };
    let (tell, told) = oneshot::channel();
    window.with_webview(move |view| {
        let parent = view.inner().toplevel().and_downcast::<gtk::Window>();
        let action = gtk::FileChooserAction::Save;
        let dialog = gtk::FileChooserNative::new(Some(title), parent.as_ref(), action, Some(save), Some(cancel));
        dialog.set_modal(true);
        dialog.set_do_overwrite_confirmation(true);
        dialog.set_current_name(&name);
        if let Some(folder) = folder {
            dialog.set_current_folder(folder);
        }
        let tell = RefCell::new(Some(tell));
        // The dialog is not held by GTK: this closure holds it until it has answered.
        let held = Rc::new(RefCell::new(None));
        let holder = Rc::clone(&held);
        dialog.connect_response(move |dialog, response| {
            let chosen = if response == gtk::ResponseType::Accept { dialog.filename() } else { None };
            if let Some(tell) = tell.take() {
                let _closed = tell.send(chosen.map(with_ending));
            }
            holder.take();
        });
        dialog.show();
        held.replace(Some(dialog));
    })?;
    told.await.map_err(|_| PdfError::Closed)
}

/// Prints the page into the file; the inner error is the web view's.
async fn print<R: Runtime>(window: &WebviewWindow<R>, path: &Path) -> Result<Result<(), String>, PdfError> {
    let (tell, told) = oneshot::channel();
    let address = glib::filename_to_uri(path, None).map(String::from);
    let address = match address {
        Ok(address) => address,
        Err(error) => return Ok(Err(error.to_string())),
    };
    window.with_webview(move |view| print_into(&view.inner(), &address, tell))?;
    told.await.map_err(|_| PdfError::Closed)
}

fn print_into(view: &WebView, address: &str, tell: oneshot::Sender<Result<(), String>>) {
    let settings = gtk::PrintSettings::new();
    settings.set_printer(&glib::dgettext(Some(GTK_TEXTS), FILE_PRINTER));
    settings.set("output-file-format", Some("pdf"));
    settings.set("output-uri", Some(address));
    let operation = PrintOperation::new(view);
    operation.set_print_settings(&settings);
    let tell = Rc::new(RefCell::new(Some(tell)));
    let failed = Rc::clone(&tell);
    operation.connect_failed(move |_, error| {
        if let Some(tell) = failed.take() {
            let _closed = tell.send(Err(error.to_string()));
        }
    });
    // Held until the operation is over: the web view works on it in the background.
    let held = RefCell::new(Some(operation.clone()));
    operation.connect_finished(move |_| {
        if let Some(tell) = tell.take() {
            let _closed = tell.send(Ok(()));
        }
        held.take();
    });
    operation.print();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_file_systems_take() {
        for (name, expected) in [
            ("영수증-ORD-20260310-0001", "영수증-ORD-20260310-0001.pdf"),
            ("a/b\\c:d", "a-b-c-d.pdf"),
            ("../x", "-x.pdf"),
            ("line\nbreak", "line-break.pdf"),
        ] {
            assert_eq!(file_name(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_file_has_its_ending_once() {
        for (chosen, expected) in
            [("/a/b.pdf", "/a/b.pdf"), ("/a/b.PDF", "/a/b.PDF"), ("/a/b", "/a/b.pdf"), ("/a/b.1", "/a/b.1.pdf")]
        {
            assert_eq!(with_ending(chosen.into()), PathBuf::from(expected));
        }
    }
}
