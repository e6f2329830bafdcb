//! What the store promises, tried on a coalition: derived rows follow every action, and undo and redo lose nothing.

mod derived;
mod journal;
