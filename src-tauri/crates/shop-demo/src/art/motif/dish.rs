//! Dishes and what they are served with: bowls of food, plates, sweets, drinks.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper, vessel},
};

pub(super) fn noodles(c: &mut Canvas) {
    let k = c.colors;
    bowl_with(c, "#f3dfb0");
    for step in 0..5u8 {
        let y = 290.0 + f32::from(step) * 10.0;
        c.line(
            &format!(
                "M{} {y}Q220 {} 300 {y}T{} {y}",
                168.0 + f32::from(step) * 5.0,
                y - 22.0,
                468.0 - f32::from(step) * 5.0
            ),
            "#e2bd72",
            7.0,
        );
    }
    c.solid(&oval(240.0, 288.0, 50.0, 26.0), "#fffdf5");
    c.solid(&oval(242.0, 288.0, 24.0, 14.0), "#f3a83a");
    greens_on_top(c);
    chopsticks_across(c, k.deep);
    steam(c, 200.0);
}

pub(super) fn stew(c: &mut Canvas) {
    let broth = c.color(&["#c9482f", "#d9793a", "#b9793f", "#e9dcbc"]);
    c.shadow(320.0, 504.0, 190.0);
    c.solid("M118 320Q84 322 88 354Q92 380 138 376ZM522 320Q556 322 552 354Q548 380 502 376Z", tone::IRON);
    c.solid(&vessel(304.0, 196.0, 500.0, 130.0), tone::IRON);
    c.solid(&oval(320.0, 304.0, 198.0, 48.0), "#5d626d");
    c.flat(&oval(320.0, 306.0, 176.0, 37.0), broth);
    for (x, y) in [(220.0, 300.0), (300.0, 322.0), (390.0, 296.0), (432.0, 314.0)] {
        c.solid(&block(x - 24.0, y - 17.0, 48.0, 30.0, 6.0), "#fff6df");
    }
    greens_on_top(c);
    c.gleam("M150 400Q162 444 196 468", 12.0);
    steam(c, 196.0);
}

pub(super) fn rice_bowl(c: &mut Canvas) {
    c.shadow(320.0, 504.0, 150.0);
    c.solid("M150 310C150 200 230 172 320 172S490 200 490 310Z", "#fffaf0");
    let toppings = [tone::LEAF, "#e3843f", "#f2c14c", "#8a5a3c", "#c9482f"];
    for (index, x) in [208.0, 266.0, 324.0, 382.0, 436.0].into_iter().enumerate() {
        let color = toppings[(index + c.choice(5)) % 5];
        for fan in [-16.0, 0.0, 16.0] {
            c.line(
                &format!("M{} 296Q{} 240 {} 206", x + fan, x + fan * 0.7, 320.0 + (x - 320.0) * 0.7 + fan * 0.4),
                color,
                15.0,
            );
        }
    }
    c.solid(&oval(320.0, 214.0, 58.0, 30.0), "#fffdf5");
    c.solid(&oval(322.0, 212.0, 27.0, 17.0), "#f3a83a");
    bowl_body(c);
}

pub(super) fn bowl(c: &mut Canvas) {
    let k = c.colors;
    bowl_with(c, k.deep);
    c.flat("M166 318Q320 352 474 318Q430 336 320 338Q210 336 166 318Z", "#ffffff1f");
    c.gleam("M158 372Q172 424 214 458", 13.0);
}

/// White, with a thin ring of colour.
pub(super) fn porcelain(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 150.0);
    c.solid(&taper(478.0, 66.0, 508.0, 74.0, 8.0), "#e9e4d8");
    c.solid(&vessel(298.0, 192.0, 492.0, 84.0), "#fbf8f0");
    c.line("M140 330Q320 360 500 330", k.main, 7.0);
    c.solid(&oval(320.0, 300.0, 192.0, 48.0), "#fbf8f0");
    c.flat(&oval(320.0, 304.0, 172.0, 37.0), "#e9e4d8");
    c.gleam("M158 372Q172 424 214 458", 13.0);
}

