//! Files beside the coalition: who may read them, and how one is written so that a full disk or a kill leaves the old one
//! or the new one, never half of it.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::messages::Message;

mod in_use;

pub use in_use::{EXTENSION, FileNumber, InUse, is_same_file};

/// Writes a file whole: into a new one beside it, synced, which then takes its name. What stood there before is replaced
/// and keeps its mode; a new file is its owner's alone.
///
/// # Errors
/// That the folder is not there or can't be written, the disk is full, or the name is a coalition's. Then what stood there is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    Pending::write(path, bytes)?.put_in_place()
}

/// A file that is written and synced, and takes its name when that is wished; until then what stands there is as it was.
pub struct Pending {
    path: PathBuf,
    content: Content,
}

enum Content {
    /// Written beside it.
    Beside(Part),
    /// For what is no file, such as `/dev/null`, which is written to as it is.
    Kept(Vec<u8>),
}

impl Pending {
    /// Writes all of it beside the path.
    ///
    /// # Errors
    /// That the folder is not there or can't be written, the disk is full, or the name is a coalition's.
    pub fn write(path: &Path, bytes: &[u8]) -> Result<Self> {
        let folder = folder_of(path);
        if !folder.exists() {
            let folder = folder.display().to_string();
            return Err(Error::rule(
                Message::new("error-folder-missing").text("folder", folder),
            ));
        }
        // A link keeps leading where it leads.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        in_use::refuse_coalition(&path)?;
        let before = std::fs::metadata(&path).ok();
        if before.as_ref().is_some_and(|file| !file.is_file()) {
            let content = Content::Kept(bytes.to_vec());
            return Ok(Self { path, content });
        }
        let part = Part::beside(&path)?;
        part.write(bytes)
            .and_then(|()| match &before {
                Some(before) if before.permissions().readonly() => {
                    Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied))
                }
                Some(before) => std::fs::set_permissions(&part.path, before.permissions()),
                None => Ok(()),
            })
            .map_err(|error| Error::file(&path, error))?;
        let content = Content::Beside(part);
        Ok(Self { path, content })
    }

    /// Gives it its name, in place of what stands there.
    ///
    /// # Errors
    /// What the system says of it.
    pub fn put_in_place(self) -> Result<()> {
        match self.content {
            Content::Beside(part) => part.replace(&self.path),
            Content::Kept(bytes) => {
                std::fs::write(&self.path, bytes).map_err(|error| Error::file(&self.path, error))
            }
        }
    }
}

/// What stands behind the name of a file while it is being written: nobody else's files end so.
pub const PART: &str = ".undersigned-part";

/// A file of its own beside another, removed when it is dropped unless it was renamed.
pub struct Part {
    /// Where it is written until it is whole.
    pub path: PathBuf,
}

impl Part {
    /// Makes an empty one that is its owner's alone, in place of one that a kill left.
    pub fn beside(path: &Path) -> Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push(PART);
        let part = PathBuf::from(name);
        remove_with_journal(&part);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options);
        options.open(&part).map_err(|error| Error::file(path, error))?;
        Ok(Self { path: part })
    }

    /// Writes to it, and waits until the disk has it.
    pub fn write(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// Makes sure that what was written to it by its path is on the disk.
    pub fn sync(&self) -> std::io::Result<()> {
        OpenOptions::new().write(true).open(&self.path)?.sync_all()
    }

    /// Gives it a name, and writes over nothing that stands there.
    ///
    /// # Errors
    /// [`Error::FileExists`], also when something came to stand there meanwhile.
    pub fn put_in_place(&self, to: &Path) -> Result<()> {
        match std::fs::hard_link(&self.path, to) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(Error::FileExists(to.to_path_buf()));
            }
            // Some file systems have no links.
            Err(_) => std::fs::rename(&self.path, to).map_err(|error| Error::file(to, error))?,
        }
        sync_folder(to);
        Ok(())
    }

    /// Gives it a name in place of what stands there.
    pub fn replace(&self, to: &Path) -> Result<()> {
        std::fs::rename(&self.path, to).map_err(|error| Error::file(to, error))?;
        sync_folder(to);
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        remove_with_journal(&self.path);
    }
}

/// Removes what a kill left of a file that was being written.
pub fn remove_left_over(path: &Path) {
    let mut name = path.as_os_str().to_owned();
    name.push(PART);
    remove_with_journal(Path::new(&name));
}

/// Removes a file, and the journal or log that SQLite leaves beside one that it could not finish.
fn remove_with_journal(path: &Path) {
    for end in ["", "-journal", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// The folder that a path lies in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the names in a folder last. Best effort: some file systems can't sync a folder, and the file itself is synced.
fn sync_folder(of: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder_of(of)).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = (of, File::open::<&Path>);
}

/// Makes a folder, and those above it, that only its owner can look into. One that is there stays as it is.
///
/// # Errors
/// What the system says of it.
pub fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Error::file(folder, error))
}

/// Makes a folder of the program's own, and takes it out of others' reach when something else made it first.
///
/// # Errors
/// What the system says of it.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    make_folder(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
            .map_err(|error| Error::file(folder, error))?;
    }
    Ok(())
}

/// A private folder beside a file, for work that needs more than one file. Dropping it removes it with its contents.
pub struct PrivateFolder {
    /// Where it is.
    pub path: PathBuf,
}

impl PrivateFolder {
    /// Makes one. A kill leaves it behind; the next call for the same file by the same process id replaces it.
    ///
    /// # Errors
    /// What the system says of it.
    pub fn beside(file: &Path) -> Result<Self> {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".work-{}", std::process::id()));
        let path = PathBuf::from(name);
        let _ = std::fs::remove_dir_all(&path);
        make_private_folder(&path)?;
        Ok(Self { path })
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// A file made with these options is its owner's alone.
pub fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    #[cfg(unix)]
    fn a_new_file_is_private_and_one_that_is_replaced_keeps_its_mode_and_its_link() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("block.txt");
        write_whole(&path, b"one").unwrap();
        assert_eq!(mode(&path), 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let link = folder.path().join("link.txt");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_whole(&link, b"two").unwrap();
        assert_eq!(
            (std::fs::read(&path).unwrap().as_slice(), mode(&path)),
            (&b"two"[..], 0o644)
        );
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_can_not_be_written_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none/block.txt");
        assert!(write_whole(&missing, b"x").is_err());
        // A device is written to as it is, and says itself that it is full.
        assert!(matches!(
            write_whole(Path::new("/dev/full"), b"x"),
            Err(Error::DiskFull)
        ));
    }

    #[test]
    fn a_part_is_gone_unless_it_got_a_name_and_takes_no_name_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy");
        // What a kill left is in nobody's way.
        std::fs::write(folder.path().join(format!("copy{PART}")), "half").unwrap();
        let part = Part::beside(&path).unwrap();
        part.put_in_place(&path).unwrap();
        assert!(matches!(part.put_in_place(&path), Err(Error::FileExists(_))));
        drop(part);
        let mut left: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["copy"]);
    }
}
