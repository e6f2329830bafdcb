//! How much memory this process has and had, by its own account, in megabytes; 0 where the system does not say.

/// What it has now.
#[allow(dead_code, reason = "not every benchmark asks")]
pub fn now() -> u64 {
    megabytes("VmRSS:")
}

/// The most that it had since the last [`forget`].
pub fn peak() -> u64 {
    megabytes("VmHWM:")
}

/// Lets the account of the most begin anew. Linux, proc(5): clear_refs, 5.
pub fn forget() {
    // Where there is no such file, there is no account either.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

fn megabytes(label: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(label));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
