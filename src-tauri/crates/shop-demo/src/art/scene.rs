//! What stands around the object: the wall, one large calm shape, the table, a few small touches.
//! It never competes with the object, so it uses only the two palest colours and one accent.

use super::{
    canvas::Canvas,
    shape::{block, leaf, oval},
};

/// Draws everything that lies behind the object.
pub(super) fn backdrop(c: &mut Canvas) {
    let colors = c.colors;
    c.flat("M-9 -9L649 -9L649 649L-9 649Z", colors.ground);
    let (x, y) = (c.between(250.0, 390.0), c.between(250.0, 320.0));
    let size = c.between(195.0, 240.0);
    let lean = c.between(-40.0, 40.0);
    match c.choice(6) {
        0 => c.flat(&oval(x, y, size, size), colors.shape),
        1 => c.flat(&puddle(x, y, size, lean), colors.shape),
        2 => c.flat(&arch(x, size * 0.86), colors.shape),
        3 => {
            c.flat(&oval(x - 80.0, y, size * 0.8, size * 0.8), colors.shape);
            c.flat(&oval(x + 130.0, y - 40.0, size * 0.55, size * 0.55), "#ffffff4d");
        }
        4 => {
            c.flat("M-9 330C120 250 230 300 330 320S540 260 649 300L649 649L-9 649Z", colors.shape);
            c.flat(&oval(x - 120.0, 150.0, 62.0, 62.0), "#ffffff80");
        }
        _ => {
            let tilt = c.between(-9.0, 9.0);
            c.placed(320.0, 310.0, tilt, 1.0, |c| {
                c.flat(&block(-size, -size, size * 2.0, size * 2.0, 70.0), colors.shape);
            });
        }
    }
    table(c);
    touches(c);
}

fn table(c: &mut Canvas) {
    match c.choice(3) {
        0 => c.flat("M-9 474Q320 458 649 474L649 649L-9 649Z", "#ffffff66"),
        1 => c.flat(&oval(320.0, 530.0, 265.0, 58.0), "#ffffff66"),
        _ => {}
    }
}

/// Two to four small marks in the upper corners, where no object reaches.
fn touches(c: &mut Canvas) {
    const PLACES: [(f32, f32); 6] =
        [(96.0, 120.0), (540.0, 112.0), (72.0, 300.0), (572.0, 270.0), (180.0, 70.0), (470.0, 64.0)];
    let kind = c.choice(5);
    let first = c.choice(PLACES.len());
    for step in 0..2 + c.choice(3) {
        let (x, y) = PLACES[(first + step * 5) % PLACES.len()];
        let (x, y, turn) = (x + c.between(-16.0, 16.0), y + c.between(-16.0, 16.0), c.between(-40.0, 40.0));
        let scale = c.between(0.7, 1.2);
        c.placed(x, y, turn, scale, |c| touch(c, kind));
    }
}

fn touch(c: &mut Canvas, kind: usize) {
    let colors = c.colors;
    match kind {
        0 => c.flat("M0 -24Q4 -4 24 0Q4 4 0 24Q-4 4 -24 0Q-4 -4 0 -24Z", "#ffffffb3"),
        1 => {
            c.flat(&leaf(0.0, 20.0, -26.0, -30.0), colors.shape);
            c.flat(&leaf(0.0, 20.0, 22.0, -40.0), colors.shape);
        }
        2 => c.flat(&oval(0.0, 0.0, 11.0, 11.0), colors.accent),
        3 => c.line("M-16 0L16 0M0 -16L0 16", "#ffffffb3", 6.0),
        _ => c.line("M-22 0Q-11 -14 0 0T22 0", colors.shape, 7.0),
    }
}

fn puddle(x: f32, y: f32, r: f32, lean: f32) -> String {
    let (left, right, top, bottom) = (x - r, x + r, y - r * 0.9, y + r * 0.9);
    format!(
        "M{left} {y}C{left} {} {} {top} {} {top}S{right} {} {right} {}S{} {bottom} {} {bottom}S{left} {} {left} {y}Z",
        y - r * 0.6,
        x - r * 0.6 + lean,
        x + lean,
        y - r * 0.3,
        y + lean,
        x + r * 0.4,
        x - lean,
        y + r * 0.5
    )
}

fn arch(x: f32, half: f32) -> String {
    let (left, right) = (x - half, x + half);
    format!("M{left} 520L{left} 300C{left} 40 {right} 40 {right} 300L{right} 520Z")
}
