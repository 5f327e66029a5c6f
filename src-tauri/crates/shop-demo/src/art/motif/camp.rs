//! Outdoors: tent, light, fire, seat; and the bicycle.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, leaf, oval, taper},
};

pub(super) fn tent(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 500.0, 260.0);
    c.line("M320 130L324 96", tone::WOOD_DEEP, 12.0);
    c.flat("M324 96L386 112L326 128Z", k.accent);
    c.line("M150 340L60 494M490 340L580 494", "#0000002e", 6.0);
    c.printed("M320 122Q420 360 560 494L80 494Q220 360 320 122Z", k.main, "#ffffff2e");
    c.flat("M320 170Q350 380 420 494L220 494Q290 380 320 170Z", "#3d2f2a");
    c.flat("M320 330Q336 420 380 494L260 494Q304 420 320 330Z", "#f6c76a");
    c.solid(
        "M320 170Q296 380 176 494L250 494Q310 380 320 170ZM320 170Q344 380 464 494L390 494Q330 380 320 170Z",
        k.soft,
    );
    c.line("M72 496L568 496", k.deep, 9.0);
}

pub(super) fn lantern(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 130.0);
    c.flat(&oval(320.0, 330.0, 190.0, 190.0), "#ffe9a859");
    c.line("M232 190Q230 70 320 70Q410 70 408 190", k.deep, 12.0);
    c.solid("M250 200Q258 140 320 140Q382 140 390 200Z", k.main);
    c.solid(&taper(200.0, 88.0, 426.0, 100.0, 20.0), "#fff5d6b3");
    c.solid("M320 244C372 320 364 376 320 380C276 376 268 320 320 244Z", "#f5a63c");
    c.flat("M320 304C344 340 342 370 320 372C298 370 296 340 320 304Z", "#fff1b8");
    for x in [232, 408] {
        c.line(&format!("M{x} 210L{} 420", x + (x - 320) / 14), k.deep, 9.0);
    }
    c.solid(&block(214.0, 184.0, 212.0, 32.0, 12.0), k.main);
    c.solid(&taper(416.0, 116.0, 508.0, 132.0, 22.0), k.main);
    c.gleam("M258 240L254 390M214 444L210 482", 10.0);
}

pub(super) fn camp_chair(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 200.0);
    c.line("M196 360L440 500M444 360L200 500", tone::WOOD_DEEP, 18.0);
    c.line("M180 130L196 372M460 130L444 372", tone::WOOD, 18.0);
    c.printed("M178 130Q320 160 462 130L448 320Q320 350 192 320Z", k.main, k.soft);
    c.solid("M180 340Q320 380 460 340L490 396Q320 440 150 396Z", k.main);
    c.line("M130 296L220 300M510 296L420 300", tone::WOOD, 24.0);
    c.line("M140 300L150 400M500 300L490 400", tone::WOOD, 14.0);
}

pub(super) fn stove(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 190.0);
    c.solid(
        "M250 350C220 290 270 270 262 210C310 240 316 270 312 290C330 260 336 220 326 170C400 230 410 300 380 350Z",
        "#f0883a",
    );
    c.flat("M284 350C270 310 306 300 308 262C346 290 362 320 346 350Z", "#ffe08a");
    c.solid("M150 346L490 346L446 466L194 466Z", k.main);
    for x in [224, 272, 320, 368, 416] {
        c.line(&format!("M{x} 386L{} 430", x + (320 - x) / 10), k.deep, 13.0);
    }
    c.solid(&block(130.0, 328.0, 380.0, 34.0, 14.0), k.deep);
    c.line("M220 466L196 506M420 466L444 506", k.deep, 18.0);
    c.gleam("M182 372L208 448", 11.0);
}

pub(super) fn firewood(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 220.0);
    for (x, y) in [(196.0, 438.0), (320.0, 438.0), (444.0, 438.0), (258.0, 336.0), (382.0, 336.0), (320.0, 236.0)] {
        c.solid(&oval(x, y, 64.0, 60.0), tone::WOOD_DEEP);
        c.flat(&oval(x, y, 50.0, 47.0), "#ecc998");
        c.line(&oval(x + 3.0, y + 2.0, 30.0, 27.0), "#c8935f", 5.0);
        c.line(&oval(x + 4.0, y + 2.0, 11.0, 10.0), "#c8935f", 5.0);
    }
    c.line("M150 360Q320 300 490 360", k.main, 17.0);
    c.solid(&leaf(360.0, 182.0, 64.0, -40.0), tone::LEAF);
}

pub(super) fn camp_table(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 230.0);
    c.line("M180 356L430 500M460 356L210 500", tone::WOOD_DEEP, 20.0);
    for (y, wood) in [(326.0, tone::WOOD), (346.0, tone::WOOD_DEEP)] {
        c.solid(&block(84.0, y, 472.0, 32.0, 14.0), wood);
    }
    c.solid(&block(170.0, 220.0, 96.0, 110.0, 20.0), k.main);
    c.line("M262 250Q300 250 294 284Q288 304 262 304", k.main, 13.0);
    c.solid("M346 328Q340 270 356 262L448 262Q464 270 458 328Z", k.accent);
    c.line("M372 262Q376 210 402 210Q428 210 432 262", k.deep, 10.0);
    super::dish::steam(c, 196.0);
}

pub(super) fn bell(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 210.0);
    c.line("M80 460L560 460", tone::STEEL_DEEP, 36.0);
    c.solid(&block(66.0, 434.0, 120.0, 54.0, 24.0), tone::INK);
    c.solid(&block(268.0, 396.0, 104.0, 100.0, 18.0), tone::STEEL);
    c.solid("M150 400C140 250 230 180 320 180S500 250 490 400Q320 432 150 400Z", k.main);
    c.solid("M140 386Q320 424 500 386L502 420Q320 454 138 420Z", k.deep);
    c.solid(&oval(320.0, 176.0, 26.0, 22.0), tone::GOLD);
    c.line("M480 400L556 372", tone::STEEL_DEEP, 15.0);
    c.solid(&oval(560.0, 370.0, 26.0, 24.0), k.accent);
    c.gleam("M188 350Q196 270 258 228", 14.0);
}
