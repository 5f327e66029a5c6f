//! Children: toys, books, small clothes. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{
    Apron, Backpack, Bear, Blocks, Book, Pencil, Present, Puzzle, Sneakers, Towel, Train, Umbrella,
};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `kids`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("원목 쌓기 블록", "Wooden Blocks", 45_000, Blocks)
        .about(
            "모서리를 둥글게 다듬은 블록이에요. 물감도 아이 입에 닿아도 되는 것만 썼어요.",
            "Rounded corners and paint that is safe to chew.",
        )
        .options(&[("30조각", 45_000), ("60조각", 79_000)]),
    item("무지개 아치 블록", "Rainbow Arch Blocks", 38_000, Blocks)
        .about(
            "다리도 되고 요람도 되는 여섯 개의 아치예요. 정답이 없어 오래 놀아요.",
            "Bridge or cradle, six arches with no right answer.",
        )
        .palette(Palette::Rose),
    item("곰 인형 나리", "Nari the Bear", 32_000, Bear)
        .about(
            "안았을 때 무게가 꼭 맞는 곰이에요. 빨아도 솜이 뭉치지 않아요.",
            "Just the right weight to hug. Washes without clumping.",
        )
        .tint(Tint::Sand),
    item("눈곰 인형", "Snow Bear", 34_000, Bear)
        .about("겨울에 태어난 하얀 곰이에요. 목도리를 풀었다 맬 수 있어요.", "A white bear born in winter.")
        .tint(Tint::Cream)
        .last_few(3),
    item("칙칙폭폭 나무 기차", "Wooden Train", 36_000, Train)
        .about(
            "자석으로 이어지는 세 칸 기차예요. 선로 없이도 잘 굴러가요.",
            "Three cars joined by magnets. Runs without a track.",
        )
        .sale(20),
    item("동물 기차", "Animal Train", 41_000, Train)
        .about(
            "칸마다 동물 손님을 태워 보세요. 바퀴에 고무를 둘러 조용해요.",
            "A seat for every animal. Rubber tyres keep it quiet.",
        )
        .palette(Palette::Mint),
    item("첫 낱말 그림책", "First Words Picture Book", 13_500, Book)
        .about(
            "두꺼운 종이라 찢어지지 않아요. 한글과 영어 낱말이 나란히 있어요.",
            "Thick pages that do not tear. Korean and English side by side.",
        )
        .palette(Palette::Persimmon),
    item("잠자리 이야기책", "Bedtime Stories", 15_800, Book)
        .about(
            "하루에 한 편, 서른 밤의 이야기예요. 마지막은 늘 달님이 인사해요.",
            "Thirty nights of stories. The moon always says good night.",
        )
        .palette(Palette::Indigo)
        .sale(15),
    item("동물 퍼즐 24조각", "Animal Puzzle, 24 Pieces", 12_000, Puzzle)
        .about(
            "손가락에 알맞은 큰 조각이에요. 맞추고 나면 숲속 친구들이 나와요.",
            "Big pieces for small fingers. Friends of the forest appear.",
        )
        .palette(Palette::Butter),
    item("어린이 앞치마", "Children's Apron", 19_000, Apron)
        .about(
            "머리부터 쏙 입는 작은 앞치마예요. 물이 스미지 않아 그림 그릴 때도 좋아요.",
            "Slips over the head. Waterproof, for painting too.",
        )
        .options(&[("3-5세", 19_000), ("6-8세", 21_000)])
        .palette(Palette::Butter),
    item("꼬마 배낭", "Little Backpack", 28_000, Backpack)
        .about(
            "소풍 도시락과 물병이 들어가요. 가슴 끈이 있어 흘러내리지 않아요.",
            "Room for lunch and a bottle. A chest strap keeps it on.",
        )
        .palette(Palette::Rose),
    item("꼬마 방수 운동화", "Puddle Sneakers", 26_000, Sneakers)
        .about(
            "웅덩이를 지나치지 못하는 아이에게요. 안감이 폭신해 맨발로도 신어요.",
            "For those who cannot pass a puddle. Soft inside.",
        )
        .options(&[("160", 26_000), ("170", 26_000), ("180", 26_000)])
        .palette(Palette::Butter)
        .sold_out(),
    item("꼬마 우산", "Little Umbrella", 17_000, Umbrella)
        .about(
            "끝이 둥글어 부딪혀도 아프지 않아요. 손잡이에 이름을 쓸 수 있어요.",
            "Rounded tips, and a place for a name.",
        )
        .palette(Palette::Rose),
    item("아기 턱받이 3장", "Baby Bibs, Three", 16_500, Towel)
        .about(
            "네 겹 거즈라 침을 빨리 머금어요. 단추를 옮겨 크기를 맞춰요.",
            "Four layers of gauze. Move the button to fit.",
        )
        .palette(Palette::Mint)
        .last_few(5),
    item("물감 크레용 18색", "Paint Crayons, 18 Colours", 14_800, Pencil)
        .about(
            "물을 묻히면 그림물감이 돼요. 벽에 그려도 닦이니 걱정 마세요.",
            "Add water and they become paint. They wipe off walls.",
        )
        .palette(Palette::Sky),
    item("돌잔치 선물 상자", "First Birthday Gift Box", 58_000, Present)
        .about(
            "실과 붓, 작은 공을 담은 돌잡이 상자예요. 축하 글을 카드에 적어 드려요.",
            "Thread, a brush and a ball for the birthday choice. We write the card.",
        )
        .palette(Palette::Butter)
        .limit(2),
];