pub(super) fn plate(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 150.0);
    c.solid(&oval(320.0, 312.0, 194.0, 192.0), k.soft);
    c.printed(&oval(320.0, 312.0, 178.0, 176.0), k.main, k.soft);
    c.solid(&oval(320.0, 312.0, 128.0, 126.0), k.soft);
    for (dx, dy) in [(-44.0, -60.0), (44.0, -60.0), (-70.0, -8.0), (70.0, -8.0), (0.0, -84.0)] {
        c.flat(&leaf(320.0, 366.0, dx, dy), k.accent);
    }
    c.line("M320 396L320 300", k.deep, 6.0);
    c.gleam("M164 240Q186 186 232 156", 12.0);
}

pub(super) fn dumplings(c: &mut Canvas) {
    c.shadow(320.0, 504.0, 220.0);
    c.solid(&block(96.0, 366.0, 448.0, 136.0, 26.0), tone::WOOD);
    for y in [404, 452] {
        c.line(&format!("M112 {y}L528 {y}"), tone::WOOD_DEEP, 7.0);
    }
    c.solid(&oval(320.0, 366.0, 224.0, 60.0), "#b07e4c");
    c.flat(&oval(320.0, 364.0, 204.0, 48.0), "#f3e6c4");
    for (x, y) in [(240.0, 326.0), (400.0, 326.0), (176.0, 362.0), (320.0, 366.0), (464.0, 362.0)] {
        c.solid(
            &format!(
                "M{} {y}C{} {} {} {} {x} {}S{} {} {} {y}Q{x} {} {} {y}Z",
                x - 72.0,
                x - 66.0,
                y - 60.0,
                x - 30.0,
                y - 84.0,
                y - 84.0,
                x + 66.0,
                y - 60.0,
                x + 72.0,
                y + 40.0,
                x - 72.0
            ),
            "#fff6e4",
        );
        for dx in [-24.0, 0.0, 24.0] {
            c.line(&format!("M{x} {}Q{} {} {} {}", y - 78.0, x + dx * 0.6, y - 60.0, x + dx, y - 36.0), "#d9b98a", 5.0);
        }
    }
    steam(c, 180.0);
}

pub(super) fn rice_cakes(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 240.0);
    let colors = ["#f5b7c0", "#c9dba4", "#fff3dc", "#f4d58a", "#c8b3de"];
    let shift = c.choice(5);
    for (index, (x, y)) in
        [(250.0, 330.0), (390.0, 330.0), (180.0, 414.0), (320.0, 414.0), (460.0, 414.0)].into_iter().enumerate()
    {
        c.solid(
            &format!(
                "M{} {y}C{} {} {} {} {} {y}Q{x} {} {} {y}Z",
                x - 72.0,
                x - 64.0,
                y - 100.0,
                x + 64.0,
                y - 100.0,
                x + 72.0,
                y + 56.0,
                x - 72.0
            ),
            colors[(index + shift) % 5],
        );
        c.line(&format!("M{} {}Q{x} {} {} {}", x - 48.0, y - 18.0, y + 14.0, x + 48.0, y - 18.0), "#ffffff80", 6.0);
        c.flat(&oval(x, y - 44.0, 9.0, 8.0), k.deep);
    }
    c.solid("M84 436Q320 480 556 436Q548 478 470 486L170 486Q92 478 84 436Z", k.main);
    c.solid(&taper(484.0, 92.0, 504.0, 110.0, 8.0), k.deep);
}

pub(super) fn cookies(c: &mut Canvas) {
    c.shadow(320.0, 502.0, 190.0);
    let dough = c.color(&["#d9a05b", "#c98a4b", "#8e5a3b", "#e6c07f"]);
    for (x, y) in [(304.0, 470.0), (334.0, 430.0), (310.0, 390.0), (330.0, 350.0)] {
        c.solid(&block(x - 148.0, y - 20.0, 296.0, 50.0, 24.0), dough);
        c.flat(&oval(x - 70.0, y + 4.0, 13.0, 8.0), "#5a3625");
        c.flat(&oval(x + 48.0, y + 8.0, 15.0, 8.0), "#5a3625");
    }
    c.placed(352.0, 230.0, 12.0, 1.0, |c| {
        c.solid(&oval(0.0, 0.0, 122.0, 120.0), dough);
        for (x, y) in [(-50.0, -40.0), (20.0, -66.0), (60.0, 0.0), (-14.0, 10.0), (-66.0, 34.0), (30.0, 62.0)] {
            c.solid(&oval(x, y, 18.0, 15.0), "#5a3625");
        }
        c.gleam("M-96 -20Q-88 -66 -54 -88", 10.0);
    });
}

