//! A message as Outlook saves it (`.msg`, MS-OXMSG): its headers, words and sender are streams of a container. It is made into a
//! message like any other, so that one reader says what it is.

use crate::problem::FileError;
use crate::sheet::compound::Compound;

/// The longest text of a message that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The headers that are carried over: what Outlook kept of the others describes parts that are not here.
const KEPT: [&str; 15] = [
    "from",
    "sender",
    "to",
    "cc",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "references",
    "return-path",
    "auto-submitted",
    "precedence",
    "x-autoreply",
    "x-autorespond",
    "x-failed-recipients",
];

/// Whether a file is a container as Outlook and old Office programs write it.
pub(super) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// The message of a container, as it would have come by mail.
///
/// # Errors
/// [`FileError::Kind`] when it holds no message; [`FileError::Damaged`].
pub(super) fn as_mail(bytes: &[u8]) -> Result<Vec<u8>, FileError> {
    let container = Compound::open(bytes)?;
    if !container.has("__properties_version1.0") {
        return Err(FileError::Kind);
    }
    let text = |property: &str| -> Option<String> {
        let wide = container.stream_of_root(&format!("__substg1.0_{property}001F"));
        if let Some(wide) = wide {
            let units = wide.chunks_exact(2).take(LONGEST / 2);
            let units: Vec<u16> = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            return Some(String::from_utf16_lossy(&units));
        }
        let narrow = container.stream_of_root(&format!("__substg1.0_{property}001E"))?;
        let narrow = narrow.get(..narrow.len().min(LONGEST)).unwrap_or_default();
        Some(String::from_utf8_lossy(narrow).into_owned())
    };
    let clean =
        |text: String| -> String { text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ") };
    let headers = text("007D").unwrap_or_default();
    let mut kept = carried(&headers);
    let has = |kept: &str, name: &str| {
        kept.lines()
            .any(|line| line.to_ascii_lowercase().starts_with(name))
    };
    if !has(&kept, "subject:") {
        kept.push_str(&format!(
            "Subject: {}\r\n",
            clean(text("0037").unwrap_or_default())
        ));
    }
    if !has(&kept, "from:") {
        let name = clean(text("0C1A").unwrap_or_default()).replace(['"', '\\', '<', '>'], "");
        // The address proper, else the one as Exchange knows it when that is one.
        let email = ["5D01", "0C1F"]
            .into_iter()
            .filter_map(text)
            .map(clean)
            .find(|email| email.contains('@'));
        let email = email.unwrap_or_default().replace(['<', '>', '"', ' '], "");
        kept.push_str(&format!("From: \"{name}\" <{email}>\r\n"));
    }
    let (kind, body) = match text("1000") {
        Some(body) if !body.trim().is_empty() => ("plain", body),
        _ => match container.stream_of_root("__substg1.0_10130102") {
            Some(html) => ("html", String::from_utf8_lossy(&html).into_owned()),
            None => ("html", text("1013").unwrap_or_default()),
        },
    };
    let mut mail = kept.into_bytes();
    let class = text("001A").unwrap_or_default();
    if body.trim().is_empty() && class.to_ascii_lowercase().starts_with("ipm.note.smime") {
        // What it says is in a sealed file beside it.
        mail.extend_from_slice(b"MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime\r\n\r\n");
        return Ok(mail);
    }
    mail.extend_from_slice(
        format!("MIME-Version: 1.0\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
            .as_bytes(),
    );
    mail.extend_from_slice(body.replace('\0', "").as_bytes());
    Ok(mail)
}

/// The headers that say who, when, to whom and about what, each with its continuation.
fn carried(headers: &str) -> String {
    let mut kept = String::new();
    let mut keeps = false;
    for line in headers.lines().take(2_000) {
        let line = line.trim_end_matches(['\r', '\0']);
        if line.is_empty() {
            continue;
        }
        if !line.starts_with([' ', '\t']) {
            let name = line
                .split(':')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            keeps = KEPT.contains(&name.as_str());
        }
        if keeps {
            kept.push_str(line);
            kept.push_str("\r\n");
        }
    }
    kept
}
