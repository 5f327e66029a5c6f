//! The house: light, scent, cloth, plants, order.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper, vessel},
};

pub(super) fn candle(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 140.0);
    c.flat(&oval(320.0, 196.0, 120.0, 130.0), "#ffe9a866");
    c.solid(&taper(276.0, 128.0, 506.0, 120.0, 32.0), k.main);
    c.solid(&oval(320.0, 280.0, 128.0, 30.0), k.soft);
    c.line("M320 276L320 236", tone::INK, 8.0);
    c.solid("M320 110C372 190 364 240 320 244C276 240 268 190 320 110Z", "#f5a63c");
    c.flat("M320 168C344 206 342 234 320 236C298 234 296 206 320 168Z", "#fff1b8");
    c.solid(&block(252.0, 350.0, 136.0, 100.0, 12.0), tone::PAPER);
    c.flat(&leaf(320.0, 424.0, -34.0, -40.0), tone::LEAF);
    c.flat(&leaf(320.0, 424.0, 34.0, -50.0), tone::LEAF_DEEP);
    c.gleam("M216 330L222 450", 12.0);
}

pub(super) fn soap(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 210.0);
    c.solid(&block(116.0, 440.0, 408.0, 48.0, 20.0), tone::WOOD);
    for x in [170, 245, 320, 395, 470] {
        c.line(&format!("M{x} 446L{x} 480"), tone::WOOD_DEEP, 8.0);
    }
    let cake = c.color(&[k.main, k.soft, k.accent, "#e9d2a8"]);
    c.solid(&block(168.0, 340.0, 304.0, 106.0, 34.0), cake);
    c.placed(330.0, 282.0, -7.0, 1.0, |c| {
        c.printed(&block(-140.0, -50.0, 280.0, 104.0, 34.0), k.soft, k.shape);
        c.line("M-60 2Q0 -18 60 2", k.main, 8.0);
    });
    for (x, y, r) in [(160.0, 230.0, 36.0), (220.0, 162.0, 24.0), (452.0, 190.0, 42.0), (390.0, 130.0, 20.0)] {
        c.flat(&oval(x, y, r, r), "#ffffff80");
        c.line(&format!("M{} {}Q{} {} {x} {}", x - r * 0.6, y, x - r * 0.5, y - r * 0.5, y - r * 0.62), "#ffffff", 5.0);
    }
}

pub(super) fn towel(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 200.0);
    for (y, cloth) in [(414.0, k.main), (322.0, k.soft), (230.0, k.accent)] {
        let shift = c.between(-10.0, 10.0);
        c.printed(&block(132.0 + shift, y, 376.0, 88.0, 42.0), cloth, "#ffffff4d");
        c.line(&format!("M{} {}L{} {}", 176.0 + shift, y + 44.0, 500.0 + shift, y + 44.0), "#0000001c", 6.0);
        c.line(&format!("M{} {}L{} {}", 410.0 + shift, y + 10.0, 410.0 + shift, y + 78.0), "#ffffff80", 9.0);
    }
    c.solid(&leaf(300.0, 226.0, -70.0, -56.0), tone::LEAF);
    c.solid(&leaf(300.0, 226.0, 60.0, -72.0), tone::LEAF_DEEP);
}

pub(super) fn cushion(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 502.0, 200.0);
    let turn = c.between(-8.0, 8.0);
    c.placed(320.0, 318.0, turn, 1.0, |c| {
        c.printed("M-186 -176Q0 -132 186 -176Q142 0 186 172Q0 134 -186 172Q-142 0 -186 -176Z", k.main, k.soft);
        c.line("M-176 -168Q0 -124 176 -168Q132 0 176 164Q0 126 -176 164Q-132 0 -176 -168Z", k.deep, 6.0);
        for (x, y) in [(-186, -176), (186, -176), (-186, 172), (186, 172)] {
            c.line(&format!("M{x} {y}L{} {}", x + x / 9, y + y / 9), k.accent, 20.0);
        }
    });
}