pub(super) fn fish(c: &mut Canvas) {
    let k = c.colors;
    let scale = c.color(&["#7d9bb0", "#8fa7a2", "#e29a78", "#6f86a8"]);
    c.shadow(320.0, 496.0, 250.0);
    c.solid(&block(76.0, 440.0, 488.0, 54.0, 26.0), k.soft);
    for (y, turn) in [(300.0, -5.0), (394.0, 3.0)] {
        c.placed(320.0, y, turn, 1.0, |c| {
            c.solid("M150 -4Q190 -58 236 -62Q220 0 238 56Q190 50 150 8Z", scale);
            c.solid("M-220 0C-160 -74 60 -96 170 0C60 86 -160 68 -220 0Z", scale);
            c.flat("M-206 12C-120 60 60 74 162 6C40 40 -100 40 -206 12Z", "#ffffff8c");
            c.line("M-134 -40Q-112 0 -134 40", "#00000033", 7.0);
            c.flat(&oval(-170.0, -12.0, 14.0, 14.0), "#fffdf5");
            c.flat(&oval(-170.0, -12.0, 7.0, 7.0), tone::INK);
            for x in [-70, -20, 30, 80] {
                c.line(&format!("M{x} -34Q{} -14 {x} 4", x + 16), "#ffffff66", 6.0);
            }
        });
    }
}

pub(super) fn tea(c: &mut Canvas) {
    let k = c.colors;
    let brew = c.color(&["#a9c25c", "#c9772f", "#b5532d", "#8a5a3c", "#e2b04a"]);
    c.shadow(320.0, 508.0, 230.0);
    c.solid(&oval(320.0, 482.0, 226.0, 30.0), k.soft);
    c.line("M470 330Q556 320 548 380Q540 430 450 432", k.main, 24.0);
    c.printed(&vessel(290.0, 164.0, 480.0, 76.0), k.main, k.soft);
    c.solid(&oval(320.0, 290.0, 164.0, 38.0), k.soft);
    c.flat(&oval(320.0, 294.0, 146.0, 28.0), brew);
    c.solid(&leaf(290.0, 300.0, 56.0, -12.0), tone::LEAF);
    steam(c, 190.0);
}

fn bowl_with(c: &mut Canvas, inside: &str) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 150.0);
    bowl_body(c);
    c.solid(&oval(320.0, 300.0, 192.0, 48.0), k.soft);
    c.flat(&oval(320.0, 304.0, 172.0, 37.0), inside);
}

fn bowl_body(c: &mut Canvas) {
    let k = c.colors;
    c.solid(&taper(478.0, 66.0, 508.0, 74.0, 8.0), k.deep);
    c.printed(&vessel(298.0, 192.0, 492.0, 84.0), k.main, k.soft);
    c.line("M136 322Q320 348 504 322", "#ffffff4d", 7.0);
}

fn greens_on_top(c: &mut Canvas) {
    for _ in 0..6 {
        let (x, y) = (c.between(296.0, 460.0), c.between(282.0, 318.0));
        c.line(&format!("M{x:.0} {y:.0}L{:.0} {:.0}", x + 10.0, y + 4.0), tone::LEAF, 9.0);
    }
    c.flat(&oval(380.0, 294.0, 15.0, 8.0), tone::RED);
}

fn chopsticks_across(c: &mut Canvas, color: &str) {
    c.line("M352 270L566 176", color, 11.0);
    c.line("M376 286L580 206", color, 11.0);
}

/// Three wisps above a dish, their lower ends at `y`.
pub(super) fn steam(c: &mut Canvas, y: f32) {
    for x in [250.0, 316.0, 384.0] {
        let rise = c.between(64.0, 104.0);
        c.line(
            &format!("M{x} {y}Q{} {} {x} {}T{x} {}", x - 22.0, y - rise * 0.25, y - rise * 0.5, y - rise),
            "#ffffffbf",
            10.0,
        );
    }
}
