//! The kitchen: what one cooks, cuts, pours and eats with.

use super::super::{
    canvas::{Canvas, Weave},
    palette::tone,
    shape::{block, leaf, oval, taper},
};

pub(super) fn kettle(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 180.0);
    c.line("M196 250Q200 96 320 96Q440 96 444 250", k.deep, 20.0);
    c.solid("M430 330Q496 316 520 240L560 252Q552 380 440 430Z", k.main);
    c.solid(
        "M172 470C140 360 190 232 320 226C450 232 500 360 468 470Q462 504 430 504L210 504Q178 504 172 470Z",
        k.main,
    );
    c.solid(&oval(320.0, 234.0, 86.0, 22.0), k.deep);
    c.solid(&oval(320.0, 206.0, 22.0, 20.0), tone::WOOD);
    c.line("M168 440Q320 462 472 440", "#ffffff4d", 9.0);
    c.gleam("M196 390Q192 310 250 268", 13.0);
}

pub(super) fn pan(c: &mut Canvas) {
    let metal = c.color(&[tone::IRON, "#3f454e", "#5d564f"]);
    c.shadow(290.0, 500.0, 200.0);
    c.line("M400 250L570 96", tone::WOOD, 34.0);
    c.line("M400 250L450 206", metal, 30.0);
    c.solid(&oval(270.0, 340.0, 200.0, 160.0), metal);
    c.solid(&oval(266.0, 330.0, 168.0, 128.0), "#63666f");
    if c.choice(3) > 0 {
        c.solid(
            "M160 330C150 270 230 240 280 256C340 240 390 290 370 340C372 400 300 416 250 400C196 412 160 380 160 330Z",
            "#fffdf5",
        );
        c.solid(&oval(270.0, 326.0, 50.0, 44.0), "#f5ab35");
        c.gleam("M246 306Q256 296 270 296", 9.0);
    }
    c.gleam("M92 330Q104 250 190 208", 11.0);
}

pub(super) fn pot(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 190.0);
    c.line("M142 330Q92 326 96 372Q102 398 146 392M498 330Q548 326 544 372Q538 398 494 392", k.deep, 22.0);
    c.printed(&taper(268.0, 184.0, 506.0, 168.0, 46.0), k.main, "#ffffff33");
    c.solid("M128 280C150 190 250 176 320 176S490 190 512 280Q320 300 128 280Z", k.main);
    c.line("M130 284Q320 304 510 284", k.deep, 9.0);
    c.solid(&oval(320.0, 160.0, 34.0, 24.0), tone::GOLD);
    c.gleam("M176 330L184 440M196 232Q220 208 260 200", 12.0);
}

pub(super) fn knife(c: &mut Canvas) {
    c.shadow(320.0, 500.0, 220.0);
    c.solid(&block(96.0, 398.0, 448.0, 100.0, 24.0), tone::WOOD);
    c.line("M130 430Q260 420 380 432M220 466L420 462", "#00000014", 6.0);
    c.placed(320.0, 300.0, -18.0, 1.0, |c| {
        c.solid("M-250 -30L70 -48L74 44L-120 44Q-220 36 -250 -30Z", tone::STEEL);
        c.line("M-216 8Q-170 34 -110 34L66 34", "#ffffff", 7.0);
        let grip = c.colors.deep;
        c.solid(&block(66.0, -50.0, 196.0, 62.0, 26.0), grip);
        for x in [110, 160, 210] {
            c.line(&format!("M{x} -20L{x} -20"), tone::GOLD, 14.0);
        }
    });
    c.solid(&leaf(150.0, 452.0, 60.0, -30.0), tone::LEAF);
}

pub(super) fn cutting_board(c: &mut Canvas) {
    let wood = c.color(&[tone::WOOD, "#b5794a", "#dcb07a"]);
    c.shadow(320.0, 506.0, 150.0);
    c.placed(320.0, 310.0, 4.0, 1.0, |c| {
        c.solid("M-50 -110L-44 -200Q-40 -236 0 -236Q40 -236 44 -200L50 -110Q150 -104 150 -40L150 150Q150 194 104 194L-104 194Q-150 194 -150 150L-150 -40Q-150 -104 -50 -110Z", wood);
        c.flat(&oval(0.0, -192.0, 17.0, 17.0), "#5b3c22");
        c.line("M-116 -20Q0 -40 116 -16M-116 60Q-10 40 116 66M-110 130Q10 116 112 132", "#00000017", 7.0);
    });
}

pub(super) fn cutlery(c: &mut Canvas) {
    let k = c.colors;
    let metal = c.color(&[tone::STEEL, tone::GOLD, tone::WOOD, "#b9785a"]);
    c.shadow(320.0, 508.0, 170.0);
    c.solid(&oval(236.0, 170.0, 62.0, 84.0), metal);
    c.flat(&oval(232.0, 172.0, 44.0, 64.0), "#00000014");
    c.solid("M226 240L248 240L256 496L218 496Z", metal);
    c.solid("M346 90L362 90L376 498L352 498Z", metal);
    c.solid("M410 90L426 90L424 498L400 498Z", metal);
    c.solid(&block(186.0, 366.0, 272.0, 66.0, 14.0), k.main);
    c.line("M200 384L444 384M200 414L444 414", k.soft, 5.0);
}

pub(super) fn mug(c: &mut Canvas) {
    let k = c.colors;
    filled(c, |c, outline| c.printed(outline, k.main, k.soft));
}