pub(super) fn blanket(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 210.0);
    for x in (150..500).step_by(24) {
        c.line(&format!("M{x} 470L{x} 502"), k.deep, 7.0);
    }
    c.printed("M128 260Q320 230 512 260L520 470L120 470Z", k.main, k.soft);
    c.printed(
        "M120 250Q124 176 200 176L440 176Q516 176 520 250Q516 320 440 318L200 318Q124 320 120 250Z",
        k.accent,
        "#ffffff59",
    );
    c.line("M150 250Q160 210 206 210L440 210", "#ffffff59", 7.0);
}

pub(super) fn lamp(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 120.0);
    c.flat("M196 296L444 296L540 508L100 508Z", "#ffe9a84d");
    c.solid("M302 290L338 290L346 486L294 486Z", tone::WOOD);
    c.solid(&taper(480.0, 86.0, 508.0, 104.0, 12.0), tone::WOOD_DEEP);
    c.printed("M236 110L404 110L474 306Q320 330 166 306Z", k.main, "#ffffff40");
    c.flat(&oval(320.0, 308.0, 130.0, 13.0), "#ffedb5");
    c.line("M430 316L430 374", tone::GOLD, 6.0);
    c.line("M430 378L430 382", tone::GOLD, 16.0);
    c.gleam("M244 146L208 262", 13.0);
}

pub(super) fn clock(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 160.0);
    c.line("M214 450L184 502M426 450L456 502", k.deep, 24.0);
    c.solid(&oval(216.0, 152.0, 64.0, 56.0), k.accent);
    c.solid(&oval(424.0, 152.0, 64.0, 56.0), k.accent);
    c.line("M320 120L320 92M290 92L350 92", k.deep, 15.0);
    dial(c);
}

/// Without feet and bells.
pub(super) fn wall_clock(c: &mut Canvas) {
    let k = c.colors;
    c.flat(&oval(330.0, 330.0, 194.0, 192.0), "#30203a1f");
    c.line("M320 128L320 96", k.deep, 12.0);
    dial(c);
}

fn dial(c: &mut Canvas) {
    let k = c.colors;
    c.solid(&oval(320.0, 316.0, 190.0, 188.0), k.main);
    c.solid(&oval(320.0, 316.0, 148.0, 146.0), k.soft);
    for (x, y) in [(320, 192), (320, 440), (196, 316), (444, 316)] {
        c.line(&format!("M{x} {y}L{x} {y}"), k.deep, 17.0);
    }
    let (hour, minute) = (c.between(0.0, 360.0), c.between(0.0, 360.0));
    c.placed(320.0, 316.0, hour, 1.0, |c| c.line("M0 0L0 -66", k.deep, 15.0));
    c.placed(320.0, 316.0, minute, 1.0, |c| c.line("M0 14L0 -104", k.accent, 10.0));
    c.flat(&oval(320.0, 316.0, 13.0, 13.0), k.deep);
}

pub(super) fn plant(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 130.0);
    let broad = c.choice(2) == 0;
    for (index, (dx, dy)) in [
        (-170.0, -110.0),
        (170.0, -120.0),
        (-110.0, -210.0),
        (116.0, -216.0),
        (0.0, -260.0),
        (-70.0, -90.0),
        (80.0, -96.0),
    ]
    .into_iter()
    .enumerate()
    {
        let green = if index % 2 == 0 { tone::LEAF } else { tone::LEAF_DEEP };
        let (dx, dy) = (dx + c.between(-16.0, 16.0), dy + c.between(-16.0, 16.0));
        if broad {
            c.line(
                &format!("M320 356Q320 {} {} {}", 350.0 + dy * 0.4, 320.0 + dx * 0.5, 356.0 + dy * 0.5),
                tone::LEAF_DEEP,
                8.0,
            );
            c.solid(&leaf(320.0 + dx * 0.4, 356.0 + dy * 0.45, dx * 0.7, dy * 0.6), green);
        } else {
            c.solid(&leaf(320.0, 370.0, dx, dy), green);
        }
        c.line(
            &format!("M{} {}L{} {}", 320.0 + dx * 0.5, 356.0 + dy * 0.5, 320.0 + dx * 0.9, 356.0 + dy * 0.9),
            "#ffffff4d",
            5.0,
        );
    }
    c.printed(&taper(352.0, 122.0, 508.0, 88.0, 16.0), k.main, "#ffffff4d");
    c.solid(&block(182.0, 336.0, 276.0, 48.0, 14.0), k.deep);
    c.gleam("M222 400L234 476", 11.0);
}

