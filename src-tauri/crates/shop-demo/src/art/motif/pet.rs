//! For animals, and the animals themselves.

use super::super::{
    canvas::Canvas,
    palette::tone,
    shape::{block, oval},
};

pub(super) fn dog(c: &mut Canvas) {
    let k = c.colors;
    let coat = c.color(&["#e3b27a", "#fff3e0", "#a8744a", "#8a8f99"]);
    c.shadow(320.0, 508.0, 160.0);
    c.line("M444 460Q520 440 506 370", coat, 30.0);
    c.solid("M222 506C190 400 240 330 320 330S450 400 418 506Z", coat);
    c.solid(&oval(320.0, 236.0, 136.0, 124.0), coat);
    let ears = "M214 150C150 120 120 210 150 296Q190 310 206 250ZM426 150C490 120 520 210 490 296Q450 310 434 250Z";
    c.solid(ears, coat);
    c.flat(ears, "#5a2f1a4d");
    c.solid(&oval(320.0, 290.0, 70.0, 54.0), "#fff8ec");
    face(c, 320.0, 226.0);
    c.solid("M290 266Q320 254 350 266Q340 292 320 294Q300 292 290 266Z", tone::INK);
    c.line("M320 294L320 310M292 312Q306 328 320 312Q334 328 348 312", tone::INK, 6.0);
    c.line("M222 350Q320 396 418 350", k.main, 24.0);
    c.solid(&oval(320.0, 392.0, 20.0, 20.0), tone::GOLD);
    for x in [262.0, 378.0] {
        c.solid(&oval(x, 494.0, 36.0, 19.0), "#fff8ec");
    }
}

pub(super) fn cat(c: &mut Canvas) {
    let k = c.colors;
    let coat = c.color(&["#f0a55c", "#9aa0ab", "#fff3e0", "#5a5560"]);
    c.shadow(320.0, 508.0, 165.0);
    c.line("M420 480C540 490 540 360 490 340", coat, 30.0);
    c.solid("M216 506C200 390 250 330 320 330S440 390 424 506Z", coat);
    c.solid("M196 220L186 84L276 150ZM444 220L454 84L364 150Z", coat);
    c.flat("M208 170L204 116L244 148ZM432 170L436 116L396 148Z", "#f2a9a0");
    c.solid(&oval(320.0, 236.0, 140.0, 116.0), coat);
    c.line("M320 128L320 168M290 134L294 164M350 134L346 164", "#5a2f1a59", 11.0);
    face(c, 320.0, 232.0);
    c.flat("M306 272L334 272L320 288Z", "#e8837b");
    c.line("M320 288Q306 308 290 296M320 288Q334 308 350 296", tone::INK, 5.0);
    c.line("M222 270L160 258M222 288L162 296M418 270L480 258M418 288L478 296", "#ffffffb3", 5.0);
    c.line("M228 352Q320 390 412 352", k.main, 20.0);
    c.solid(&oval(320.0, 384.0, 18.0, 18.0), tone::GOLD);
    for x in [270.0, 370.0] {
        c.solid(&oval(x, 494.0, 34.0, 18.0), "#fff8ec");
    }
}

/// Two eyes and a blush about `(x, y)`.
fn face(c: &mut Canvas, x: f32, y: f32) {
    for side in [-1.0, 1.0] {
        c.flat(&oval(x + 56.0 * side, y, 13.0, 16.0), tone::INK);
        c.flat(&oval(x + 56.0 * side - 4.0, y - 6.0, 4.5, 5.5), "#ffffff");
        c.flat(&oval(x + 88.0 * side, y + 38.0, 20.0, 12.0), "#f2857a66");
    }
}

pub(super) fn cat_toy(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(330.0, 504.0, 190.0);
    c.line("M120 490L330 130", tone::WOOD, 15.0);
    c.line("M330 130Q470 90 440 260", k.deep, 6.0);
    c.solid("M440 250C360 280 350 400 440 420C530 400 520 280 440 250Z", k.main);
    c.solid(&oval(406.0, 282.0, 26.0, 26.0), k.accent);
    c.solid(&oval(474.0, 282.0, 26.0, 26.0), k.accent);
    c.flat(&oval(418.0, 324.0, 8.0, 10.0), tone::INK);
    c.flat(&oval(462.0, 324.0, 8.0, 10.0), tone::INK);
    c.flat(&oval(440.0, 350.0, 10.0, 8.0), "#e8837b");
    c.line("M440 418Q400 470 450 496", k.deep, 9.0);
    c.solid(&oval(230.0, 462.0, 42.0, 42.0), k.accent);
    c.line("M196 452Q230 474 266 450M212 434Q240 452 258 490", k.soft, 6.0);
}

pub(super) fn leash(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 504.0, 190.0);
    c.line("M420 400C560 360 540 130 380 150C230 170 250 60 150 110", k.main, 20.0);
    c.line("M420 400C560 360 540 130 380 150C230 170 250 60 150 110", "#ffffff59", 5.0);
    c.line(&oval(300.0, 400.0, 140.0, 90.0), k.main, 36.0);
    c.line(&oval(300.0, 400.0, 140.0, 90.0), "#ffffff66", 5.0);
    c.solid(&block(256.0, 464.0, 88.0, 52.0, 12.0), tone::GOLD);
    c.line("M420 396L446 386", tone::STEEL_DEEP, 24.0);
    c.solid("M300 520C260 490 280 470 300 486C320 470 340 490 300 520Z", k.accent);
}

pub(super) fn pet_bowl(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 506.0, 215.0);
    c.solid(&oval(320.0, 340.0, 180.0, 50.0), k.soft);
    for (x, y) in
        [(220.0, 318.0), (280.0, 300.0), (346.0, 298.0), (412.0, 318.0), (310.0, 330.0), (380.0, 338.0), (250.0, 344.0)]
    {
        c.solid(&oval(x, y, 38.0, 30.0), "#a86f42");
    }
    c.printed("M146 346Q320 420 494 346L534 476Q538 506 508 506L132 506Q102 506 106 476Z", k.main, "#ffffff33");
    c.solid("M270 446C240 446 240 412 262 414C256 386 292 386 292 414L348 414C348 386 384 386 378 414C400 412 400 446 370 446C384 474 348 480 346 456L294 456C292 480 256 474 270 446Z", tone::PAPER);
}

pub(super) fn pet_house(c: &mut Canvas) {
    let k = c.colors;
    c.shadow(320.0, 508.0, 205.0);
    c.solid(&block(150.0, 270.0, 340.0, 236.0, 16.0), tone::WOOD);
    c.line("M158 330L482 330M158 400L482 400M158 460L482 460", "#00000017", 5.0);
    c.flat("M246 506L246 400Q246 324 320 324Q394 324 394 400L394 506Z", "#5b3c22");
    c.solid("M234 506Q240 456 320 456T406 506Z", k.accent);
    c.solid("M320 104L540 270Q552 300 516 304L124 304Q88 300 100 270Z", k.main);
    c.line("M130 288L510 288", k.deep, 11.0);
    c.solid(&oval(320.0, 216.0, 36.0, 34.0), k.soft);
}
