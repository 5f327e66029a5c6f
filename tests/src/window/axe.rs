//! axe-core in the window: what would keep a user from using the page that is shown.
//!
//! The content security policy allows no foreign script; the driver's scripts stand outside it, so the
//! page under test is the one that ships.

use anyhow::{Context, Result};
use serde_json::Value;

use super::ShopWindow;
use crate::root;

const SCRIPT: &str = "ui/node_modules/axe-core/axe.min.js";
/// The rules of WCAG 2.2 A and AA; best practices beyond them are a matter of taste.
/// What sticks to an edge covers parts of the page that can be scrolled clear of it; it lies in the page meanwhile.
const RUN: &str = "
    const edge = [...document.querySelectorAll('[data-at-edge]')];
    edge.forEach((bar) => { bar.style.position = 'static'; });
    const answer = arguments[arguments.length - 1];
    const done = (found) => {
        edge.forEach((bar) => { bar.style.position = ''; });
        answer(found);
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(
        (found) => done(found.violations),
        (error) => done([{ id: 'axe itself failed', nodes: [{ target: [String(error)] }] }]),
    );";

impl ShopWindow {
    /// What axe finds wrong with the page that is shown, one line each: the rule, where, and why.
    /// A page without fault gives an empty list.
    ///
    /// # Errors
    /// The page does not come to rest, axe-core is not among the UI's packages, or the window is gone.
    pub async fn axe_violations(&self) -> Result<Vec<String>> {
        self.rest().await?;
        if self.run("return typeof axe", Vec::new()).await? == "undefined" {
            let script = std::fs::read_to_string(root().join(SCRIPT))
                .with_context(|| format!("{SCRIPT} is missing; run cargo xtask setup"))?;
            self.run(&script, Vec::new()).await?;
        }
        let found = self.session.execute_async(RUN, Vec::new()).await?;
        let violations = found.json().as_array().context("axe answered no list")?;
        Ok(violations.iter().flat_map(lines).collect())
    }
}

fn lines(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    nodes
        .iter()
        .map(|node| {
            let why = node["failureSummary"].as_str().unwrap_or_default().replace('\n', " ");
            format!("{} at {}: {why}", violation["id"], node["target"])
        })
        .collect()
}