pub(super) fn basket(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 195.0);
    c.line("M156 300Q160 110 320 110Q480 110 484 300", tone::WOOD_DEEP, 20.0);
    c.printed("M176 300Q200 230 270 250Q320 206 380 246Q450 232 464 300Z", k.main, k.soft);
    c.solid(&taper(288.0, 196.0, 506.0, 156.0, 36.0), tone::STRAW);
    for row in 0..4u8 {
        let y = 344.0 + f32::from(row) * 42.0;
        for column in 0..6u8 {
            let x = 168.0 + f32::from(column) * 54.0 + f32::from(row % 2) * 24.0;
            c.line(&format!("M{x} {y}L{} {y}", x + 26.0), "#b98d4f", 15.0);
        }
    }
    c.solid(&block(112.0, 276.0, 416.0, 40.0, 18.0), tone::WOOD);
}

pub(super) fn diffuser(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 125.0);
    for (x, y) in [(220, 80), (276, 60), (352, 66), (424, 92)] {
        c.line(&format!("M320 290L{x} {y}"), tone::WOOD, 9.0);
    }
    c.solid(&leaf(352.0, 200.0, 84.0, -60.0), tone::LEAF);
    c.solid(&block(278.0, 232.0, 84.0, 60.0, 10.0), tone::GOLD);
    c.solid("M284 282L356 282L360 306Q436 316 436 380L430 482Q428 508 402 508L238 508Q212 508 210 482L204 380Q204 316 280 306Z", "#ffffff99");
    c.solid("M208 400Q320 414 432 400L426 480Q424 496 402 496L238 496Q216 496 214 480Z", k.main);
    c.solid(&block(266.0, 376.0, 108.0, 84.0, 10.0), tone::PAPER);
    c.line("M290 408L350 408M300 430L340 430", k.deep, 6.0);
}

pub(super) fn broom(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 150.0);
    c.placed(320.0, 300.0, 10.0, 1.0, |c| {
        c.line("M0 -240L0 60", tone::WOOD, 18.0);
        c.solid("M-46 40L46 40Q60 110 126 196L-126 196Q-60 110 -46 40Z", tone::STRAW);
        for x in [-90, -54, -18, 18, 54, 90] {
            c.line(&format!("M{} 100L{x} 188", x / 2), "#b98d4f", 6.0);
        }
        c.line("M-52 66L52 66M-62 96L62 96", k.main, 13.0);
    });
}

pub(super) fn watering_can(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(310.0, 506.0, 190.0);
    c.line("M424 300Q570 250 540 400Q520 460 430 456", k.deep, 20.0);
    c.solid("M212 410L110 250L76 262L66 232L146 204L156 234L138 240L226 340Z", k.main);
    c.printed(&vessel(268.0, 118.0, 506.0, 112.0), k.main, "#ffffff40");
    c.solid(&taper(262.0, 112.0, 504.0, 128.0, 24.0), k.main);
    c.line("M250 262Q252 170 320 170Q388 170 390 262", k.deep, 18.0);
    c.line("M204 330L436 330", k.accent, 13.0);
    c.gleam("M228 366L222 458", 12.0);
}
