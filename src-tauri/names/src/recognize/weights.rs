//! The weights of what `weigh.rs` measures, learned from labelled pairs.

use super::weigh::COUNT;

/// One weight for each of [`super::weigh::FEATURES`], in their order.
pub(super) const WEIGHTS: [f64; COUNT] = [
    -1.171, // always
    -0.047, // likeness
    -0.907, // likeness of the name with less left
    0.468,  // likeness of the name with more left
    1.032,  // proper words shared
    0.712,  // describing words shared
    0.591,  // places shared
    -0.153, // institution shared
    0.376,  // kind of body shared
    -0.021, // one left: little
    -0.234, // one left: company, group
    -1.039, // one left: kind of body
    -0.112, // one left: institution
    0.262,  // one left: unit
    0.000,  // one left: fund, foundation
    -0.846, // one left: describing
    0.769,  // one left: place
    -0.228, // one left: proper
    0.363,  // one left: acronym
    0.569,  // one left: at the end
    0.374,  // one left: at the beginning
    1.972,  // one left: behind a mark
    0.428,  // one left: words
    -0.168, // both left
    -0.333, // both left: company, group
    -0.496, // both left: kind of body
    -0.094, // both left: institution
    0.047,  // both left: unit
    0.000,  // both left: fund, foundation
    -0.192, // both left: describing
    0.534,  // both left: place
    0.634,  // both left: proper
    -0.153, // both left: words
    -0.244, // both left: difference in words
    1.043,  // both left: spelled alike
    -0.234, // both left: the same class
    -0.523, // both left: another kind of body
    0.847,  // languages differ
    -0.155, // languages differ, both left
    -0.070, // languages differ, proper words shared
    0.102,  // a language unknown, both left
    0.146,  // letters that slipped
    0.692,  // words that slipped
    2.371,  // initials
    0.224,  // written as one
    0.809,  // translated
    0.427,  // another order
    0.388,  // a single word
    0.615,  // cognates
    -0.078, // words paired
    0.185,  // the name has no kind of body, one left is one
];
