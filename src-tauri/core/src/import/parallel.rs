//! The same work for each of many, on as many processors as there are.

/// Fewer are not worth a thread.
const FEWEST: usize = 32;

/// More threads than this are no faster for pieces of a few hundred names.
const MOST_THREADS: usize = 8;

/// What `work` makes of each item, in their order.
pub(super) fn map<T: Sync, U: Send>(items: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(MOST_THREADS);
    if threads == 1 || items.len() < FEWEST {
        return items.iter().map(work).collect();
    }
    let share = items.len().div_ceil(threads);
    let work = &work;
    std::thread::scope(|scope| {
        let running: Vec<_> = items
            .chunks(share)
            .map(|some| (some, scope.spawn(|| some.iter().map(work).collect::<Vec<U>>())))
            .collect();
        let mut all = Vec::with_capacity(items.len());
        for (some, done) in running {
            match done.join() {
                Ok(done) => all.extend(done),
                // A thread that could not finish is no reason to lose its items.
                Err(_) => all.extend(some.iter().map(work)),
            }
        }
        all
    })
}