pub(super) fn striped_mug(c: &mut Canvas) {
    let k = c.colors;
    filled(c, |c, outline| c.woven(outline, k.main, k.soft, Weave::Stripes));
}

/// A mug of coffee, its body as `body` draws it.
fn filled(c: &mut Canvas, body: impl Fn(&mut Canvas, &str)) {
    let k = c.colors;
    c.shadow(310.0, 506.0, 165.0);
    c.line("M446 280Q560 268 548 356Q538 436 440 430", k.main, 34.0);
    body(c, &taper(206.0, 152.0, 506.0, 138.0, 40.0));
    c.solid(&oval(320.0, 212.0, 152.0, 34.0), k.soft);
    c.flat(&oval(320.0, 216.0, 134.0, 24.0), "#7a4a2e");
    c.gleam("M196 280L202 430", 13.0);
    super::dish::steam(c, 170.0);
}

pub(super) fn glass(c: &mut Canvas) {
    let drink = c.color(&["#f5c04d", "#e8837b", "#a9c25c", "#8ec3d9", "#c58a5a"]);
    c.shadow(320.0, 506.0, 120.0);
    c.line("M360 300L420 80", c.colors.main, 15.0);
    c.solid(&taper(160.0, 136.0, 506.0, 104.0, 26.0), "#ffffff8c");
    c.solid("M196 240Q320 258 444 240L422 470Q420 492 400 492L240 492Q220 492 218 470Z", drink);
    for (x, y, turn) in [(270.0, 300.0, 12.0), (356.0, 330.0, -18.0), (290.0, 396.0, 30.0)] {
        c.placed(x, y, turn, 1.0, |c| c.solid(&block(-36.0, -36.0, 72.0, 72.0, 14.0), "#ffffff73"));
    }
    c.gleam("M214 200L232 420", 11.0);
}

pub(super) fn thermos(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 105.0);
    c.solid(&taper(92.0, 74.0, 190.0, 84.0, 22.0), k.deep);
    c.solid(&block(228.0, 180.0, 184.0, 30.0, 8.0), tone::STEEL);
    c.printed(&taper(206.0, 96.0, 508.0, 96.0, 32.0), k.main, "#ffffff40");
    c.line("M228 450L412 450", tone::STEEL, 16.0);
    c.line("M394 130Q470 130 462 214", k.accent, 14.0);
    c.gleam("M248 240L248 420M264 116L260 164", 12.0);
}

pub(super) fn dripper(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 145.0);
    c.solid("M216 330L424 330Q420 370 450 420Q470 506 420 506L220 506Q170 506 190 420Q220 370 216 330Z", "#ffffff99");
    c.solid("M192 440Q320 424 450 440Q460 494 416 494L224 494Q180 494 192 440Z", "#6b432b");
    c.solid("M160 150L480 150L398 318L242 318Z", k.main);
    c.solid(&block(206.0, 308.0, 228.0, 30.0, 14.0), k.deep);
    c.solid(&oval(320.0, 150.0, 160.0, 34.0), k.soft);
    c.flat(&oval(320.0, 154.0, 122.0, 22.0), "#6b432b");
    for x in [236, 292, 348, 404] {
        c.line(&format!("M{x} 200L{} 290", 320 + (x - 320) * 6 / 10), "#ffffff4d", 7.0);
    }
    c.line("M320 344L320 428", "#6b432b", 8.0);
}

pub(super) fn container(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 200.0);
    for (y, half, fill) in [(390.0, 190.0, k.main), (270.0, 160.0, k.accent), (164.0, 128.0, k.main)] {
        c.solid(&taper(y + 14.0, half - 8.0, y + 114.0, half - 22.0, 24.0), "#ffffffa6");
        c.solid(&taper(y + 50.0, half - 22.0, y + 104.0, half - 30.0, 18.0), fill);
        c.solid(&block(320.0 - half, y, half * 2.0, 30.0, 12.0), fill);
        c.gleam(&format!("M{} {}L{} {}", 340.0 - half, y + 44.0, 344.0 - half, y + 88.0), 9.0);
    }
}

pub(super) fn vase(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 125.0);
    let petals = c.color(&[k.accent, "#f3b0b7", "#fff6ea", tone::GOLD]);
    for (x, y) in [(236.0, 150.0), (330.0, 108.0), (416.0, 168.0)] {
        c.line(&format!("M320 330Q{} 260 {x} {y}", (x + 320.0) / 2.0), tone::LEAF_DEEP, 8.0);
        c.flat(&leaf((x + 320.0) / 2.0, 250.0, (x - 300.0) * 0.5, -40.0), tone::LEAF);
        let around = [(0.0, -26.0), (25.0, -8.0), (15.0, 21.0), (-15.0, 21.0), (-25.0, -8.0)];
        c.solid(&around.map(|(dx, dy)| oval(x + dx, y + dy, 19.0, 19.0)).concat(), petals);
        c.flat(&oval(x, y, 12.0, 12.0), "#c9813a");
    }
    c.printed(
        "M282 286Q290 340 246 380C190 440 236 506 270 506L370 506C404 506 450 440 394 380Q350 340 358 286Z",
        k.main,
        "#ffffff4d",
    );
    c.solid(&oval(320.0, 286.0, 40.0, 11.0), k.deep);
    c.gleam("M232 430Q232 404 256 386", 11.0);
}
