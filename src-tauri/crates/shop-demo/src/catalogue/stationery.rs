//! Stationery: paper, pens, ink, stickers. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{Book, Brush, Envelope, Ink, Notebook, Pencil, Pens, Stickers, Tape};
use crate::art::Palette;

use super::base::{BaseProduct, item};

/// The products of the category `stationery`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("실제본 공책", "Thread-bound Notebook", 9_500, Notebook)
        .about(
            "실로 꿰매어 끝까지 활짝 펼쳐져요. 만년필 잉크가 번지지 않는 종이예요.",
            "Sewn to lie flat to the last page. Paper that holds fountain-pen ink.",
        )
        .options(&[("줄", 9_500), ("모눈", 9_500), ("무지", 9_500)]),
    item("하루 한 장 일기장", "Page-a-day Diary", 17_800, Notebook)
        .about(
            "날짜가 없어 언제 시작해도 좋아요. 가름끈이 두 개 달렸어요.",
            "Undated, so begin whenever you like. It has two ribbons.",
        )
        .palette(Palette::Plum),
    item("가죽 여행 수첩", "Leather Travel Journal", 34_000, Notebook)
        .about(
            "손에 쥐면 점점 색이 깊어지는 가죽이에요. 속지를 갈아 끼워 오래 써요.",
            "Leather that deepens with use. Refill it and keep it for years.",
        )
        .palette(Palette::Clay)
        .last_few(3),
    item("먹색 젤펜 5자루", "Ink-black Gel Pens, Five", 7_500, Pens)
        .about(
            "끊김 없이 부드럽게 써지는 펜이에요. 공책 한 권을 다 채울 만큼 넉넉해요.",
            "Smooth without skipping. Enough ink for a whole notebook.",
        )
        .palette(Palette::Stone),
    item("색연필꽂이 세트", "Pens and Cup Set", 19_000, Pens)
        .about(
            "도자기 연필꽂이에 펜 세 자루를 담았어요. 책상 위가 금세 단정해져요.",
            "A ceramic cup with three pens. The desk looks tidy at once.",
        )
        .palette(Palette::Sea)
        .sale(18),
    item("삼나무 연필 6자루", "Cedar Pencils, Six", 6_800, Pencil).about(
        "깎을 때마다 삼나무 향이 나요. 심이 단단해 쉽게 부러지지 않아요.",
        "Every sharpening smells of cedar. A firm core that seldom breaks.",
    ),
    item("어린이 색연필 12색", "Colouring Pencils, Twelve", 12_800, Pencil)
        .about(
            "색이 부드럽게 겹쳐지는 색연필이에요. 굵어서 작은 손에도 잘 쥐어져요.",
            "Colours that layer softly. Thick enough for small hands.",
        )
        .palette(Palette::Mint),
    item("과일 스티커 모음", "Fruit Sticker Sheet", 3_500, Stickers)
        .about(
            "다이어리 구석에 붙이기 좋은 작은 과일들이에요. 떼었다 다시 붙일 수 있어요.",
            "Small fruit for the corners of a diary. They lift off and stick again.",
        )
        .limit(10),
    item("날씨 스티커", "Weather Stickers", 3_800, Stickers)
        .about(
            "오늘 하늘을 한 장으로 남겨 보세요. 맑음부터 첫눈까지 서른 가지예요.",
            "Keep today's sky. Thirty kinds, from clear to first snow.",
        )
        .palette(Palette::Sky),
    item("만년필 잉크 30ml", "Fountain Pen Ink 30ml", 14_000, Ink)
        .about(
            "마르면서 테두리가 짙어지는 잉크예요. 이름을 붙인 여섯 가지 색이 있어요.",
            "Darkens at the edges as it dries. Six named colours.",
        )
        .options(&[("밤바다", 14_000), ("솔숲", 14_000), ("자두", 14_000)])
        .palette(Palette::Indigo),
    item("색먹 한 병", "Coloured Sumi Ink", 11_000, Ink)
        .about(
            "붓글씨와 그림에 두루 쓰는 색먹이에요. 물을 섞으면 맑게 번져요.",
            "For brush writing and painting. Spreads clearly with water.",
        )
        .palette(Palette::Rose),
    item("수채 팔레트 세트", "Watercolour Palette Set", 28_000, Brush)
        .about(
            "다섯 색만으로 풍경을 그릴 수 있어요. 붓 한 자루를 함께 넣었어요.",
            "Five colours are enough for a landscape. A brush is included.",
        )
        .sale(20),
    item("세필 붓 3종", "Fine Brushes, Three", 16_500, Brush)
        .about(
            "끝이 곱게 모이는 세필이에요. 엽서 그림에 알맞은 크기로 골랐어요.",
            "Brushes that keep a fine point, sized for postcards.",
        )
        .palette(Palette::Stone)
        .sold_out(),
    item("계절 편지지 세트", "Seasonal Letter Set", 8_900, Envelope).about(
        "계절마다 다른 그림이 깔린 편지지예요. 봉투를 봉할 스티커도 들어 있어요.",
        "Paper with a picture for each season, and seals for the envelope.",
    ),
    item("축하 카드 4장", "Greeting Cards, Four", 9_900, Envelope)
        .about(
            "속지가 비어 있어 마음껏 쓸 수 있어요. 도톰한 종이라 세워 두기도 좋아요.",
            "Blank inside for your own words. Thick enough to stand.",
        )
        .palette(Palette::Persimmon),
    item("마스킹테이프 5개", "Washi Tape, Five Rolls", 9_800, Tape)
        .about(
            "손으로 쉽게 찢어지는 종이테이프예요. 선물 포장에 둘러도 예뻐요.",
            "Tears by hand. Pretty around a present too.",
        )
        .sale(30),
    item("넓은 무늬 테이프", "Wide Patterned Tape", 5_200, Tape)
        .about(
            "상자를 봉할 때도 멋을 내고 싶다면요. 접착력이 세서 택배에도 쓸 수 있어요.",
            "For boxes that deserve better. Strong enough for the post.",
        )
        .palette(Palette::Indigo),
    item("한지 책갈피 묶음", "Paper Bookmarks", 4_500, Envelope)
        .about(
            "물들인 한지를 손으로 찢어 만들었어요. 책마다 다른 결을 끼워 보세요.",
            "Hand-torn dyed paper. A different grain for every book.",
        )
        .palette(Palette::Moss)
        .last_few(5),
    item("독서 기록장", "Reading Log", 11_500, Book).about(
        "읽은 책 쉰 권을 담을 수 있는 기록장이에요. 마지막 장에는 올해의 한 권을 적어요.",
        "Room for fifty books. The last page is for the best of them.",
    ),
    item("천 필통", "Cloth Pencil Case", 15_500, Pens)
        .about(
            "두껍게 누벼 펜촉을 지켜 주는 필통이에요. 펼치면 받침처럼 쓸 수 있어요.",
            "Padded to protect nibs. Opens into a tray.",
        )
        .palette(Palette::Lavender),
];
