//! Things to eat that grow or are baked: fruit, vegetables, bread, rice.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper},
};

pub(super) fn apple(c: &mut Canvas) {
    let skin = c.color(&[tone::RED, "#c9403f", "#dd6a4c", "#b9c25a"]);
    fruit(c, |c| {
        c.solid("M0 -92C-34 -118 -112 -104 -108 -18C-106 54 -52 100 -22 96Q0 88 22 96C52 100 106 54 108 -18C112 -104 34 -118 0 -92Z", skin);
        c.line("M0 -88Q-2 -116 12 -136", tone::WOOD_DEEP, 10.0);
        c.solid(&leaf(8.0, -112.0, 62.0, -26.0), tone::LEAF);
        c.gleam("M-76 -30Q-76 -66 -50 -76", 12.0);
    });
}

pub(super) fn persimmon(c: &mut Canvas) {
    let skin = c.color(&["#ef7f2f", "#e9702c", "#f29440"]);
    fruit(c, |c| {
        c.solid("M0 -84C-60 -96 -122 -70 -122 2C-122 66 -60 96 0 96C60 96 122 66 122 2C122 -70 60 -96 0 -84Z", skin);
        for (dx, dy) in [(-74.0, -8.0), (74.0, -8.0), (-34.0, 36.0), (34.0, 36.0)] {
            c.solid(&leaf(0.0, -82.0, dx, dy), tone::LEAF_DEEP);
        }
        c.line("M0 -84L4 -106", tone::WOOD_DEEP, 13.0);
        c.gleam("M-92 10Q-92 -26 -70 -40", 11.0);
    });
}

pub(super) fn tangerine(c: &mut Canvas) {
    let skin = c.color(&["#f5a02f", "#f39126", "#f7ae45"]);
    fruit(c, |c| {
        c.solid("M0 -78C-70 -88 -112 -40 -112 14C-112 74 -54 96 0 96C54 96 112 74 112 14C112 -40 70 -88 0 -78Z", skin);
        c.solid(&leaf(0.0, -78.0, 66.0, -34.0), tone::LEAF);
        c.solid(&leaf(0.0, -78.0, -50.0, -30.0), tone::LEAF_DEEP);
        for (x, y) in [(-30, 30), (10, 52), (40, 10), (-56, 0), (0, -10), (64, 44)] {
            c.line(&format!("M{x} {y}L{x} {y}"), "#00000017", 9.0);
        }
        c.gleam("M-84 4Q-82 -34 -54 -50", 11.0);
    });
}

/// One, two or three of a fruit, the ones behind first.
fn fruit(c: &mut Canvas, one: impl Fn(&mut Canvas)) {
    let layouts: [&[(f32, f32, f32)]; 3] = [
        &[(320.0, 340.0, 1.6)],
        &[(236.0, 380.0, 1.1), (414.0, 388.0, 1.14)],
        &[(320.0, 300.0, 1.0), (214.0, 404.0, 1.05), (428.0, 402.0, 1.05)],
    ];
    let layout = layouts[c.choice(3)];
    for &(x, y, scale) in layout {
        c.shadow(x, y + 96.0 * scale, 120.0 * scale);
    }
    for &(x, y, scale) in layout {
        let turn = c.between(-12.0, 12.0);
        c.placed(x, y, turn, scale, &one);
    }
}

pub(super) fn fruit_box(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 235.0);
    let skin = c.color(&[tone::RED, "#ef7f2f", "#f5a02f", "#b9c25a", "#e8a3b0"]);
    for (x, y) in [(250.0, 268.0), (396.0, 270.0), (178.0, 316.0), (322.0, 306.0), (464.0, 318.0)] {
        c.solid(&oval(x, y, 76.0, 72.0), skin);
        c.line(&format!("M{x} {}Q{} {} {} {}", y - 62.0, x + 4.0, y - 76.0, x + 14.0, y - 82.0), tone::WOOD_DEEP, 7.0);
        c.solid(&leaf(x, y - 62.0, 36.0, -16.0), tone::LEAF);
    }
    for (y, wood) in [(330.0, tone::WOOD), (388.0, "#d19f6c"), (446.0, tone::WOOD)] {
        c.solid(&block(104.0, y, 432.0, 52.0, 8.0), wood);
    }
    for x in [118.0, 490.0] {
        c.solid(&block(x, 322.0, 32.0, 182.0, 6.0), tone::WOOD_DEEP);
    }
    c.solid(&block(254.0, 372.0, 132.0, 84.0, 12.0), tone::PAPER);
    c.solid(&oval(320.0, 414.0, 24.0, 24.0), k.main);
}

pub(super) fn rice_sack(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 190.0);
    let sack = "M178 210Q164 360 158 470Q160 502 200 500L440 500Q480 502 482 470Q476 360 462 210Q320 226 178 210Z";
    c.solid(sack, tone::STRAW);
    c.flat("M169 312Q320 326 471 312L476 406Q320 420 164 406Z", k.main);
    c.solid("M178 214Q150 168 196 150Q320 170 444 150Q490 168 462 214Q320 232 178 214Z", "#d3ab6d");
    c.line("M186 206Q320 224 454 206", tone::WOOD_DEEP, 8.0);
    c.solid(&oval(320.0, 362.0, 62.0, 62.0), tone::PAPER);
    ear(c, 320.0, 406.0);
    for x in [216, 262, 386, 430] {
        c.line(&format!("M{x} 440L{} 486", x + 4), "#00000014", 6.0);
    }
}

