//! Names for benchmarks.

/// Plainly invented names that differ as real ones do: by place, kind and topic.
pub fn name(number: usize) -> String {
    const PLACES: [&str; 25] = [
        "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood", "Juniper",
        "Katsura", "Larch", "Maple", "Nutmeg", "Oak", "Pine", "Quince", "Rowan", "Spruce", "Tupelo", "Umbra",
        "Viburnum", "Willow", "Yew", "Zelkova",
    ];
    const GROUNDS: [&str; 20] = [
        "Valley", "Creek", "Hollow", "Ridge", "Harbor", "Prairie", "Crossing", "Bluff", "Meadow", "Landing",
        "Point", "Grove", "Mills", "Springs", "Falls", "Bend", "Heights", "Lake", "Bay", "Shore",
    ];
    const KINDS: [&str; 20] = [
        "Neighbors United",
        "Interfaith Council",
        "Tenants Union",
        "Women’s Association, Inc.",
        "Legal Aid",
        "Justice Network",
        "Farmworkers Alliance",
        "Youth Project",
        "Health Coalition",
        "Civil Rights Committee",
        "Immigrant Center",
        "Teachers Federation",
        "Disability Rights League",
        "Community Foundation",
        "Housing Partners",
        "Food Bank",
        "Arts Collective",
        "Veterans for Peace",
        "Students Assembly",
        "Friends Meeting",
    ];
    let (place, rest) = (number % PLACES.len(), number / PLACES.len());
    let (ground, rest) = (rest % GROUNDS.len(), rest / GROUNDS.len());
    let (kind, chapter) = (rest % KINDS.len(), rest / KINDS.len());
    let branch = if chapter == 0 {
        String::new()
    } else {
        format!(" - Local {chapter}")
    };
    format!("{} {} {}{branch}", PLACES[place], GROUNDS[ground], KINDS[kind])
}

pub fn names(count: usize) -> Vec<String> {
    (0..count).map(name).collect()
}
