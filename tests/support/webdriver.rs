//! The few words of WebDriver that the journeys need, spoken to WebKitGTK's driver.
//!
//! The protocol: <https://www.w3.org/TR/webdriver2/>. It is JSON over HTTP on this machine only, so the standard library's
//! sockets do, and the tests need no web client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

use crate::desktop::{PATIENCE, Running, wait_for};

/// The member under which WebDriver hands out an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Why the driver did not do what was asked: WebDriver's own code, such as `no such element`, and its sentence.
#[derive(Debug)]
pub struct Refusal {
    /// WebDriver's code.
    pub code: String,
    /// What the driver says about it.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message)
    }
}

/// One driver, and one session in it.
#[derive(Debug)]
pub struct Session {
    port: u16,
    id: String,
    _driver: Running,
}

impl Session {
    /// Starts a driver by `launch`, which is given the port, and in it a session with these capabilities.
    pub fn start(capabilities: &Value, launch: impl FnOnce(u16) -> Running) -> Self {
        let port = free_port();
        let mut driver = launch(port);
        wait_for("WebKitWebDriver to listen", || {
            assert!(driver.is_alive(), "WebKitWebDriver ended at once");
            request(port, "GET", "/status", None).ok()
        });
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = request(port, "POST", "/session", Some(&body));
        let answer = answer.unwrap_or_else(|refusal| panic!("the app's window did not open: {refusal}"));
        let id = answer["sessionId"]
            .as_str()
            .expect("a session has an id")
            .to_owned();
        Self {
            port,
            id,
            _driver: driver,
        }
    }

    /// Asks for something below the session: `get("url")`.
    pub fn get(&self, path: &str) -> Result<Value, Refusal> {
        request(self.port, "GET", &self.path(path), None)
    }

    /// Has something done below the session: `post("element", &json!({ ... }))`.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        request(self.port, "POST", &self.path(path), Some(body))
    }

    /// Ends the session, and with it the app.
    pub fn end(&self) -> Result<Value, Refusal> {
        request(self.port, "DELETE", &format!("/session/{}", self.id), None)
    }

    fn path(&self, path: &str) -> String {
        format!("/session/{}/{path}", self.id)
    }
}

/// A port that was free a moment ago: the driver takes a number only.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    listener.local_addr().expect("it is bound").port()
}

/// One request, one connection, one answer; the answer's `value` is what counts.
fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refusal> {
    let broken = |what: &str| Refusal {
        code: "no answer".to_owned(),
        message: format!("{method} {path}: {what}"),
    };
    let payload = body.map(Value::to_string).unwrap_or_default();
    let exchange = || -> std::io::Result<(bool, Vec<u8>)> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        // The driver answers when the thing is done, a start of the app included.
        stream.set_read_timeout(Some(PATIENCE + Duration::from_secs(30)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
             Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n{payload}",
            payload.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let good = line.split(' ').nth(1) == Some("200");
        let mut length = None;
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok();
            }
        }
        let mut answer = Vec::new();
        match length {
            Some(length) => {
                answer.resize(length, 0);
                reader.read_exact(&mut answer)?;
            }
            None => {
                reader.read_to_end(&mut answer)?;
            }
        }
        Ok((good, answer))
    };
    let (good, answer) = exchange().map_err(|error| broken(&error.to_string()))?;
    let mut answer: Value = serde_json::from_slice(&answer).map_err(|_| broken("the answer is no JSON"))?;
    let value = answer["value"].take();
    if good {
        return Ok(value);
    }
    let text = |member: &str| value[member].as_str().unwrap_or("unknown").to_owned();
    Err(Refusal {
        code: text("error"),
        message: text("message"),
    })
}
