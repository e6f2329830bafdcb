//! Where a coalition must not be worked on: in a folder that another program copies to other computers, and on a network drive.
//!
//! A sync program copies a file while it is being written, and puts another computer's in its place; a network drive's locks can't
//! be relied on. Both have cost people their work.

use std::path::{Component, Path};

/// Who else writes to a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Dropbox.
    Dropbox,
    /// OneDrive.
    OneDrive,
    /// Google Drive.
    GoogleDrive,
    /// iCloud Drive.
    ICloud,
    /// Nextcloud or ownCloud.
    Nextcloud,
    /// Syncthing.
    Syncthing,
    /// Another that macOS shows under CloudStorage.
    Cloud,
    /// A drive on another computer.
    Network,
}

impl Shared {
    /// What people call it; None for a drive on the network, which has no name.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Dropbox => Some("Dropbox"),
            Self::OneDrive => Some("OneDrive"),
            Self::GoogleDrive => Some("Google Drive"),
            Self::ICloud => Some("iCloud"),
            Self::Nextcloud => Some("Nextcloud"),
            Self::Syncthing => Some("Syncthing"),
            Self::Cloud => Some("CloudStorage"),
            Self::Network => None,
        }
    }
}

/// What tells of a sync program when it lies in a folder, or one above.
const SIGNS: [(&str, Shared); 8] = [
    (".dropbox", Shared::Dropbox),
    (".dropbox.cache", Shared::Dropbox),
    (".stfolder", Shared::Syncthing),
    (".stversions", Shared::Syncthing),
    (".owncloudsync.log", Shared::Nextcloud),
    (".nextcloudsync.log", Shared::Nextcloud),
    (".tmp.drivedownload", Shared::GoogleDrive),
    (".shortcut-targets-by-id", Shared::GoogleDrive),
];

/// What tells of one in the path itself, as systems name these folders.
const NAMES: [(&str, Shared); 6] = [
    ("Mobile Documents", Shared::ICloud),
    ("iCloudDrive", Shared::ICloud),
    ("OneDrive", Shared::OneDrive),
    ("GoogleDrive", Shared::GoogleDrive),
    ("Google Drive", Shared::GoogleDrive),
    ("CloudStorage", Shared::Cloud),
];

/// Kinds of file systems that lie on another computer.
const NETWORK: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "9p",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.rclone",
];

/// Who else writes to the folder of a file; None when nobody is known to.
pub fn shared_by(file: &Path) -> Option<Shared> {
    let folder = crate::files::folder_of(file);
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let variables = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"].map(std::env::var_os);
    let roots = variables.iter().flatten().map(Path::new);
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    by_path(&folder, roots)
        .or_else(|| by_signs(&folder))
        .or_else(|| by_mount(&folder, &mounts))
}

fn by_path<'p>(folder: &Path, mut onedrive: impl Iterator<Item = &'p Path>) -> Option<Shared> {
    if onedrive.any(|root| !root.as_os_str().is_empty() && folder.starts_with(root)) {
        return Some(Shared::OneDrive);
    }
    let mut found = None;
    for component in folder.components() {
        let Component::Normal(name) = component else {
            continue;
        };
        let name = name.to_string_lossy();
        // "OneDrive - Cedar Choir", "GoogleDrive-somebody@example.org": the program's name and more.
        let is_it = |sign: &str| {
            name.strip_prefix(sign)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']))
        };
        if let Some((_, shared)) = NAMES.iter().find(|(sign, _)| is_it(sign)) {
            found = Some(*shared);
        }
    }
    found
}

fn by_signs(folder: &Path) -> Option<Shared> {
    for folder in folder.ancestors() {
        if let Some((_, shared)) = SIGNS.iter().find(|(sign, _)| folder.join(sign).exists()) {
            return Some(*shared);
        }
        let databases = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .take(5_000)
            .any(|entry| {
                let name = entry.file_name();
                let name = name.to_string_lossy();
                (name.starts_with(".sync_") || name.starts_with("._sync_")) && name.ends_with(".db")
            });
        if databases {
            return Some(Shared::Nextcloud);
        }
    }
    None
}

/// By the kind of file system that a folder lies on: a line of `/proc/self/mountinfo` has the place as its fifth word, and the kind
/// behind a lone dash (proc(5)).
fn by_mount(folder: &Path, mounts: &str) -> Option<Shared> {
    let mounted = mounts.lines().filter_map(|line| {
        let place = line.split(' ').nth(4)?.replace("\\040", " ");
        let kind = line.split_once(" - ")?.1.split(' ').next()?;
        folder.starts_with(&place).then_some((place.len(), kind))
    });
    let (_, kind) = mounted.max_by_key(|(length, _)| *length)?;
    NETWORK.contains(&kind).then_some(Shared::Network)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_synced_folder_is_told_by_its_name() {
        let by = |path: &str| by_path(Path::new(path), [Path::new("/home/ana/Cloud")].into_iter());
        assert_eq!(
            by("/home/ana/OneDrive - Cedar Choir/letters"),
            Some(Shared::OneDrive)
        );
        assert_eq!(by("/home/ana/Cloud/letters"), Some(Shared::OneDrive));
        assert_eq!(by("/Users/ana/Library/CloudStorage/Box-Box"), Some(Shared::Cloud));
        assert_eq!(
            by("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive"),
            Some(Shared::GoogleDrive)
        );
        assert_eq!(
            by("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs"),
            Some(Shared::ICloud)
        );
        assert_eq!(by("/home/ana/OneDriveless/letters"), None);
        assert_eq!(by("/home/ana/Documents"), None);
    }

    #[test]
    fn a_synced_folder_is_told_by_what_lies_in_it_or_above_it() {
        for (sign, shared) in [
            (".stfolder", Shared::Syncthing),
            (".sync_6f1c.db", Shared::Nextcloud),
            (".dropbox.cache", Shared::Dropbox),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let below = folder.path().join("a/b");
            std::fs::create_dir_all(&below).unwrap();
            assert_eq!(by_signs(&below), None);
            std::fs::write(folder.path().join(sign), "").unwrap();
            assert_eq!(by_signs(&below), Some(shared), "{sign}");
            assert_eq!(shared_by(&below.join("x.undersigned")), Some(shared), "{sign}");
        }
    }

    #[test]
    fn a_drive_on_another_computer_is_told_by_its_kind() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
            40 22 0:50 / /mnt/the\\040share rw - nfs4 host:/x rw\n\
            41 40 0:51 / /mnt/the\\040share/local rw - ext4 /dev/sdb rw\n";
        let by = |path: &str| by_mount(Path::new(path), mounts);
        assert_eq!(by("/home/ana"), None);
        assert_eq!(by("/mnt/the share/letters"), Some(Shared::Network));
        assert_eq!(by("/mnt/the share/local"), None);
        assert_eq!(by_mount(Path::new("/home"), ""), None);
    }
}
