//! What food and care come packed in: jars, bottles, pouches, boxes, tins.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper},
};

pub(super) fn jar(c: &mut Canvas) {
    let filling = c.color(&["#c9432f", "#d9732f", "#8e3a52", "#e0a13a", "#7f9a48", "#5a3625"]);
    glass_jar(c, filling);
    for _ in 0..9 {
        let (x, y) = (c.between(190.0, 450.0), c.between(290.0, 470.0));
        c.flat(&oval(x, y, 17.0, 14.0), "#ffffff30");
    }
    label(c);
}

pub(super) fn honey(c: &mut Canvas) {
    glass_jar(c, tone::HONEY);
    label(c);
    c.line("M432 140L500 52", tone::WOOD, 14.0);
    c.placed(424.0, 156.0, 38.0, 1.0, |c| {
        c.solid(&oval(0.0, 0.0, 30.0, 42.0), tone::WOOD);
        for y in [-18, 0, 18] {
            c.line(&format!("M-26 {y}L26 {y}"), tone::HONEY, 9.0);
        }
    });
    c.line("M414 194Q408 214 412 232", tone::HONEY, 12.0);
}

fn glass_jar(c: &mut Canvas, filling: &str) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 165.0);
    let body = "M208 214Q160 240 158 300L162 462Q164 504 208 504L432 504Q476 504 478 462L482 300Q480 240 432 214Z";
    c.solid(body, "#f4f7f4");
    c.solid("M172 282Q320 300 468 282L466 456Q464 492 430 492L210 492Q176 492 174 456Z", filling);
    c.solid(&block(198.0, 148.0, 244.0, 72.0, 18.0), k.main);
    for x in [238, 279, 320, 361, 402] {
        c.line(&format!("M{x} 166L{x} 202"), "#00000024", 6.0);
    }
    c.gleam("M188 300L192 430", 13.0);
}

/// A paper label about the middle of a jar.
fn label(c: &mut Canvas) {
    let k = c.colors;
    let shape = if c.choice(2) == 0 { oval(320.0, 392.0, 86.0, 66.0) } else { block(228.0, 330.0, 184.0, 120.0, 16.0) };
    c.solid(&shape, tone::PAPER);
    mark(c, 320.0, 380.0, 1.0);
    c.line("M286 424L354 424", k.deep, 6.0);
}

/// A small emblem instead of letters, about `(x, y)`.
fn mark(c: &mut Canvas, x: f32, y: f32, scale: f32) {
    let k = c.colors;
    let kind = c.choice(4);
    c.placed(x, y, 0.0, scale, |c| match kind {
        0 => {
            c.flat(&leaf(0.0, 22.0, -36.0, -38.0), tone::LEAF);
            c.flat(&leaf(0.0, 22.0, 36.0, -38.0), tone::LEAF_DEEP);
        }
        1 => c.solid(&oval(0.0, 0.0, 24.0, 24.0), k.main),
        2 => c.flat("M-38 20L-10 -24L8 4L20 -12L40 20Z", k.main),
        _ => {
            for (dx, dy) in [(0.0, -28.0), (27.0, -9.0), (17.0, 23.0), (-17.0, 23.0), (-27.0, -9.0)] {
                c.flat(&oval(dx * 0.55, dy * 0.55, 14.0, 14.0), k.accent);
            }
            c.flat(&oval(0.0, 0.0, 9.0, 9.0), k.soft);
        }
    });
}

pub(super) fn bottle(c: &mut Canvas) {
    let k = c.colors;
    let liquid = c.color(&["#b5762b", "#5a3625", "#7f9a48", "#d9a13a", "#a63f38", "#4f7f6a"]);
    c.shadow(320.0, 508.0, 120.0);
    c.solid("M284 150L284 226Q282 250 250 276Q214 302 214 350L216 476Q218 508 250 508L390 508Q422 508 424 476L426 350Q426 302 390 276Q358 250 356 226L356 150Z", liquid);
    c.solid(&block(274.0, 92.0, 92.0, 74.0, 14.0), k.main);
    c.line("M286 186L354 186", "#ffffff4d", 8.0);
    c.solid("M216 350Q320 362 425 350L424 458Q320 470 217 458Z", tone::PAPER);
    mark(c, 320.0, 396.0, 1.0);
    c.line("M282 436L358 436", k.deep, 6.0);
    c.gleam("M236 330Q240 300 268 284M298 180L298 228", 11.0);
}

pub(super) fn pouch(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 165.0);
    c.printed(
        "M170 148L470 148Q452 330 486 482Q484 508 456 508L184 508Q156 508 154 482Q188 330 170 148Z",
        k.main,
        "#ffffff3d",
    );
    c.solid(&block(162.0, 128.0, 316.0, 52.0, 10.0), k.deep);
    c.line("M182 154L458 154", "#ffffff59", 5.0);
    c.solid(&oval(320.0, 338.0, 108.0, 112.0), tone::PAPER);
    mark(c, 320.0, 316.0, 1.7);
    c.line("M276 392L364 392", k.deep, 8.0);
    c.gleam("M196 230Q190 320 178 410", 12.0);
}

