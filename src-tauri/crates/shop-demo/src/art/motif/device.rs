//! Things with a plug or a battery.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, oval, taper},
};

pub(super) fn fan(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 130.0);
    c.solid("M300 400L340 400L346 490L294 490Z", k.deep);
    c.solid(&taper(478.0, 92.0, 508.0, 112.0, 14.0), k.deep);
    c.solid(&oval(320.0, 256.0, 186.0, 184.0), k.soft);
    c.flat(&oval(320.0, 256.0, 164.0, 162.0), k.shape);
    let start = c.between(0.0, 90.0);
    for blade in 0..4u8 {
        c.placed(320.0, 256.0, start + 90.0 * f32::from(blade), 1.0, |c| {
            c.solid("M0 -10C-30 -80 -10 -150 46 -146C96 -130 60 -50 0 -10Z", k.main);
        });
    }
    for r in [60.0, 112.0, 160.0] {
        c.line(&oval(320.0, 256.0, r, r), "#ffffff99", 4.0);
    }
    c.solid(&oval(320.0, 256.0, 34.0, 34.0), k.accent);
}

pub(super) fn speaker(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 150.0);
    c.line("M266 116Q266 76 320 76Q374 76 374 116", k.deep, 15.0);
    c.solid(&block(178.0, 108.0, 284.0, 396.0, 60.0), k.main);
    for (y, r) in [(204.0, 56.0), (370.0, 104.0)] {
        c.solid(&oval(320.0, y, r, r), k.soft);
        c.solid(&oval(320.0, y, r * 0.78, r * 0.78), k.deep);
        c.solid(&oval(320.0, y, r * 0.32, r * 0.32), k.accent);
    }
    c.gleam("M202 180L202 420", 12.0);
}

pub(super) fn radio(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 220.0);
    c.line("M440 230L520 96", tone::STEEL_DEEP, 9.0);
    c.line("M190 236Q190 164 260 164L380 164Q450 164 450 236", k.deep, 18.0);
    c.solid(&block(112.0, 228.0, 416.0, 262.0, 46.0), k.main);
    c.solid(&oval(236.0, 360.0, 92.0, 92.0), k.soft);
    for y in [312, 336, 360, 384, 408] {
        c.line(&format!("M{} {y}L{} {y}", 180 + (y - 360i32).abs() / 3, 292 - (y - 360i32).abs() / 3), k.deep, 8.0);
    }
    c.solid(&block(356.0, 274.0, 136.0, 66.0, 12.0), k.soft);
    c.line("M376 308L472 308M420 290L420 326", k.accent, 6.0);
    for x in [392.0, 460.0] {
        c.solid(&oval(x, 404.0, 27.0, 27.0), k.deep);
        c.line(&format!("M{x} 404L{x} 386"), k.soft, 6.0);
    }
    c.line("M170 490L170 506M470 490L470 506", k.deep, 22.0);
}

pub(super) fn headphones(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 190.0);
    c.line("M156 380C130 60 510 60 484 380", k.deep, 34.0);
    c.line("M196 240Q230 140 320 136", "#ffffff40", 9.0);
    for (x, inner) in [(156.0, 30.0), (484.0, -30.0)] {
        c.solid(&block(x - 34.0 + inner, 310.0, 68.0, 176.0, 32.0), k.soft);
        c.solid(&block(x - 52.0, 306.0, 96.0, 186.0, 44.0), k.main);
        c.line(&format!("M{} 350L{} 440", x - 26.0, x - 26.0), "#ffffff73", 10.0);
    }
}

pub(super) fn keyboard(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 486.0, 250.0);
    let turn = c.between(-6.0, 4.0);
    c.placed(320.0, 350.0, turn, 1.0, |c| {
        c.solid(&block(-256.0, -116.0, 512.0, 236.0, 30.0), k.main);
        for row in 0..3u8 {
            for column in 0..8u8 {
                let (x, y) = (-232.0 + f32::from(column) * 58.5, -96.0 + f32::from(row) * 50.0);
                let cap = if (row, column) == (0, 0) || (row, column) == (2, 7) { k.accent } else { k.soft };
                c.flat(&block(x, y, 50.0, 42.0, 9.0), cap);
            }
        }
        c.flat(&block(-232.0, 54.0, 92.0, 44.0, 9.0), k.shape);
        c.flat(&block(-130.0, 54.0, 260.0, 44.0, 9.0), k.soft);
        c.flat(&block(140.0, 54.0, 92.0, 44.0, 9.0), k.shape);
    });
}

pub(super) fn camera(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 220.0);
    c.solid("M238 210L262 150L378 150L402 210Z", k.deep);
    c.solid(&block(142.0, 176.0, 76.0, 44.0, 10.0), k.accent);
    c.solid(&block(106.0, 204.0, 428.0, 286.0, 44.0), k.main);
    c.flat("M106 288L534 288L534 420L106 420Z", k.deep);
    c.solid(&oval(320.0, 352.0, 122.0, 120.0), k.soft);
    c.solid(&oval(320.0, 352.0, 92.0, 90.0), tone::INK);
    c.solid(&oval(320.0, 352.0, 54.0, 54.0), "#5b7fa6");
    c.flat(&oval(300.0, 330.0, 19.0, 17.0), "#ffffffb3");
    c.solid(&block(440.0, 226.0, 66.0, 42.0, 10.0), k.soft);
}

pub(super) fn humidifier(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 150.0);
    for (x, y, r) in [(320.0, 176.0, 44.0), (366.0, 128.0, 56.0), (300.0, 96.0, 48.0)] {
        c.flat(&oval(x, y, r, r * 0.8), "#ffffff80");
    }
    c.solid(
        "M320 210C420 214 462 320 462 400C462 480 420 508 320 508S178 480 178 400C178 320 220 214 320 210Z",
        k.soft,
    );
    c.solid("M180 384Q320 410 460 384Q466 508 320 508T180 384Z", k.main);
    c.flat(&oval(320.0, 222.0, 44.0, 13.0), k.deep);
    c.flat(&oval(320.0, 450.0, 17.0, 17.0), k.accent);
    c.gleam("M212 356Q220 292 258 256", 13.0);
}

pub(super) fn charger(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 160.0);
    c.line("M320 476C320 560 520 520 540 400Q552 320 500 300", k.deep, 13.0);
    c.solid(&block(466.0, 250.0, 62.0, 66.0, 14.0), k.soft);
    c.line("M484 250L484 226M510 250L510 226", tone::STEEL_DEEP, 10.0);
    c.solid(&block(196.0, 116.0, 248.0, 372.0, 44.0), k.main);
    c.solid("M338 190L262 322L316 322L300 414L380 280L326 280Z", k.soft);
    for x in [268, 303, 338, 373] {
        c.line(&format!("M{x} 452L{x} 452"), if x < 360 { k.accent } else { "#ffffff59" }, 13.0);
    }
    c.gleam("M220 180L220 400", 11.0);
}
