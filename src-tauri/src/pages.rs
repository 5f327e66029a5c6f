//! The pages of the UI, which the window takes from the server's part of the program. A second copy of its own, as Tauri
//! embeds it, would make the package larger by three megabytes.

use std::borrow::Cow;

use shop_server::{page, page_names};
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{App, Assets, Runtime};

/// The pages as Tauri asks for them.
pub struct Pages;

impl<R: Runtime> Assets<R> for Pages {
    fn setup(&self, _: &App<R>) {
        if page("index.html").is_none() {
            tracing::error!("this program was built without its pages: build the UI in ui, then the program again");
        }
    }

    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        page(key.as_ref().trim_start_matches('/'))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(page_names().filter_map(|name| Some((Cow::Owned(format!("/{name}")), page(&name)?))))
    }

    /// None: no page has a script or a style in its text.
    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}
