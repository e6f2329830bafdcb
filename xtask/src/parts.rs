//! `cargo xtask parts`: the list of what the program is made of, in CycloneDX's format (1.5, <https://cyclonedx.org>), for tools that look
//! known faults up. `cargo xtask bundle` puts it beside the packages.
//!
//! The same sources give the same bytes: neither a time nor a number of its own is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{During, Failure, Result, output_of, root, target, ui};

/// A library.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    /// Its address in the form that all registries share: <https://github.com/package-url/purl-spec>.
    purl: String,
    name: String,
    version: String,
    licence: String,
    /// The hash of what the registry gives, with its algorithm.
    hash: Option<(&'static str, String)>,
}

/// Writes the list, and gives its path.
pub fn write() -> Result<PathBuf> {
    let lock = read(&root().join("Cargo.lock"))?;
    let mut parts = crates(&tree()?, &checksums(&lock));
    parts.extend(packages(&read(&ui().join("package-lock.json"))?));
    let folder = target().join("parts");
    fs::create_dir_all(&folder).during(format_args!("make {}", folder.display()))?;
    let file = folder.join(format!("undersigned-{}.cdx.json", env!("CARGO_PKG_VERSION")));
    fs::write(&file, json(&parts)).during(format_args!("write {}", file.display()))?;
    println!("xtask: {} parts in {}", parts.len(), file.display());
    Ok(file)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).during(format_args!("read {}", file.display()))
}

/// What the app is linked from on this computer's kind of system, as `cargo tree` says it.
fn tree() -> Result<String> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        "undersigned",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
    ];
    output_of("cargo", &arguments).ok_or_else(|| Failure::new("cargo tree gave nothing"))
}

/// The checksums in `Cargo.lock`, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let field = |key: &str| {
            let line = package
                .lines()
                .find(|line| line.starts_with(&format!("{key} = ")))?;
            Some(line.split_once('"')?.1.trim_end_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(checksum)) =
            (field("name"), field("version"), field("checksum"))
        {
            found.insert((name, version), checksum);
        }
    }
    found
}

/// The crates in the lines of `cargo tree`: `serde v1.0.2 (*)`, a tab, the licence. Our own are not listed.
fn crates(tree: &str, checksums: &BTreeMap<(String, String), String>) -> BTreeSet<Part> {
    let of = |line: &str| {
        let (package, licence) = line.split_once('\t')?;
        let mut words = package.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let checksum = checksums.get(&(name.to_owned(), version.to_owned()))?;
        Some(Part {
            purl: format!("pkg:cargo/{name}@{version}"),
            name: name.to_owned(),
            version: version.to_owned(),
            // Older crates write a bar for "or".
            licence: licence.trim_end_matches(" (*)").replace('/', " OR "),
            hash: Some(("SHA-256", checksum.clone())),
        })
    };
    tree.lines().filter_map(of).collect()
}

/// The packages in `package-lock.json` that are in the page itself, not only used to build it. npm writes one field a line.
fn packages(lock: &str) -> BTreeSet<Part> {
    let mut parts = BTreeSet::new();
    for package in lock.split("\n    \"node_modules/").skip(1) {
        let package = package.split("\n    }").next().unwrap_or_default();
        let field = |key: &str| {
            let line = package
                .lines()
                .find(|line| line.starts_with(&format!("      \"{key}\": ")))?;
            Some(line.split_once("\": ")?.1.trim_matches([',', '"']).to_owned())
        };
        let path = package.split('"').next().unwrap_or_default();
        // A package within another has that one's path before its own.
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        if field("dev").is_some() {
            continue;
        }
        let Some(version) = field("version") else { continue };
        parts.insert(Part {
            purl: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
            name: name.to_owned(),
            licence: field("license").unwrap_or_default(),
            hash: field("integrity")
                .and_then(|text| Some(("SHA-512", hexadecimal(text.strip_prefix("sha512-")?)?))),
            version,
        });
    }
    parts
}

