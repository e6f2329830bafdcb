//! The layer itself. It stands before the system's own VFS, forwards every call, and looks only at the pages of main database files.

use std::ffi::{c_char, c_int, c_void};
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, Ordering};

use rusqlite::ffi::{
    SQLITE_IOCAP_SUBPAGE_READ, SQLITE_IOERR, SQLITE_IOERR_DATA, SQLITE_NOTFOUND, SQLITE_OK,
    SQLITE_OPEN_MAIN_DB, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find,
    sqlite3_vfs_register,
};

use super::{is_sound, page_size, sum};

/// Operations of ours on a file. SQLite's own numbers are below 100 (<https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html>).
pub(super) const BEGIN: c_int = 0x554E_4401;
pub(super) const IGNORE: c_int = 0x554E_4402;

/// What SQLite takes for an open file. The system's own file lies in memory behind it.
#[repr(C)]
struct File {
    /// First, as SQLite wants it.
    base: sqlite3_file,
    /// The size of a page, in bytes; 0 for a file without checksums.
    page: usize,
    /// Whether pages are read as they are.
    ignored: bool,
}

/// How far the system's own file lies behind ours.
const REAL_AT: usize = size_of::<File>().next_multiple_of(16);

/// The VFS that was there before.
static BASE: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(null_mut());

/// Makes the layer the one that every connection uses which is opened from now on. Doing it again does nothing.
///
/// # Errors
/// SQLite's code.
pub fn install() -> rusqlite::Result<()> {
    static INSTALLED: OnceLock<c_int> = OnceLock::new();
    let code = *INSTALLED.get_or_init(|| {
        // SAFETY: a null name asks for the default VFS, which SQLite keeps for as long as the program runs.
        let base = unsafe { sqlite3_vfs_find(std::ptr::null()) };
        if base.is_null() {
            return SQLITE_IOERR;
        }
        BASE.store(base, Ordering::Release);
        // SAFETY: `base` is a VFS that SQLite registered. Its own functions read no more of a VFS than the fields that are copied here.
        let vfs = unsafe {
            sqlite3_vfs {
                szOsFile: (*base).szOsFile + REAL_AT as c_int,
                pNext: null_mut(),
                zName: c"checksums".as_ptr(),
                xOpen: Some(open),
                ..*base
            }
        };
        // It is registered for as long as the program runs.
        let vfs = Box::leak(Box::new(vfs));
        // SAFETY: it is never freed, and has a name that no other has.
        unsafe { sqlite3_vfs_register(vfs, 1) }
    });
    match code {
        SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(code),
            None,
        )),
    }
}

/// The methods of a file that can have a write-ahead log.
static METHODS: sqlite3_io_methods = methods(2);
/// And of one that can't: where the system's file has no shared memory.
static METHODS_WITHOUT_LOG: sqlite3_io_methods = methods(1);

const fn methods(version: c_int) -> sqlite3_io_methods {
    // Version 3 has memory-mapped pages, which nobody would compare.
    sqlite3_io_methods {
        iVersion: version,
        xClose: Some(close),
        xRead: Some(read),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        xFileSize: Some(file_size),
        xLock: Some(lock),
        xUnlock: Some(unlock),
        xCheckReservedLock: Some(check_reserved_lock),
        xFileControl: Some(file_control),
        xSectorSize: Some(sector_size),
        xDeviceCharacteristics: Some(device_characteristics),
        xShmMap: Some(shm_map),
        xShmLock: Some(shm_lock),
        xShmBarrier: Some(shm_barrier),
        xShmUnmap: Some(shm_unmap),
        xFetch: None,
        xUnfetch: None,
    }
}

