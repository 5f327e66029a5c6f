//! The words of the pages as their locale files have them, so that one story is told in either language.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// The texts of one language.
pub struct Words {
    /// What the switch of the language calls it, whichever is shown.
    pub switch: &'static str,
    files: HashMap<String, Value>,
}

impl Words {
    pub fn korean() -> Result<Self> {
        Self::read("ko", "한국어")
    }

    pub fn english() -> Result<Self> {
        Self::read("en", "English")
    }

    fn read(language: &str, switch: &'static str) -> Result<Self> {
        let mut files = HashMap::new();
        for entry in std::fs::read_dir(shop_tests::root().join("ui/src/locales").join(language))? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(name, serde_json::from_slice(&std::fs::read(path)?)?);
        }
        Ok(Self { switch, files })
    }

    /// The text of a key such as `adminOrders:action.ship`, as it stands in its file; for one thing, where that differs.
    ///
    /// # Panics
    /// There is no such text.
    pub fn of(&self, key: &str) -> &str {
        self.look_up(key).unwrap_or_else(|| panic!("{key} is no text"))
    }

    /// The text with its one value filled in.
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.of(key).replace(&format!("{{{{{name}}}}}"), value).replace(&format!("{{{{{name}, number}}}}"), value)
    }

    fn look_up(&self, key: &str) -> Option<&str> {
        let (file, path) = key.split_once(':')?;
        let text =
            |path: &str| path.split('.').try_fold(self.files.get(file)?, |texts, step| texts.get(step))?.as_str();
        // English has a text of its own for one thing.
        text(path).or_else(|| text(&format!("{path}_one")))
    }
}

/// The number at the end of a route such as `/admin/products/226`, or before what is named behind it.
pub fn number_in(route: &str) -> Result<i64> {
    let number = route.split(['/', '?']).find_map(|step| step.parse().ok());
    number.with_context(|| format!("{route:?} carries no number"))
}
