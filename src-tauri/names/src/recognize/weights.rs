//! The weights of what `weigh.rs` measures, learned from labelled pairs.

use super::weigh::COUNT;

/// One weight for each of [`super::weigh::FEATURES`], in their order.
pub(super) const WEIGHTS: [f64; COUNT] = [
    -1.131, // always
    -0.316, // likeness
    -0.728, // likeness of the name with less left
    0.190,  // likeness of the name with more left
    1.151,  // proper words shared
    0.647,  // describing words shared
    0.478,  // places shared
    0.000,  // institution shared
    0.426,  // kind of body shared
    -0.280, // one left: little
    -0.043, // one left: company, group
    -0.879, // one left: kind of body
    0.286,  // one left: institution
    -0.191, // one left: unit
    0.000,  // one left: fund, foundation
    -0.619, // one left: describing
    0.443,  // one left: place
    -0.069, // one left: proper
    0.063,  // one left: acronym
    0.698,  // one left: at the end
    0.448,  // one left: at the beginning
    1.528,  // one left: behind a mark
    0.149,  // one left: words
    0.161,  // both left
    -0.609, // both left: company, group
    -0.484, // both left: kind of body
    -0.034, // both left: institution
    -0.191, // both left: unit
    0.000,  // both left: fund, foundation
    -0.222, // both left: describing
    0.485,  // both left: place
    0.569,  // both left: proper
    -0.137, // both left: words
    -0.210, // both left: difference in words
    0.928,  // both left: spelled alike
    -0.247, // both left: the same class
    -0.457, // both left: another kind of body
    0.899,  // languages differ
    -0.585, // languages differ, both left
    -0.100, // languages differ, proper words shared
    0.599,  // a language unknown, both left
    0.229,  // letters that slipped
    1.046,  // words that slipped
    1.280,  // initials
    0.284,  // written as one
    0.633,  // translated
    0.516,  // another order
    0.572,  // a single word
    0.482,  // cognates
    0.000,  // the rule says likely
    0.000,  // the rule says a part
    0.000,  // the rule says with its place
    0.199,  // the name has no kind of body, one left is one
];
