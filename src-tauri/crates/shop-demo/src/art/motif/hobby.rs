//! Pastimes and play: thread, puzzles, music, toys, presents.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, oval},
};

pub(super) fn yarn(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 210.0);
    c.line("M200 96L420 330M440 96L230 330", tone::WOOD, 13.0);
    c.line("M200 96L200 96M440 96L440 96", k.deep, 34.0);
    ball(c, 416.0, 400.0, 104.0, k.accent);
    ball(c, 248.0, 356.0, 148.0, k.main);
    c.line("M300 492Q400 540 480 500T590 480", k.main, 9.0);
}

fn ball(c: &mut Canvas, x: f32, y: f32, r: f32, color: &str) {
    c.solid(&oval(x, y, r, r), color);
    for step in 0..4u8 {
        let d = r * (f32::from(step) * 0.36 - 0.5);
        c.line(
            &format!(
                "M{} {}Q{} {} {} {}",
                x - r * 0.7,
                y + d * 0.7,
                x + d * 0.4,
                y - r * 0.5 + d,
                x + r * 0.72,
                y + d * 0.8
            ),
            "#ffffff59",
            7.0,
        );
        c.line(
            &format!("M{} {}Q{} {} {} {}", x + d * 0.9, y - r * 0.72, x + d + r * 0.4, y, x + d * 0.6, y + r * 0.75),
            "#0000001c",
            6.0,
        );
    }
}

pub(super) fn puzzle(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 200.0);
    let piece = "M-90 -90L-30 -90C-56 -150 56 -150 30 -90L90 -90L90 -30C150 -56 150 56 90 30L90 90L30 90C56 40 -56 40 -30 90L-90 90L-90 30C-40 56 -40 -56 -90 -30Z";
    let places = [
        (220.0, 220.0, k.main, 0.0),
        (416.0, 236.0, k.accent, 8.0),
        (232.0, 412.0, k.deep, -4.0),
        (428.0, 420.0, k.soft, 14.0),
    ];
    for (x, y, color, turn) in places {
        let turn = turn + c.between(-6.0, 6.0);
        c.placed(x, y, turn, 0.96, |c| c.printed(piece, color, "#ffffff33"));
    }
}

pub(super) fn guitar(c: &mut Canvas) {
    let k = c.colors;
    let wood = c.color(&["#d99a55", "#b5713c", "#e6b877"]);
    c.shadow(320.0, 508.0, 150.0);
    c.placed(320.0, 300.0, 12.0, 1.0, |c| {
        c.solid(&block(-20.0, -236.0, 40.0, 220.0, 6.0), tone::WOOD_DEEP);
        c.solid(&block(-32.0, -262.0, 64.0, 66.0, 14.0), k.deep);
        c.solid("M0 -60C60 -70 96 -30 76 26C72 50 130 60 128 128C120 214 -120 214 -128 128C-130 60 -72 50 -76 26C-96 -30 -60 -70 0 -60Z", wood);
        c.flat(&oval(0.0, 44.0, 44.0, 43.0), "#3d2a1e");
        c.line(&oval(0.0, 44.0, 52.0, 51.0), k.main, 6.0);
        c.solid(&block(-50.0, 132.0, 100.0, 24.0, 8.0), tone::WOOD_DEEP);
        c.line("M-11 -240L-11 140M0 -240L0 140M11 -240L11 140", "#ffffff99", 2.5);
        c.gleam("M-104 130Q-106 92 -84 74", 10.0);
    });
}

pub(super) fn blocks(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 210.0);
    c.solid(&block(130.0, 372.0, 132.0, 132.0, 14.0), k.main);
    c.solid(&block(268.0, 372.0, 132.0, 132.0, 14.0), tone::WOOD);
    c.solid("M406 504L474 366L542 504Z", k.accent);
    c.solid("M166 366L362 366L362 330Q362 240 264 240Q166 240 166 330Z", k.deep);
    c.flat("M216 366L216 340Q216 292 264 292Q312 292 312 340L312 366Z", k.shape);
    c.solid("M190 240L340 240L264 140Z", tone::GOLD);
    c.flat(&oval(196.0, 438.0, 34.0, 34.0), k.soft);
    c.flat("M334 404L346 430L372 432L352 450L358 476L334 462L310 476L316 450L296 432L322 430Z", k.soft);
}

pub(super) fn bear(c: &mut Canvas) {
    let k = c.colors;
    let fur = c.color(&["#c98f57", "#e3b98a", "#a8744a", "#f0dcc0"]);
    c.shadow(320.0, 508.0, 170.0);
    c.solid("M214 370Q140 360 130 430Q160 470 220 440ZM426 370Q500 360 510 430Q480 470 420 440Z", fur);
    c.solid(&oval(320.0, 424.0, 126.0, 90.0), fur);
    for x in [226.0, 414.0] {
        c.solid(&oval(x, 146.0, 52.0, 50.0), fur);
        c.flat(&oval(x, 148.0, 27.0, 25.0), "#f2c9a5");
        c.solid(&oval(x - 4.0, 480.0, 48.0, 34.0), fur);
        c.flat(&oval(x - 4.0, 482.0, 26.0, 18.0), "#f2c9a5");
    }
    c.solid(&oval(320.0, 232.0, 142.0, 122.0), fur);
    c.solid(&oval(320.0, 272.0, 60.0, 48.0), "#fbead2");
    for x in [262.0, 378.0] {
        c.flat(&oval(x, 222.0, 12.0, 14.0), tone::INK);
        c.flat(&oval(x + (x - 320.0) * 0.5, 262.0, 20.0, 12.0), "#f2857a66");
    }
    c.solid(&oval(320.0, 254.0, 20.0, 14.0), tone::INK);
    c.line("M320 268L320 284M300 288Q320 304 340 288", tone::INK, 6.0);
    c.solid("M320 366L250 336L250 396ZM320 366L390 336L390 396Z", k.main);
    c.solid(&oval(320.0, 366.0, 20.0, 20.0), k.accent);
}

