//! The desk: paper and what marks it.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper},
};

pub(super) fn notebook(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 180.0);
    let turn = c.between(-7.0, 5.0);
    c.placed(320.0, 304.0, turn, 1.0, |c| {
        c.solid(&block(-140.0, -190.0, 306.0, 392.0, 14.0), tone::PAPER);
        c.printed(&block(-156.0, -200.0, 306.0, 392.0, 18.0), k.main, "#ffffff40");
        c.flat(&block(-156.0, -200.0, 48.0, 392.0, 14.0), k.deep);
        c.solid(&block(-62.0, -128.0, 168.0, 108.0, 12.0), tone::PAPER);
        c.line("M-34 -88L76 -88M-34 -58L40 -58", k.deep, 7.0);
        c.line("M120 -200L120 196", k.accent, 12.0);
    });
}

pub(super) fn pens(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 120.0);
    for (x, turn, color) in [(-60.0, -13.0, k.accent), (0.0, 2.0, k.soft), (62.0, 14.0, k.deep)] {
        c.placed(320.0 + x * 0.6, 380.0, turn, 1.0, |c| {
            c.solid(&block(x * 0.4 - 19.0, -280.0, 38.0, 320.0, 15.0), color);
            c.line(&format!("M{} -250L{} -170", x * 0.4 + 22.0, x * 0.4 + 22.0), tone::GOLD, 9.0);
        });
    }
    c.printed(&taper(318.0, 104.0, 508.0, 96.0, 24.0), k.main, k.soft);
    c.solid(&block(210.0, 304.0, 220.0, 34.0, 14.0), k.deep);
}

pub(super) fn pencil(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 490.0, 220.0);
    for (y, color) in [(210.0, k.accent), (300.0, k.main), (390.0, k.deep)] {
        let turn = c.between(-9.0, 3.0);
        c.placed(320.0, y, turn, 1.0, |c| {
            c.solid("M140 -34L234 0L140 34Z", "#f2d6a4");
            c.flat("M206 -11L236 0L206 11Z", tone::INK);
            c.solid(&block(-200.0, -34.0, 344.0, 68.0, 6.0), color);
            c.line("M-190 -10L140 -10M-190 12L140 12", "#ffffff40", 5.0);
            c.solid(&block(-222.0, -34.0, 44.0, 68.0, 5.0), tone::STEEL);
            c.solid(&block(-262.0, -32.0, 46.0, 64.0, 18.0), "#ef9a9a");
        });
    }
}

pub(super) fn stickers(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 170.0);
    c.placed(330.0, 312.0, 6.0, 1.0, |c| c.solid(&block(-150.0, -194.0, 300.0, 388.0, 18.0), k.shape));
    c.placed(316.0, 306.0, -4.0, 1.0, |c| {
        c.solid(&block(-152.0, -196.0, 304.0, 392.0, 18.0), tone::PAPER);
        c.solid(&oval(-72.0, -110.0, 52.0, 50.0), tone::RED);
        c.solid(&leaf(-70.0, -156.0, 38.0, -22.0), tone::LEAF);
        c.solid("M70 -168L86 -130L128 -126L96 -98L106 -58L70 -80L34 -58L44 -98L12 -126L54 -130Z", tone::GOLD);
        c.solid("M-70 96C-160 30 -120 -40 -70 0C-20 -40 20 30 -70 96Z", k.accent);
        c.solid(&block(20.0, -16.0, 102.0, 92.0, 24.0), k.main);
        c.flat(&oval(50.0, 22.0, 7.0, 9.0), k.soft);
        c.flat(&oval(92.0, 22.0, 7.0, 9.0), k.soft);
        c.line("M56 44Q71 58 86 44", k.soft, 6.0);
        c.solid(&block(-122.0, 118.0, 244.0, 52.0, 24.0), k.deep);
        c.line("M-90 144L60 144", k.soft, 8.0);
    });
}

pub(super) fn ink(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 165.0);
    let color = c.color(&[k.main, k.deep, "#2f4f7f", "#2f6f5f", "#8e3a52"]);
    c.solid(&block(166.0, 262.0, 308.0, 244.0, 52.0), "#ffffffa6");
    c.solid(&block(186.0, 320.0, 268.0, 168.0, 40.0), color);
    c.solid(&block(252.0, 216.0, 136.0, 60.0, 10.0), "#ffffffb3");
    c.solid(&block(238.0, 138.0, 164.0, 90.0, 18.0), tone::INK);
    c.solid(&block(232.0, 350.0, 176.0, 104.0, 12.0), tone::PAPER);
    c.solid("M320 366C350 404 346 432 320 434C294 432 290 404 320 366Z", color);
    c.gleam("M190 330L190 440M258 156L258 208", 11.0);
}