pub(super) fn seeds(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 150.0);
    c.solid(&block(184.0, 132.0, 272.0, 374.0, 14.0), k.soft);
    c.solid("M184 150L456 150L456 200Q320 240 184 200Z", k.main);
    c.line("M320 456L320 300", tone::LEAF_DEEP, 10.0);
    for (dx, dy) in [(-84.0, -50.0), (84.0, -64.0), (-60.0, 4.0), (66.0, -4.0)] {
        c.solid(&leaf(320.0, 420.0, dx, dy), tone::LEAF);
    }
    for (dx, dy) in [(0.0, -50.0), (46.0, -16.0), (30.0, 40.0), (-30.0, 40.0), (-46.0, -16.0)] {
        c.solid(&oval(320.0 + dx * 0.8, 296.0 + dy * 0.8, 30.0, 30.0), k.accent);
    }
    c.solid(&oval(320.0, 296.0, 22.0, 22.0), tone::GOLD);
}

pub(super) fn cream(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 185.0);
    c.solid(&block(150.0, 336.0, 340.0, 166.0, 38.0), k.soft);
    c.solid(&block(140.0, 232.0, 360.0, 116.0, 26.0), k.main);
    c.line("M160 332L480 332", k.deep, 7.0);
    mark(c, 320.0, 408.0, 1.1);
    c.line("M282 458L358 458", k.deep, 6.0);
    c.gleam("M172 262L172 306M176 384L178 446", 12.0);
    if c.choice(2) == 0 {
        c.shadow(520.0, 508.0, 62.0);
        c.solid("M456 504Q452 454 500 446Q520 412 548 446Q592 460 584 504Z", "#fff9f2");
    }
}

pub(super) fn serum(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 115.0);
    let glass = c.color(&[k.main, "#c98a4b", k.accent]);
    c.solid("M290 92Q290 60 320 60Q350 60 350 92L354 158L286 158Z", k.deep);
    c.solid(&block(268.0, 154.0, 104.0, 80.0, 12.0), k.soft);
    for x in [290, 310, 330, 350] {
        c.line(&format!("M{x} 172L{x} 218"), "#0000001f", 5.0);
    }
    c.solid(&block(212.0, 230.0, 216.0, 276.0, 44.0), glass);
    c.solid(&block(240.0, 310.0, 160.0, 142.0, 14.0), tone::PAPER);
    mark(c, 320.0, 366.0, 1.1);
    c.line("M286 420L354 420", k.deep, 6.0);
    c.gleam("M232 286L232 440", 11.0);
}

pub(super) fn pump(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 130.0);
    c.line("M320 190L320 112L216 112Q200 114 200 134", k.deep, 24.0);
    c.solid(&block(268.0, 168.0, 104.0, 56.0, 12.0), k.deep);
    c.solid(&taper(220.0, 104.0, 508.0, 124.0, 34.0), k.main);
    c.solid(&block(232.0, 300.0, 176.0, 146.0, 18.0), k.soft);
    mark(c, 320.0, 356.0, 1.2);
    c.line("M280 414L360 414", k.deep, 6.0);
    c.gleam("M232 252L222 470", 11.0);
}

pub(super) fn tube(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 105.0);
    c.solid("M218 116L422 116L396 428L244 428Z", k.soft);
    c.solid(&block(208.0, 96.0, 224.0, 40.0, 8.0), k.main);
    c.flat("M226 214L414 214L406 306L234 306Z", k.shape);
    mark(c, 320.0, 260.0, 1.0);
    c.line("M276 348L364 348M292 378L348 378", k.deep, 7.0);
    c.solid(&taper(424.0, 62.0, 506.0, 52.0, 12.0), k.deep);
    c.gleam("M250 160L262 396", 11.0);
}

pub(super) fn lipstick(c: &mut Canvas) {
    let k = c.colors;
    let shade = c.color(&["#c9404f", "#b5495f", "#e0735f", "#8e3a48", "#d96f86"]);
    c.shadow(262.0, 506.0, 88.0);
    c.shadow(440.0, 506.0, 70.0);
    c.solid("M222 300L222 182Q226 128 300 112L304 300Z", shade);
    c.solid(&block(206.0, 270.0, 114.0, 92.0, 8.0), tone::GOLD);
    c.solid(&block(190.0, 346.0, 146.0, 160.0, 12.0), k.main);
    c.solid(&block(382.0, 306.0, 118.0, 200.0, 14.0), k.main);
    c.line("M384 470L498 470", tone::GOLD, 12.0);
    c.gleam("M240 190L240 250M210 374L210 478M402 334L402 440", 10.0);
}
