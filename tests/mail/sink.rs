//! A server that takes any message and keeps it: as much of SMTP (RFC 5321) as a mail program needs to send.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The server. It listens until the test ends.
pub struct Sink {
    port: u16,
    messages: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Sink {
    /// Listens on the loopback address, at a port that is free.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it listens").port();
        let messages = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let kept = Arc::clone(&messages);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A program that hangs up in the middle is heard again at its next try.
                let _ = converse(stream, &kept);
            }
        });
        Self { port, messages }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The oldest message that was not taken yet.
    pub fn take(&self) -> Option<Vec<u8>> {
        let mut messages = self.messages.lock().expect("no thread panicked");
        (!messages.is_empty()).then(|| messages.remove(0))
    }
}

fn converse(stream: TcpStream, messages: &Mutex<Vec<Vec<u8>>>) -> std::io::Result<()> {
    let mut output = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    let mut say = |line: &str| write!(output, "{line}\r\n");
    say("220 sink")?;
    let mut line = String::new();
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            return Ok(());
        }
        match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => {
                say("250-sink")?;
                say("250 8BITMIME")?;
            }
            "DATA" => {
                say("354 end with a dot")?;
                let message = data(&mut input)?;
                messages.lock().expect("no thread panicked").push(message);
                say("250 kept")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return Ok(());
            }
            _ => say("250 ok")?,
        }
    }
}

/// The lines of a message up to the one that is a dot; a dot at the beginning of another is taken off.
fn data(input: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut message = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 || line == b".\r\n" {
            return Ok(message);
        }
        message.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
