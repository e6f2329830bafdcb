//! Which thread goes first where there are fewer processors than work.

/// Lowers the priority of the calling thread and of those that it starts, for good: it can't be raised again without a right that programs
/// do not have. Does nothing where the system knows no priority of a single thread (on macOS the call would be for the whole process).
pub fn lower() {
    #[cfg(target_os = "linux")]
    {
        // setpriority(2): on Linux the nice value is each thread's own, and no process is the calling thread.
        let _ = rustix::process::setpriority_process(None, NICE);
    }
}

/// The value that `nice` takes when it is given none.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::getpriority_process;

    #[test]
    fn only_the_thread_that_asks_and_those_it_starts_give_way() {
        let before = getpriority_process(None).unwrap();
        let lowered = std::thread::spawn(|| {
            super::lower();
            let started = std::thread::spawn(|| getpriority_process(None).unwrap());
            (getpriority_process(None).unwrap(), started.join().unwrap())
        });
        let (own, started) = lowered.join().unwrap();
        assert!(own >= super::NICE && started == own, "{own} {started}");
        assert_eq!(getpriority_process(None).unwrap(), before);
    }
}