pub(super) fn train(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 240.0);
    c.solid(&block(352.0, 210.0, 164.0, 220.0, 18.0), k.main);
    c.solid(&block(382.0, 246.0, 104.0, 84.0, 12.0), k.soft);
    c.solid(&block(334.0, 178.0, 200.0, 44.0, 18.0), k.deep);
    c.solid(&block(116.0, 300.0, 252.0, 130.0, 42.0), k.accent);
    c.solid("M166 304L154 216L236 216L224 304Z", k.deep);
    c.solid(&oval(278.0, 292.0, 40.0, 30.0), tone::GOLD);
    c.solid(&block(96.0, 412.0, 448.0, 40.0, 14.0), tone::WOOD_DEEP);
    for x in [176.0, 292.0, 440.0] {
        c.solid(&oval(x, 456.0, 50.0, 50.0), k.main);
        c.solid(&oval(x, 456.0, 22.0, 22.0), k.soft);
    }
    for (x, y, r) in [(200.0, 176.0, 26.0), (240.0, 130.0, 36.0), (310.0, 96.0, 26.0)] {
        c.flat(&oval(x, y, r, r * 0.9), "#ffffffa6");
    }
}

pub(super) fn board_game(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 230.0);
    c.solid("M320 230L570 360L320 490L70 360Z", k.main);
    c.flat("M320 262L510 360L320 458L130 360Z", k.soft);
    c.flat("M320 262L384 295L194 393L130 360ZM446 327L510 360L320 458L257 426Z", k.shape);
    for (x, y, color) in [(230.0, 330.0, k.accent), (396.0, 350.0, k.deep)] {
        c.solid(
            &format!(
                "M{} {}Q{x} {} {} {}Q{x} {} {} {}Z",
                x - 42.0,
                y + 40.0,
                y - 150.0,
                x + 42.0,
                y + 40.0,
                y + 66.0,
                x - 42.0,
                y + 40.0
            ),
            color,
        );
        c.solid(&oval(x, y - 62.0, 32.0, 31.0), color);
    }
    c.placed(322.0, 420.0, -12.0, 1.0, |c| {
        c.solid(&block(-38.0, -38.0, 76.0, 76.0, 16.0), tone::PAPER);
        for (x, y) in [(-17.0, -17.0), (17.0, 17.0), (0.0, 0.0)] {
            c.flat(&oval(x, y, 8.0, 8.0), tone::RED);
        }
    });
}

pub(super) fn present(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 185.0);
    c.printed(&block(160.0, 280.0, 320.0, 226.0, 14.0), k.main, "#ffffff4d");
    c.solid(&block(138.0, 226.0, 364.0, 76.0, 14.0), k.deep);
    c.solid(&block(286.0, 226.0, 68.0, 280.0, 4.0), k.accent);
    c.solid(
        "M320 224C250 90 130 130 190 200Q240 230 320 224ZM320 224C390 90 510 130 450 200Q400 230 320 224Z",
        k.accent,
    );
    c.solid(&block(290.0, 188.0, 60.0, 50.0, 16.0), k.accent);
    c.flat("M290 206Q230 150 200 170Q230 200 290 212ZM350 206Q410 150 440 170Q410 200 350 212Z", "#00000021");
}

pub(super) fn sewing(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 200.0);
    for (x, y, color) in [(214.0, 330.0, k.main), (408.0, 250.0, k.accent)] {
        let foot = if x < 300.0 { 172.0 } else { 252.0 };
        c.solid(&block(x - 62.0, y, 124.0, foot, 10.0), color);
        for step in 0..6u8 {
            let at = y + 30.0 + f32::from(step) * (foot - 60.0) / 5.0;
            c.line(&format!("M{} {at}L{} {}", x - 58.0, x + 58.0, at + 8.0), "#ffffff59", 6.0);
        }
        c.solid(&block(x - 82.0, y - 20.0, 164.0, 38.0, 14.0), tone::WOOD);
        c.solid(&block(x - 82.0, y + foot - 30.0, 164.0, 38.0, 14.0), tone::WOOD);
    }
    c.line("M270 420Q330 300 300 200T220 110", k.main, 6.0);
    c.line("M130 190L240 96", tone::STEEL_DEEP, 9.0);
    c.solid(&oval(528.0, 474.0, 34.0, 32.0), k.deep);
    for (x, y) in [(520, 466), (536, 466), (520, 482), (536, 482)] {
        c.line(&format!("M{x} {y}L{x} {y}"), k.soft, 8.0);
    }
}