/// The system's own file behind one of ours.
///
/// # Safety
/// `file` is one that [`open`] was given.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite allocated `szOsFile` bytes, which is REAL_AT more than the system's file takes.
    unsafe { file.cast::<u8>().add(REAL_AT).cast() }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let _ = vfs;
    let base = BASE.load(Ordering::Acquire);
    // SAFETY: `install` stored the VFS before this function could be called.
    let Some(base_open) = (unsafe { (*base).xOpen }) else {
        return SQLITE_IOERR;
    };
    if flags & SQLITE_OPEN_MAIN_DB == 0 {
        // SAFETY: the arguments are handed on as they came; the memory is larger than is needed.
        return unsafe { base_open(base, name, file, flags, out_flags) };
    }
    // SAFETY: see `real`; the memory in front of it is a `File`, which is written whole before anything reads it.
    unsafe {
        let code = base_open(base, name, real(file), flags, out_flags);
        let methods = (*real(file)).pMethods;
        let ours: *const sqlite3_io_methods = if methods.is_null() {
            // SQLite closes no file whose methods are null.
            std::ptr::null()
        } else if (*methods).iVersion >= 2 && (*methods).xShmMap.is_some() {
            &raw const METHODS
        } else {
            &raw const METHODS_WITHOUT_LOG
        };
        file.cast::<File>().write(File {
            base: sqlite3_file { pMethods: ours },
            page: 0,
            ignored: false,
        });
        code
    }
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    bytes: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite hands over a file of ours, which no other thread uses meanwhile, and room for so many bytes.
    unsafe {
        let real = real(file);
        let code = match (*(*real).pMethods).xRead {
            Some(read) => read(real, into, bytes, at),
            None => SQLITE_IOERR,
        };
        if code != SQLITE_OK {
            return code;
        }
        let state = &mut *file.cast::<File>();
        let content = std::slice::from_raw_parts(into.cast::<u8>(), usize::try_from(bytes).unwrap_or(0));
        state.note_header(content, at);
        if state.is_page(content, at) && !state.ignored && !is_sound(content) {
            return SQLITE_IOERR_DATA;
        }
        code
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    bytes: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: as in `read`. What is written is copied, because SQLite keeps it.
    unsafe {
        let real = real(file);
        let Some(write) = (*(*real).pMethods).xWrite else {
            return SQLITE_IOERR;
        };
        let state = &mut *file.cast::<File>();
        let content = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(bytes).unwrap_or(0));
        state.note_header(content, at);
        if !state.is_page(content, at) {
            return write(real, from, bytes, at);
        }
        let mut page = content.to_vec();
        let sum = sum(&page);
        let end = page.len() - sum.len();
        if let Some(place) = page.get_mut(end..) {
            place.copy_from_slice(&sum);
        }
        write(real, page.as_ptr().cast(), bytes, at)
    }
}

impl File {
    /// Learns from the first page whether there are checksums.
    fn note_header(&mut self, content: &[u8], at: sqlite3_int64) {
        if at == 0 && content.len() >= 100 && content.starts_with(super::MAGIC) {
            self.page = page_size(content).unwrap_or(0);
        }
    }

    fn is_page(&self, content: &[u8], at: sqlite3_int64) -> bool {
        self.page != 0
            && content.len() == self.page
            && usize::try_from(at).is_ok_and(|at| at % self.page == 0)
    }
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    // SAFETY: as in `read`; the argument of our own operations is one number.
    unsafe {
        let state = &mut *file.cast::<File>();
        match operation {
            BEGIN => {
                state.page = usize::try_from(*argument.cast::<c_int>()).unwrap_or(0);
                return SQLITE_OK;
            }
            IGNORE => {
                state.ignored = true;
                return SQLITE_OK;
            }
            _ => {}
        }
        let real = real(file);
        match (*(*real).pMethods).xFileControl {
            Some(control) => control(real, operation, argument),
            None => SQLITE_NOTFOUND,
        }
    }
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    // SAFETY: as in `read`.
    let of_system = unsafe {
        let real = real(file);
        (*(*real).pMethods)
            .xDeviceCharacteristics
            .map_or(0, |characteristics| characteristics(real))
    };
    // A part of a page has no checksum.
    of_system & !SQLITE_IOCAP_SUBPAGE_READ
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as in `read`.
    unsafe {
        let real = real(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}

/// A method that is the system's own.
macro_rules! forward {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $kind)*) -> c_int {
            // SAFETY: as in `read`; the arguments are handed on as they came.
            unsafe {
                let real = real(file);
                match (*(*real).pMethods).$method {
                    Some(method) => method(real $(, $argument)*),
                    None => SQLITE_IOERR,
                }
            }
        }
    )*};
}

forward! {
    close = xClose();
    truncate = xTruncate(size: sqlite3_int64);
    sync = xSync(flags: c_int);
    file_size = xFileSize(size: *mut sqlite3_int64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    check_reserved_lock = xCheckReservedLock(found: *mut c_int);
    sector_size = xSectorSize();
    shm_map = xShmMap(region: c_int, size: c_int, extend: c_int, place: *mut *mut c_void);
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int);
    shm_unmap = xShmUnmap(delete: c_int);
}
