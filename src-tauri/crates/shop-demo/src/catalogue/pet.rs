//! Pets: walks, meals and play. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{Blanket, Cat, CatToy, Dog, Leash, PetBowl, PetHouse, Pouch, Pump};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `pet`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("산책 목줄 세트", "Walking Leash Set", 26_000, Leash)
        .about(
            "손잡이에 솜을 넣어 당겨도 아프지 않아요. 밤길에 빛나는 실을 함께 짰어요.",
            "A padded handle, with thread that shines at night.",
        )
        .options(&[("소", 22_000), ("중", 26_000), ("대", 29_000)]),
    item("가벼운 고양이 목걸이", "Light Cat Collar", 11_000, Leash)
        .about(
            "걸리면 저절로 풀리는 안전 고리예요. 작은 방울이 어디 있는지 알려 줘요.",
            "A clasp that opens when caught, and a small bell.",
        )
        .palette(Palette::Rose),
    item("도자기 밥그릇", "Ceramic Pet Bowl", 19_000, PetBowl)
        .about(
            "무거워서 밀리지 않는 밥그릇이에요. 입구가 넓어 수염이 닿지 않아요.",
            "Heavy enough to stay put, wide enough for whiskers.",
        )
        .options(&[("소", 19_000), ("대", 25_000)]),
    item("천천히 먹는 그릇", "Slow Feeder", 17_000, PetBowl)
        .about(
            "급히 먹는 아이를 위한 물결 그릇이에요. 그대로 설거지통에 넣어도 돼요.",
            "Waves for hasty eaters. Dishwasher safe.",
        )
        .palette(Palette::Mint)
        .sale(20),
    item("낚싯대 장난감", "Wand Toy", 8_900, CatToy).about(
        "쥐돌이가 살아 있는 듯 튀어 올라요. 하루 십 분이면 고양이가 행복해져요.",
        "The mouse leaps as if alive. Ten minutes a day for a happy cat.",
    ),
    item("캣닢 공 3개", "Catnip Balls, Three", 7_500, CatToy)
        .about(
            "국산 캣닢을 꼭꼭 눌러 담았어요. 향이 옅어지면 살짝 굴려 주세요.",
            "Packed with home-grown catnip. Roll to wake the scent.",
        )
        .palette(Palette::Sea),
    item("원목 강아지집", "Wooden Dog House", 98_000, PetHouse)
        .about(
            "겨울에는 포근하고 여름에는 시원해요. 지붕이 열려 청소가 쉬워요.",
            "Snug in winter, cool in summer. The roof lifts for cleaning.",
        )
        .last_few(2)
        .limit(1),
    item("고양이 숨숨집", "Cat Hideaway", 54_000, PetHouse)
        .about(
            "들어가면 나오지 않는 아늑한 집이에요. 방석을 빼서 빨 수 있어요.",
            "They go in and stay in. The cushion comes out to wash.",
        )
        .palette(Palette::Plum),
    item("강아지 수제 사료 2kg", "Dog Food 2kg", 32_000, Dog)
        .about(
            "닭고기와 고구마를 낮은 온도로 구웠어요. 알갱이가 작아 소화가 편해요.",
            "Chicken and sweet potato, baked low. Small pieces, easy to digest.",
        )
        .options(&[("2kg", 32_000), ("5kg", 69_000)]),
    item("노견 부드러운 사료", "Soft Food for Old Dogs", 35_000, Dog)
        .about(
            "이가 약한 아이도 먹기 좋게 촉촉해요. 관절에 좋은 재료를 더했어요.",
            "Moist for weak teeth, with care for the joints.",
        )
        .tint(Tint::Cream),
    item("고양이 연어 사료 1.5kg", "Salmon Cat Food 1.5kg", 29_800, Cat)
        .about(
            "연어를 첫 번째 재료로 넣었어요. 털이 반질반질해졌다는 후기가 많아요.",
            "Salmon comes first. Many say their cat's coat shines.",
        )
        .sale(15),
    item("실내묘 사료 2kg", "Indoor Cat Food 2kg", 27_500, Cat)
        .about(
            "움직임이 적은 아이를 위해 가볍게 맞췄어요. 털뭉치 걱정을 덜어 줘요.",
            "Lighter for cats that stay in. Helps with hairballs.",
        )
        .tint(Tint::Grey),
    item("북어 트릿", "Dried Pollack Treats", 9_800, Pouch)
        .about(
            "소금기를 세 번 빼고 말린 북어예요. 부숴서 밥에 뿌려 주어도 좋아요.",
            "Rinsed three times and dried. Crumble it over meals.",
        )
        .palette(Palette::Sky),
    item("고구마 껌", "Sweet Potato Chews", 8_500, Pouch)
        .about(
            "고구마만 말려 쫀득하게 만든 간식이에요. 오래 씹어 이도 깨끗해져요.",
            "Only sweet potato, dried until chewy. Good for teeth.",
        )
        .palette(Palette::Persimmon)
        .sold_out(),
    item("반려동물 담요", "Pet Blanket", 21_000, Blanket)
        .about(
            "털이 잘 붙지 않는 촘촘한 천이에요. 이동장에 깔기 좋은 크기예요.",
            "Close weave that sheds hair, sized for a carrier.",
        )
        .palette(Palette::Moss),
    item("순한 반려 샴푸", "Gentle Pet Shampoo", 16_000, Pump)
        .about(
            "눈에 들어가도 따갑지 않은 약산성이에요. 헹굼이 빨라 목욕이 짧아져요.",
            "Mildly acidic and tear-free. Rinses fast for a short bath.",
        )
        .palette(Palette::Stone)
        .last_few(5),
];