/// An ear of grain standing on `(x, y)`.
fn ear(c: &mut Canvas, x: f32, y: f32) {
    c.line(&format!("M{x} {y}L{x} {}", y - 66.0), tone::LEAF_DEEP, 6.0);
    for step in 0..4u8 {
        let base = y - 22.0 - f32::from(step) * 15.0;
        c.flat(&leaf(x, base, 20.0, -20.0), tone::GOLD);
        c.flat(&leaf(x, base, -20.0, -20.0), tone::GOLD);
    }
}

pub(super) fn bread(c: &mut Canvas) {
    c.shadow(320.0, 496.0, 210.0);
    board(c, 470.0);
    c.solid("M140 470C96 420 104 300 200 276C270 232 380 232 442 276C536 300 544 420 500 470Z", tone::CRUST);
    let cuts = 3 + c.choice(2);
    for step in 0..cuts {
        let x = 206.0 + 228.0 / (cuts as f32 - 1.0) * step as f32;
        c.flat(&leaf(x - 30.0, 392.0, 66.0, -100.0), "#f5d9a6");
    }
    c.gleam("M146 388Q150 328 196 308", 11.0);
    c.flat("M150 462Q320 476 490 462L484 472L156 472Z", "#00000021");
}

/// A wooden board lying flat, its upper edge at `y`.
fn board(c: &mut Canvas, y: f32) {
    c.solid(&block(92.0, y, 456.0, 32.0, 15.0), tone::WOOD);
    c.line(&format!("M130 {}L300 {}", y + 15.0, y + 14.0), "#00000014", 5.0);
}

pub(super) fn roots(c: &mut Canvas) {
    let skin = c.color(&["#b5566a", "#c9974f", "#d9b06c", "#a8505f"]);
    c.shadow(320.0, 500.0, 220.0);
    for (x, y, turn, scale) in [(330.0, 330.0, -8.0, 0.95), (220.0, 424.0, 14.0, 1.0), (426.0, 426.0, -16.0, 1.05)] {
        let turn = turn + c.between(-6.0, 6.0);
        c.placed(x, y, turn, scale, |c| {
            c.solid(
                "M-150 6C-120 -70 -20 -92 60 -66C112 -50 150 -24 158 8C110 50 50 78 -30 72C-90 66 -130 40 -150 6Z",
                skin,
            );
            for (x, y) in [(-60, -20), (10, 20), (60, -26), (-20, 44)] {
                c.line(&format!("M{x} {y}Q{} {} {} {y}", x + 10, y + 5, x + 22), "#00000026", 5.0);
            }
            c.gleam("M-90 -26Q-50 -60 0 -62", 10.0);
        });
    }
}

pub(super) fn greens(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 150.0);
    for (index, dx) in [-150.0, 150.0, -96.0, 96.0, -40.0, 44.0, 0.0].into_iter().enumerate() {
        let height = -300.0 + f32::abs(dx) * 0.5 + c.between(-20.0, 20.0);
        let green = if index % 2 == 0 { tone::LEAF } else { tone::LEAF_DEEP };
        c.solid(&leaf(320.0 + dx * 0.2, 430.0, dx, height), green);
        c.line(&format!("M{} 430L{} {}", 320.0 + dx * 0.2, 320.0 + dx * 0.8, 430.0 + height * 0.7), "#ffffff66", 5.0);
    }
    c.solid(&taper(410.0, 62.0, 500.0, 46.0, 18.0), "#e9f0cf");
    c.solid(&block(246.0, 408.0, 148.0, 36.0, 14.0), k.main);
}

pub(super) fn eggs(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 235.0);
    let shell = c.color(&["#e8b98c", "#f3dcc0", "#dba678"]);
    for x in [170.0, 270.0, 370.0, 470.0] {
        let y = 372.0 + c.between(-10.0, 6.0);
        c.solid(
            &format!(
                "M{} {y}C{} {} {} {} {x} {}S{} {} {} {y}S{} {} {x} {}S{} {} {} {y}Z",
                x - 56.0,
                x - 56.0,
                y - 60.0,
                x - 30.0,
                y - 104.0,
                y - 104.0,
                x + 56.0,
                y - 60.0,
                x + 56.0,
                x + 30.0,
                y + 66.0,
                y + 66.0,
                x - 56.0,
                y + 40.0,
                x - 56.0
            ),
            shell,
        );
        c.gleam(&format!("M{} {}Q{} {} {} {}", x - 30.0, y - 30.0, x - 26.0, y - 58.0, x - 12.0, y - 70.0), 9.0);
    }
    c.solid("M96 390Q120 420 170 396Q220 430 270 396Q320 430 370 396Q420 430 470 396Q520 420 544 390L516 490Q512 504 494 504L146 504Q128 504 124 490Z", k.main);
    c.flat(&block(230.0, 432.0, 180.0, 44.0, 14.0), k.soft);
    c.line("M262 454L378 454", k.accent, 9.0);
}
