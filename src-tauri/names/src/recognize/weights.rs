//! The weights of what `weigh.rs` measures, learned from labelled pairs.

use super::weigh::COUNT;

/// One weight for each of [`super::weigh::FEATURES`], in their order.
pub(super) const WEIGHTS: [f64; COUNT] = [
    -1.285, // always
    0.593,  // likeness
    -1.298, // likeness of the name with less left
    1.412,  // likeness of the name with more left
    0.701,  // proper words shared
    0.092,  // describing words shared
    0.421,  // places shared
    -0.268, // institution shared
    -0.176, // kind of body shared
    -0.223, // one left: little
    -0.185, // one left: company, group
    -0.857, // one left: kind of body
    -0.500, // one left: institution
    0.436,  // one left: unit
    0.000,  // one left: fund, foundation
    -0.839, // one left: describing
    -0.015, // one left: place
    -0.347, // one left: proper
    0.665,  // one left: acronym
    0.317,  // one left: at the end
    0.419,  // one left: at the beginning
    1.725,  // one left: behind a mark
    0.369,  // one left: words
    -0.246, // both left
    -0.578, // both left: company, group
    -0.117, // both left: kind of body
    0.078,  // both left: institution
    0.192,  // both left: unit
    0.000,  // both left: fund, foundation
    0.137,  // both left: describing
    -0.708, // both left: place
    0.578,  // both left: proper
    -0.750, // both left: words
    0.173,  // both left: difference in words
    2.883,  // both left: spelled alike
    -0.411, // both left: the same class
    0.024,  // both left: another kind of body
    -0.344, // languages differ
    0.279,  // languages differ, both left
    0.782,  // languages differ, proper words shared
    0.353,  // a language unknown, both left
    -1.387, // letters that slipped
    0.020,  // words that slipped
    0.496,  // initials
    0.199,  // written as one
    -0.064, // translated
    -0.189, // another order
    0.662,  // a single word
    -0.316, // cognates
    0.127,  // words paired
    0.191,  // the name has no kind of body, one left is one
];
