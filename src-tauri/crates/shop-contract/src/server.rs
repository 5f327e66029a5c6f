//! The optional local server, as its panel in the window sees it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether the server runs, and where it is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServerState {
    /// Whether it answers now.
    pub running: bool,
    /// Its port; while it does not run the one that was chosen, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<i64>,
    /// Where it is reached, as URLs, this machine's own address first; empty while it does not run.
    pub addresses: Vec<String>,
    /// Whether other machines of the network reach it.
    pub lan: bool,
    /// Whether it comes back at the next start.
    pub enabled: bool,
    /// Why it could not start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

/// Start the server, now and at every later start.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartServer {
    /// 1 to 65,535; a free one when absent.
    #[schema(minimum = 1, maximum = 65535)]
    pub port: Option<i64>,
    /// Whether other machines of the network may reach it.
    pub lan: bool,
}
