//! Camping: shelter, light, fire, seats. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{Backpack, Bell, CampChair, CampTable, Firewood, Lantern, Mug, Stove, Tent, Thermos};
use crate::art::Palette;

use super::base::{BaseProduct, item};

/// The products of the category `camping`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("면 텐트 4인용", "Cotton Tent for Four", 289_000, Tent)
        .about(
            "면으로 지어 안에 물방울이 맺히지 않아요. 기둥 하나로 십오 분이면 설 수 있어요.",
            "Cotton that never drips inside. One pole, fifteen minutes.",
        )
        .options(&[("3인용", 239_000), ("4인용", 289_000)])
        .last_few(3)
        .limit(1),
    item("가벼운 텐트 2인용", "Light Tent for Two", 168_000, Tent)
        .about(
            "배낭에 들어가는 두 사람의 집이에요. 바람이 불어도 낮게 버텨 줘요.",
            "A home for two that fits a pack. Stays low in the wind.",
        )
        .palette(Palette::Sky),
    item("그늘막", "Sun Shelter", 72_000, Tent)
        .about(
            "던지면 펴지는 한낮의 그늘이에요. 접는 법도 금방 익혀요.",
            "Throw it and there is shade. Easy to fold as well.",
        )
        .palette(Palette::Butter)
        .sale(25),
    item("석유등 모양 랜턴", "Hurricane LED Lantern", 47_000, Lantern)
        .about(
            "심지 대신 부드러운 전구가 흔들려요. 한 번 충전으로 사흘 밤을 밝혀요.",
            "A soft bulb that flickers like a wick. Three nights on a charge.",
        )
        .palette(Palette::Night),
    item("걸이 랜턴", "Hanging Lantern", 25_000, Lantern)
        .about(
            "텐트 천장에 걸기 좋은 작은 등이에요. 밝기를 돌려서 맞춰요.",
            "A small light for the tent roof. Turn it to dim.",
        )
        .options(&[("이끼", 25_000), ("모래", 25_000)])
        .palette(Palette::Moss),
    item("야외 촛불등", "Outdoor Candle Lantern", 31_000, Lantern)
        .about(
            "바람이 들지 않게 유리를 둘렀어요. 쓰던 초를 그대로 넣어요.",
            "Glass against the wind. Takes any candle.",
        )
        .palette(Palette::Clay),
    item("접이식 나무 의자", "Folding Wooden Chair", 59_000, CampChair)
        .about(
            "등을 깊이 기대고 별을 보기 좋아요. 천만 빼서 빨 수 있어요.",
            "Lean back and watch the stars. The seat comes off to wash.",
        )
        .sale(18),
    item("낮은 캠핑 의자", "Low Camp Chair", 42_000, CampChair)
        .about(
            "모닥불 앞에 앉기 좋은 높이예요. 팔걸이에 컵을 걸 수 있어요.",
            "The right height for a fire, with a place for a cup.",
        )
        .options(&[("숲", 42_000), ("흙", 42_000), ("바다", 42_000)])
        .palette(Palette::Moss),
    item("접는 화로대", "Folding Fire Pit", 68_000, Stove).about(
        "납작하게 접혀 차에 싣기 쉬워요. 재가 떨어지지 않게 받침이 있어요.",
        "Folds flat for the car, with a tray for the ash.",
    ),
    item("작은 숯불 화로", "Little Charcoal Grill", 39_000, Stove)
        .about(
            "둘이서 굽기에 딱 좋은 크기예요. 베란다 상 위에도 놓을 수 있어요.",
            "Just right for two. Fits on a balcony table.",
        )
        .palette(Palette::Clay)
        .last_few(4),
    item("참나무 장작 10kg", "Oak Firewood 10kg", 13_900, Firewood)
        .about("일 년을 말려 연기가 적어요. 불이 고르게 오래 가요.", "Dried for a year. Little smoke, long even flame.")
        .options(&[("10kg", 13_900), ("20kg", 25_900)])
        .limit(5),
    item("불쏘시개 한 단", "Kindling Bundle", 6_500, Firewood)
        .about(
            "송진이 많은 소나무를 가늘게 팼어요. 성냥 하나면 충분해요.",
            "Resinous pine, split thin. One match will do.",
        )
        .palette(Palette::Moss),
    item("원목 접이식 탁자", "Folding Wood Table", 78_000, CampTable).about(
        "두 손으로 들 만큼 가벼운 탁자예요. 다리를 접으면 벽에 기대어 둘 수 있어요.",
        "Light enough to carry. Leans flat against a wall.",
    ),
    item("롤 테이블", "Roll-up Table", 52_000, CampTable)
        .about(
            "상판을 돌돌 말아 주머니에 넣어요. 뜨거운 냄비를 올려도 괜찮아요.",
            "The top rolls into its bag. Takes a hot pot.",
        )
        .palette(Palette::Sea)
        .sold_out(),
    item("캠핑 법랑 컵", "Enamel Camp Cup", 12_000, Mug)
        .about(
            "모닥불 옆에 두어도 끄떡없어요. 떨어뜨린 자국도 추억이 돼요.",
            "Happy beside the fire. Even the dents are memories.",
        )
        .palette(Palette::Moss),
    item("대용량 보온 물통 1L", "Large Flask 1L", 41_000, Thermos)
        .about(
            "네 사람이 나눠 마실 따뜻한 물이 들어가요. 손잡이가 있어 들기 편해요.",
            "Hot water for four, with a handle.",
        )
        .palette(Palette::Clay)
        .sale(12),
    item("자전거 종", "Bicycle Bell", 14_000, Bell)
        .about(
            "맑게 두 번 울리는 놋쇠 종이에요. 드라이버 없이 손으로 달 수 있어요.",
            "Brass that rings clear and twice. Fits without tools.",
        )
        .options(&[("은색", 14_000), ("놋쇠", 16_000)]),
    item("야영 배낭 45L", "Trekking Pack 45L", 119_000, Backpack)
        .about(
            "허리로 무게를 나눠 어깨가 가벼워요. 비옷이 바닥에 숨어 있어요.",
            "Carries on the hips. A rain cover hides in the base.",
        )
        .palette(Palette::Clay),
];
