//! What one wears and carries.

use super::super::{
    canvas::{Canvas, Weave},
    palette::tone,
    shape::{block, leaf, oval},
};

pub(super) fn apron(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 514.0, 150.0);
    c.line("M250 170Q256 70 320 70Q384 70 390 170M214 280L120 320M426 280L520 320", k.deep, 13.0);
    c.printed(
        "M238 160L402 160Q404 250 470 280L478 480Q478 506 452 506L188 506Q162 506 162 480L170 280Q236 250 238 160Z",
        k.main,
        "#ffffff4d",
    );
    c.solid("M226 346L414 346L408 446Q406 458 394 458L246 458Q234 458 232 446Z", k.accent);
    c.line("M230 364L410 364", k.soft, 5.0);
    c.line("M320 364L320 456", k.soft, 4.0);
}

pub(super) fn tshirt(c: &mut Canvas) {
    let k = c.colors;
    let cloth = c.color(&[k.main, k.soft, k.accent]);
    c.shadow(320.0, 514.0, 170.0);
    c.printed("M240 128L120 192L78 310L160 340L186 300L180 480Q180 502 202 502L438 502Q460 502 460 480L454 300L480 340L562 310L520 192L400 128Q320 196 240 128Z", cloth, if cloth == k.soft { k.main } else { "#ffffff59" });
    c.line("M244 134Q320 206 396 134", k.deep, 12.0);
    c.line("M186 300Q194 260 190 232M454 300Q446 260 450 232", "#0000001f", 6.0);
}

/// With level stripes over the sleeves as well.
pub(super) fn long_tee(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 514.0, 175.0);
    c.woven(SLEEVES, k.soft, k.main, Weave::Stripes);
    c.woven(
        "M244 130Q320 190 396 130Q452 148 462 220L460 480Q460 502 438 502L202 502Q180 502 180 480L178 220Q188 148 244 130Z",
        k.soft,
        k.main,
        Weave::Stripes,
    );
    c.line("M244 134Q320 200 396 134", k.deep, 12.0);
    c.line("M196 320Q186 270 190 232M444 320Q454 270 450 232", "#0000001f", 6.0);
}

const SLEEVES: &str =
    "M232 150Q140 170 124 260L92 452Q124 476 160 460L196 320ZM408 150Q500 170 516 260L548 452Q516 476 480 460L444 320Z";
const TRUNK: &str = "M244 136Q320 176 396 136Q452 150 462 220L460 470L180 470L178 220Q188 150 244 136Z";

pub(super) fn sweater(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 514.0, 175.0);
    c.solid(SLEEVES, k.main);
    c.printed(TRUNK, k.main, k.soft);
    hems(c);
}

/// With three cables down its front.
pub(super) fn cable_knit(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 514.0, 175.0);
    c.solid(SLEEVES, k.main);
    c.solid(TRUNK, k.main);
    for x in [240, 320, 400] {
        for y in (190..440).step_by(44) {
            let (left, right, middle, end) = (x - 16, x + 16, y + 22, y + 44);
            c.line(
                &format!("M{left} {y}Q{left} {middle} {right} {end}M{right} {y}Q{right} {middle} {left} {end}"),
                k.soft,
                8.0,
            );
        }
    }
    hems(c);
}

fn hems(c: &mut Canvas) {
    let k = c.colors;
    c.solid(&block(178.0, 456.0, 284.0, 46.0, 14.0), k.deep);
    for x in (200..450).step_by(24) {
        c.line(&format!("M{x} 466L{x} 492"), "#ffffff33", 5.0);
    }
    c.solid("M240 132Q320 118 400 132Q396 172 320 176Q244 172 240 132Z", k.deep);
    c.line("M94 438Q126 458 160 444M546 438Q514 458 480 444", k.deep, 18.0);
}

pub(super) fn socks(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 190.0);
    let (first, second) = if c.choice(2) == 0 { (k.main, k.main) } else { (k.main, k.accent) };
    for (x, y, yarn) in [(250.0, 276.0, second), (356.0, 306.0, first)] {
        let turn = c.between(-5.0, 5.0);
        c.placed(x, y, turn, 1.0, |c| {
            c.printed(
                "M-66 -160L50 -160L54 66Q60 100 130 124Q176 142 166 178Q154 198 110 196L10 196Q-74 190 -72 90Z",
                yarn,
                "#ffffff73",
            );
            c.solid(&block(-74.0, -178.0, 132.0, 52.0, 14.0), k.soft);
            c.solid("M120 118Q176 142 166 178Q154 198 112 196Q100 156 120 118Z", k.soft);
        });
    }
}

