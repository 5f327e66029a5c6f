//! Stock: levels, what moves them, and the history of what did.

mod history;
mod level;

pub use history::{MovementRow, movements};
pub use level::{LevelChange, LevelRow, Units, adjust, create, level, levels, restore, take};
