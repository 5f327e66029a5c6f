//! Outlines that many motifs share, as SVG path data with absolute commands. Pure geometry: no
//! colour, no randomness; the canvas adds both.

/// An ellipse about `(x, y)`.
pub(super) fn oval(x: f32, y: f32, rx: f32, ry: f32) -> String {
    let (kx, ky) = (rx * 0.5523, ry * 0.5523);
    let (left, right, top, bottom) = (x - rx, x + rx, y - ry, y + ry);
    format!(
        "M{left} {y}C{left} {} {} {top} {x} {top}S{right} {} {right} {y}S{} {bottom} {x} {bottom}S{left} {} {left} {y}Z",
        y - ky,
        x - kx,
        y - ky,
        x + kx,
        y + ky
    )
}

/// A rectangle with corners rounded by `r`; `(x, y)` is its upper left corner.
pub(super) fn block(x: f32, y: f32, w: f32, h: f32, r: f32) -> String {
    let (right, bottom) = (x + w, y + h);
    let (near_x, far_x, near_y, far_y) = (x + r, right - r, y + r, bottom - r);
    format!(
        "M{near_x} {y}L{far_x} {y}Q{right} {y} {right} {near_y}L{right} {far_y}Q{right} {bottom} {far_x} {bottom}\
         L{near_x} {bottom}Q{x} {bottom} {x} {far_y}L{x} {near_y}Q{x} {y} {near_x} {y}Z"
    )
}

/// A vessel seen from the side, open at the top: half-widths at its rim and foot.
pub(super) fn vessel(top: f32, rim: f32, bottom: f32, foot: f32) -> String {
    let bend = top + (bottom - top) * 0.72;
    format!(
        "M{} {top}C{} {bend} {} {bottom} {} {bottom}L{} {bottom}C{} {bottom} {} {bend} {} {top}Z",
        320.0 - rim,
        320.0 - rim * 0.97,
        320.0 - foot * 1.3,
        320.0 - foot,
        320.0 + foot,
        320.0 + foot * 1.3,
        320.0 + rim * 0.97,
        320.0 + rim
    )
}

/// A straight-sided body, tapering from one half-width to another, its corners rounded by `r`.
pub(super) fn taper(top: f32, above: f32, bottom: f32, below: f32, r: f32) -> String {
    let (a, b) = (320.0 - above, 320.0 + above);
    let (c, d) = (320.0 - below, 320.0 + below);
    format!(
        "M{} {top}L{} {top}Q{b} {top} {b} {}L{d} {}Q{d} {bottom} {} {bottom}L{} {bottom}Q{c} {bottom} {c} {}L{a} {}Q{a} {top} {} {top}Z",
        a + r,
        b - r,
        top + r,
        bottom - r,
        d - r,
        c + r,
        bottom - r,
        top + r,
        a + r
    )
}

/// A leaf from its stalk `(x, y)` to a tip that lies `dx`, `dy` away.
pub(super) fn leaf(x: f32, y: f32, dx: f32, dy: f32) -> String {
    let (tip_x, tip_y) = (x + dx, y + dy);
    let (mid_x, mid_y) = (x + dx * 0.5, y + dy * 0.5);
    let (side_x, side_y) = (-dy * 0.42, dx * 0.42);
    format!(
        "M{x} {y}Q{} {} {tip_x} {tip_y}Q{} {} {x} {y}Z",
        mid_x + side_x,
        mid_y + side_y,
        mid_x - side_x,
        mid_y - side_y
    )
}