pub(super) fn hat(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 220.0);
    let felt = c.color(&[tone::STRAW, k.main, "#cfa06a"]);
    c.solid(&oval(320.0, 426.0, 240.0, 70.0), felt);
    c.solid("M186 420C176 280 210 190 320 190S464 280 454 420Q320 458 186 420Z", felt);
    c.solid("M184 372Q320 412 456 372L456 420Q320 460 184 420Z", k.deep);
    for x in [228, 274, 320, 366, 412] {
        c.line(&format!("M{x} {}Q{} 290 {x} 368", 250 + (x - 320i32).abs() / 4, x + 8), "#00000012", 6.0);
    }
    c.solid(&leaf(440.0, 400.0, 46.0, -70.0), k.accent);
    c.gleam("M212 340Q214 268 254 230", 11.0);
}

pub(super) fn beanie(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 180.0);
    c.solid(&oval(320.0, 140.0, 62.0, 58.0), k.accent);
    c.printed("M150 400C140 240 220 170 320 170S500 240 490 400Z", k.main, k.soft);
    c.solid(&block(132.0, 380.0, 376.0, 116.0, 40.0), k.deep);
    for x in (164..490).step_by(30) {
        c.line(&format!("M{x} 402L{x} 474"), "#ffffff33", 8.0);
    }
    c.gleam("M286 118Q298 100 318 98", 10.0);
}

pub(super) fn tote(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 185.0);
    let cloth = c.color(&[tone::PAPER, k.main, k.soft]);
    c.line("M236 256Q230 90 320 90Q410 90 404 256", k.deep, 18.0);
    c.solid("M160 236L480 236L500 480Q500 508 470 508L170 508Q140 508 140 480Z", cloth);
    c.line("M160 258L480 258", "#00000024", 6.0);
    let print = if cloth == k.main { k.soft } else { k.main };
    match c.choice(3) {
        0 => {
            for (dx, dy) in [(-60.0, -70.0), (60.0, -70.0), (0.0, -100.0), (-76.0, -10.0), (76.0, -10.0)] {
                c.flat(&leaf(320.0, 440.0, dx, dy), print);
            }
        }
        1 => {
            c.flat(&oval(320.0, 384.0, 78.0, 78.0), print);
            c.flat("M242 390Q280 356 320 390T398 390Q392 462 320 462T242 390Z", k.accent);
        }
        _ => c.printed(&block(216.0, 310.0, 208.0, 150.0, 14.0), print, k.accent),
    }
}

pub(super) fn backpack(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 180.0);
    c.line("M276 130Q276 82 320 82Q364 82 364 130", k.deep, 18.0);
    c.solid(&block(134.0, 300.0, 372.0, 160.0, 36.0), k.deep);
    c.solid("M166 250Q170 116 320 116Q470 116 474 250L482 462Q482 508 436 508L204 508Q158 508 158 462Z", k.main);
    c.solid(&block(206.0, 330.0, 228.0, 150.0, 30.0), k.accent);
    c.line("M226 368L414 368", k.soft, 7.0);
    c.line("M398 368L398 402", tone::GOLD, 9.0);
    c.line("M196 250Q320 282 444 250", k.deep, 9.0);
    c.gleam("M192 230Q204 168 250 148", 12.0);
}

pub(super) fn sneakers(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 245.0);
    for (x, y, scale) in [(356.0, 330.0, 0.86), (300.0, 412.0, 1.0)] {
        c.placed(x, y, 0.0, scale, |c| {
            c.solid("M-216 -120Q-170 -96 -120 -120Q-60 -150 -20 -126Q40 -40 140 -22Q216 -8 222 50L-220 50Q-236 -40 -216 -120Z", k.main);
            c.solid("M110 -28Q216 -16 222 50L96 50Q84 0 110 -28Z", k.soft);
            c.solid("M-218 -112Q-190 -40 -150 50L-220 50Q-234 -40 -218 -112Z", k.deep);
            c.solid(&block(-230.0, 42.0, 462.0, 46.0, 22.0), k.soft);
            c.line("M-224 66L226 66", k.accent, 7.0);
            for step in 0..4u8 {
                let at = f32::from(step) * 34.0;
                c.line(&format!("M{} {}L{} {}", -34.0 + at, -88.0 + at * 0.55, -66.0 + at, -58.0 + at * 0.55), k.soft, 11.0);
            }
            c.line("M-130 20Q-60 10 -20 -30", k.accent, 15.0);
        });
    }
}

