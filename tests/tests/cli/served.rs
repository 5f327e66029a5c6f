//! A running `jangteo serve` and calls to it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::program::{Ran, command, jangteo};

/// The program while it serves.
pub struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    url: String,
    client: reqwest::Client,
}

impl Served {
    /// Starts it on a folder and waits for its line.
    pub fn start(folder: &Path) -> Self {
        Self::start_with(&[], folder)
    }

    /// The same with more arguments.
    pub fn start_with(more: &[&str], folder: &Path) -> Self {
        let arguments: Vec<&str> = ["serve", "--port", "0"].iter().chain(more).copied().collect();
        Self::launch(command(&arguments, folder))
    }

    /// Starts it where the system lets it have so many files open, and no more.
    pub fn start_limited(files: usize, folder: &Path) -> Self {
        let program = command(&["serve", "--port", "0"], folder);
        let mut limited = Command::new("sh");
        limited.arg("-c").arg(format!("ulimit -n {files} && exec \"$0\" \"$@\""));
        limited.arg(program.get_program()).args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => limited.env(name, value),
                None => limited.env_remove(name),
            };
        }
        limited.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self::launch(limited)
    }

    /// A `serve` in a folder that was prepared.
    pub fn launch(mut program: Command) -> Self {
        let mut child = program.spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("it is ours"));
        let mut line = String::new();
        out.read_line(&mut line).expect("it says where it listens");
        let url = line.strip_prefix("listening on ").unwrap_or_else(|| panic!("no line but {line:?}")).trim();
        assert!(url.starts_with("http://127.0.0.1:"), "this machine alone: {url}");
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { child, out, url: url.to_owned(), client }
    }

    /// Its address and port.
    pub fn host(&self) -> &str {
        self.url.trim_start_matches("http://")
    }

    /// The number under which the system knows it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.url.rsplit_once(':').and_then(|(_, port)| port.parse().ok()).expect("a port")
    }

    /// Memory that it holds, in bytes.
    #[cfg(target_os = "linux")]
    pub fn resident_bytes(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"));
        kilobytes.and_then(|kilobytes| kilobytes.parse::<u64>().ok()).expect("the system says it") * 1_024
    }

    /// A call that is answered; `None` where the connection fails.
    pub async fn try_call(&self, method: &str, path: &str, token: &str, body: Option<Value>) -> Option<(u16, Value)> {
        let ask = self.client.request(method.parse().expect("a method"), format!("{}{path}", self.url));
        Self::send(ask, token, body).await
    }

    /// A POST with an idempotency key; `None` where the connection fails.
    pub async fn try_post(&self, path: &str, token: &str, key: &str, body: Option<Value>) -> Option<(u16, Value)> {
        let ask = self.client.post(format!("{}{path}", self.url)).header("Idempotency-Key", key);
        Self::send(ask, token, body).await
    }

    async fn send(mut ask: reqwest::RequestBuilder, token: &str, body: Option<Value>) -> Option<(u16, Value)> {
        if !token.is_empty() {
            ask = ask.bearer_auth(token);
        }
        if let Some(body) = body {
            ask = ask.json(&body);
        }
        let response = ask.send().await.ok()?;
        let status = response.status().as_u16();
        Some((status, serde_json::from_slice(&response.bytes().await.ok()?).unwrap_or_default()))
    }

    /// A call that must be answered.
    pub async fn call(&self, method: &str, path: &str, token: &str, body: Option<Value>) -> (u16, Value) {
        self.try_call(method, path, token, body).await.expect("it is answered")
    }

    /// Signs in and gives the access token.
    pub async fn login(&self, email: &str, password: &str) -> String {
        let wish = json!({"email": email, "password": password});
        let (status, pair) = self.call("POST", "/v1/auth/login", "", Some(wish)).await;
        assert_eq!(status, 200, "{email} comes in: {pair}");
        pair["accessToken"].as_str().expect("a token").to_owned()
    }

    /// Sends it a signal: `TERM`, `INT`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status();
        assert!(sent.expect("kill is there").success(), "the program still runs");
    }

    /// Waits for its end; gives the code, what it said after its line, and its complaints.
    pub fn end(mut self) -> Ran {
        let (mut out, mut err) = (String::new(), String::new());
        self.out.read_to_string(&mut out).expect("it speaks UTF-8");
        self.child.stderr.take().expect("it is ours").read_to_string(&mut err).expect("it speaks UTF-8");
        let code = self.child.wait().expect("it ends").code().expect("by itself, not by the signal");
        Ran { code, out, err }
    }

    /// Waits until it is gone, however it ends.
    pub fn wait(&mut self) {
        self.child.wait().expect("it ends");
    }

    /// Stops it as a system does, and expects a clean end.
    pub fn stop(self) {
        self.signal("TERM");
        let ran = self.end();
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "a clean end without a word more: {}", ran.err);
    }
}

/// The tokens of the operator's `jangteo token`, each with its user.
pub fn tokens(arguments: &[&str], folder: &Path) -> Vec<Value> {
    let all: Vec<&str> = std::iter::once("token").chain(arguments.iter().copied()).collect();
    let ran = jangteo(&all, folder);
    assert_eq!(ran.code, 0, "the operator gets tokens: {}", ran.err);
    ran.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON each")).collect()
}

/// The access token in such a line.
pub fn access(line: &Value) -> &str {
    line["accessToken"].as_str().expect("a token")
}
