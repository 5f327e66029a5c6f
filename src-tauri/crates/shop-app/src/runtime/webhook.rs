//! The webhook over HTTP: one POST of JSON, a few seconds at most, no redirects.

use std::time::Duration;

use super::ports::Webhook;

/// Longest that one delivery may take.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Posts by HTTP.
pub struct HttpWebhook {
    agent: ureq::Agent,
}

impl Default for HttpWebhook {
    fn default() -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).max_redirects(0).build();
        Self { agent: config.into() }
    }
}

impl Webhook for HttpWebhook {
    fn post(&self, url: &str, body: &str) -> Result<(), String> {
        let response = self.agent.post(url).header("content-type", "application/json").send(body);
        match response {
            Ok(response) if response.status().is_success() => Ok(()),
            Ok(response) => Err(format!("answered {}", response.status())),
            Err(error) => Err(error.to_string()),
        }
    }
}