pub(super) fn scarf(c: &mut Canvas) {
    let k = c.colors;
    wound(c, |c, outline| c.printed(outline, k.main, k.soft));
}

pub(super) fn checked_scarf(c: &mut Canvas) {
    let k = c.colors;
    wound(c, |c, outline| c.woven(outline, k.main, k.soft, Weave::Checks));
}

/// A scarf of three pieces of cloth.
fn wound(c: &mut Canvas, cloth: impl Fn(&mut Canvas, &str)) {
    let k = c.colors;
    c.shadow(320.0, 510.0, 150.0);
    for x in [236, 258, 280, 302, 364, 386, 408, 430] {
        c.line(
            &format!("M{x} {}L{x} {}", if x < 330 { 470 } else { 440 }, if x < 330 { 506 } else { 476 }),
            k.deep,
            9.0,
        );
    }
    cloth(c, "M352 250L446 250L442 446L352 446Z");
    cloth(c, "M228 250L318 240L314 478L224 478Z");
    cloth(c, "M160 200C170 110 250 110 320 110S470 110 480 200C490 290 400 306 320 306S150 290 160 200Z");
    c.flat("M214 190C240 150 400 150 426 190C400 226 240 226 214 190Z", k.deep);
    c.line("M176 236Q320 300 464 236", "#0000001f", 8.0);
}

pub(super) fn mittens(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 190.0);
    c.line("M214 500Q320 540 426 500", k.deep, 9.0);
    for (x, mirror) in [(214.0, 1.0), (426.0, -1.0)] {
        let thumb = format!(
            "M{} 340Q{} 270 {} 290Q{} 320 {} 400Z",
            x + 60.0 * mirror,
            x + 120.0 * mirror,
            x + 132.0 * mirror,
            x + 130.0 * mirror,
            x + 56.0 * mirror
        );
        c.solid(&thumb, k.main);
        c.printed(
            &format!("M{} 430L{} 240Q{x} 90 {} 240L{} 430Z", x - 78.0, x - 82.0, x + 82.0, x + 74.0),
            k.main,
            k.soft,
        );
        c.solid(&block(x - 86.0, 416.0, 170.0, 84.0, 22.0), k.accent);
        for dx in [-54.0, -20.0, 14.0, 48.0] {
            c.line(&format!("M{} 434L{} 482", x + dx, x + dx), "#ffffff4d", 8.0);
        }
    }
}

pub(super) fn umbrella(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 90.0);
    c.line("M320 120L320 450Q320 504 366 504Q404 504 404 462", tone::WOOD_DEEP, 15.0);
    c.printed("M70 330C76 180 200 104 320 104S564 180 570 330Q530 296 486 330Q444 296 402 330Q360 296 320 330Q280 296 238 330Q196 296 154 330Q110 296 70 330Z", k.main, "#ffffff4d");
    c.line(
        "M320 104Q232 200 238 326M320 104Q408 200 402 326M320 104Q156 190 154 326M320 104Q484 190 486 326",
        "#00000024",
        6.0,
    );
    c.line("M320 104L320 70", tone::WOOD_DEEP, 13.0);
    c.gleam("M110 268Q140 190 210 150", 12.0);
}

pub(super) fn ribbon(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 170.0);
    c.solid("M296 320L206 486L256 474L286 506L340 340ZM344 320L434 486L384 474L354 506L300 340Z", k.deep);
    c.printed("M310 300C230 170 96 180 110 300C96 420 230 420 310 330ZM330 300C410 170 544 180 530 300C544 420 410 420 330 330Z", k.main, "#ffffff59");
    c.flat("M284 304Q210 240 160 270Q230 290 284 316ZM356 304Q430 240 480 270Q410 290 356 316Z", "#00000024");
    c.solid(&block(276.0, 268.0, 88.0, 92.0, 28.0), k.accent);
}