pub(super) fn brush(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 200.0);
    let paints = [k.main, k.accent, tone::RED, tone::GOLD, tone::LEAF];
    c.solid("M92 400C92 300 220 262 330 272C470 270 556 330 548 410C544 470 480 452 450 470C420 492 460 504 360 506C190 510 92 480 92 400Z", tone::WOOD);
    for (index, (x, y)) in
        [(180.0, 366.0), (270.0, 326.0), (372.0, 322.0), (464.0, 366.0), (214.0, 440.0)].into_iter().enumerate()
    {
        c.solid(&oval(x, y, 40.0, 30.0), paints[index]);
    }
    c.flat(&oval(372.0, 440.0, 32.0, 22.0), "#6b4526");
    c.placed(352.0, 286.0, 34.0, 1.0, |c| {
        c.solid("M-13 -60L13 -60L9 -240L-9 -240Z", k.deep);
        c.solid(&block(-18.0, -70.0, 36.0, 62.0, 5.0), tone::STEEL);
        c.solid("M-20 -12L20 -12Q30 40 0 80Q-30 40 -20 -12Z", k.main);
    });
}

pub(super) fn envelope(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 490.0, 220.0);
    let turn = c.between(-6.0, 6.0);
    c.placed(320.0, 320.0, turn, 1.0, |c| {
        c.printed(&block(-168.0, -190.0, 336.0, 240.0, 12.0), k.soft, k.shape);
        c.line("M-110 -140L110 -140M-110 -106L60 -106", k.main, 7.0);
        c.solid("M-214 -90L0 50L214 -90L214 130Q214 152 192 152L-192 152Q-214 152 -214 130Z", k.main);
        c.line("M-204 142L-30 30M204 142L30 30", "#00000024", 7.0);
        c.solid(&oval(0.0, 50.0, 36.0, 34.0), k.accent);
        c.flat(&leaf(0.0, 68.0, 2.0, -40.0), k.soft);
    });
}

pub(super) fn tape(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 210.0);
    for (x, y, color, thread) in [(236.0, 336.0, k.main, k.soft), (414.0, 396.0, k.accent, k.soft)] {
        let r = if x < 300.0 { 156.0 } else { 106.0 };
        c.printed(&oval(x, y, r, r), color, thread);
        c.solid(&oval(x, y, r * 0.62, r * 0.62), tone::STRAW);
        c.flat(&oval(x, y, r * 0.5, r * 0.5), k.shape);
    }
    c.printed("M236 180L470 186L456 208L474 226L240 222Z", k.main, k.soft);
}

pub(super) fn book(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 210.0);
    for (y, x, w, fill) in [(446.0, 120.0, 400.0, k.deep), (384.0, 144.0, 360.0, k.accent)] {
        c.solid(&block(x, y, w, 60.0, 10.0), fill);
        c.solid(&block(x + 28.0, y + 11.0, w - 24.0, 38.0, 5.0), tone::PAPER);
        c.line(
            &format!(
                "M{} {}L{} {}M{} {}L{} {}",
                x + 40.0,
                y + 24.0,
                x + w - 10.0,
                y + 24.0,
                x + 40.0,
                y + 37.0,
                x + w - 10.0,
                y + 37.0
            ),
            "#0000001a",
            3.0,
        );
    }
    c.placed(320.0, 234.0, -6.0, 1.0, |c| {
        c.solid(&block(-106.0, -140.0, 236.0, 290.0, 10.0), tone::PAPER);
        c.printed(&block(-120.0, -148.0, 236.0, 290.0, 12.0), k.main, "#ffffff33");
        match c.choice(3) {
            0 => c.solid(&oval(0.0, -30.0, 62.0, 62.0), k.accent),
            1 => c.flat("M-92 50L-30 -70L10 0L44 -44L90 50Z", k.soft),
            _ => {
                c.flat(&leaf(0.0, 40.0, -56.0, -96.0), k.soft);
                c.flat(&leaf(0.0, 40.0, 60.0, -110.0), k.accent);
            }
        }
        c.line("M-60 96L62 96", k.soft, 10.0);
    });
}
