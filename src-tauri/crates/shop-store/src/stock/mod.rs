//! Stock levels and their movements.

mod history;
mod level;

pub(crate) use history::read_movement;
pub use history::{MovementRow, movements};
pub(crate) use level::read_level;
pub use level::{LevelChange, LevelRow, Units, adjust, create, keep_out, level, levels, restore, take};