/// Base64 (RFC 4648) as hexadecimal numbers.
fn hexadecimal(base64: &str) -> Option<String> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut text) = (0u32, 0, String::new());
    for byte in base64.trim_end_matches('=').bytes() {
        bits = bits << 6 | DIGITS.iter().position(|digit| *digit == byte)? as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            write!(text, "{:02x}", bits >> count & 0xFF).ok()?;
        }
    }
    Some(text)
}

fn json(parts: &BTreeSet<Part>) -> String {
    let mut components: Vec<String> = Vec::new();
    for part in parts {
        let mut text = format!(
            "    {{ \"type\": \"library\", \"bom-ref\": {0}, \"purl\": {0}, \"name\": {1}, \"version\": {2}",
            quoted(&part.purl),
            quoted(&part.name),
            quoted(&part.version)
        );
        if !part.licence.is_empty() {
            text += &format!(
                ", \"licenses\": [{{ \"expression\": {} }}]",
                quoted(&part.licence)
            );
        }
        if let Some((algorithm, hash)) = &part.hash {
            text += &format!(
                ", \"hashes\": [{{ \"alg\": {}, \"content\": {} }}]",
                quoted(algorithm),
                quoted(hash)
            );
        }
        components.push(text + " }");
    }
    format!(
        "{{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.5\",\n  \"version\": 1,\n  \"metadata\": {{ \"component\": {{ \
         \"type\": \"application\", \"bom-ref\": \"undersigned\", \"name\": \"Undersigned\", \"version\": {}, \
         \"licenses\": [{{ \"expression\": \"MIT OR Apache-2.0\" }}] }} }},\n  \"components\": [\n{}\n  ]\n}}\n",
        quoted(env!("CARGO_PKG_VERSION")),
        components.join(",\n")
    )
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_have_their_checksums_and_ours_are_not_among_them() {
        let lock = "[[package]]\nname = \"serde\"\nversion = \"1.0.2\"\nsource = \"registry\"\nchecksum = \"ab12\"\n\n\
                    [[package]]\nname = \"undersigned\"\nversion = \"0.1.0\"\n";
        let tree = "undersigned v0.1.0 (/x)\tMIT OR Apache-2.0\nserde v1.0.2\tMIT/Apache-2.0\nserde v1.0.2\tMIT/Apache-2.0 (*)\n";
        let parts = crates(tree, &checksums(lock));
        assert_eq!(parts.len(), 1);
        let part = parts.first().unwrap();
        assert_eq!(
            (part.purl.as_str(), part.licence.as_str()),
            ("pkg:cargo/serde@1.0.2", "MIT OR Apache-2.0")
        );
        assert_eq!(part.hash, Some(("SHA-256", "ab12".to_owned())));
    }

    #[test]
    fn packages_that_only_build_the_page_are_not_listed() {
        let lock = "{\n  \"packages\": {\n    \"node_modules/@fluent/bundle\": {\n      \"version\": \"0.19.1\",\n      \
                    \"integrity\": \"sha512-AP8Q\",\n      \"license\": \"Apache-2.0\",\n      \"dependencies\": {\n        \
                    \"version\": \"^1\"\n      }\n    },\n    \"node_modules/vite\": {\n      \"version\": \"8.0.0\",\n      \"dev\": true\n    }\n  }\n}\n";
        let parts = packages(lock);
        assert_eq!(parts.len(), 1);
        let part = parts.first().unwrap();
        assert_eq!(part.purl, "pkg:npm/%40fluent/bundle@0.19.1");
        assert_eq!(part.hash, Some(("SHA-512", "00ff10".to_owned())));
        assert_eq!(part.licence, "Apache-2.0");
    }

    #[test]
    fn the_list_is_one_document() {
        let part = Part {
            purl: "pkg:cargo/a@1.0.0".to_owned(),
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            licence: String::new(),
            hash: None,
        };
        let text = json(&BTreeSet::from([part]));
        assert!(
            text.contains("\"bomFormat\": \"CycloneDX\"") && text.contains("\"purl\": \"pkg:cargo/a@1.0.0\"")
        );
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }
}
