//! No picture of the program's memory on the disk: what is open in it is in there, a passphrase too.

/// Switches core dumps off for this process and those that it starts, and takes its memory out of the reach of other programs of the
/// same user where the system can. Best effort: a system that refuses goes on as it was. On Windows the system's error reports are the
/// user's to switch off; on macOS dumps are off unless somebody switched them on, which this undoes.
pub fn switch_off() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
