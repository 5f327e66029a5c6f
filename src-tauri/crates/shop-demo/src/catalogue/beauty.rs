//! Beauty: care for skin, hair and lips. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{Cream, Lipstick, Pouch, Pump, Serum, Tube};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `beauty`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("쌀겨 수분크림", "Rice Bran Cream", 24_000, Cream)
        .about(
            "쌀겨에서 얻은 기름으로 순하게 만들었어요. 바르면 얇은 막처럼 촉촉함이 남아요.",
            "Gentle cream with rice bran oil. Leaves a thin veil of moisture.",
        )
        .options(&[("50ml", 24_000), ("100ml", 41_000)]),
    item("병풀 진정크림", "Centella Calming Cream", 22_000, Cream)
        .about(
            "붉어진 볼을 가라앉히는 병풀을 담았어요. 향료 없이 만들어 예민한 날에 좋아요.",
            "Calms flushed cheeks. No fragrance, for sensitive days.",
        )
        .palette(Palette::Mint)
        .sale(25),
    item("동백 영양크림", "Camellia Rich Cream", 36_000, Cream)
        .about(
            "동백씨 기름이 겨울 피부를 감싸 줘요. 조금만 덜어 손으로 녹여 바르세요.",
            "Camellia oil for winter skin. Warm a little in your hands.",
        )
        .palette(Palette::Rose)
        .last_few(3),
    item("녹차 세럼 30ml", "Green Tea Serum 30ml", 28_000, Serum)
        .about(
            "어린 찻잎을 차게 우려 담았어요. 두세 방울이면 얼굴 전체에 충분해요.",
            "Cold-steeped young tea leaves. Two or three drops are enough.",
        )
        .palette(Palette::Moss),
    item("꿀 앰플 15ml", "Honey Ampoule 15ml", 33_000, Serum)
        .about(
            "꿀처럼 흐르지만 끈적이지 않아요. 잠들기 전 한 번이면 아침이 달라져요.",
            "Flows like honey without the stickiness. Once before bed.",
        )
        .palette(Palette::Butter)
        .limit(3),
    item("유자 비타민 세럼", "Yuzu Vitamin Serum", 26_000, Serum)
        .about(
            "유자 껍질의 상큼함을 그대로 담았어요. 칙칙한 날 아침에 깨워 주는 향이에요.",
            "All the brightness of yuzu peel. A scent that wakes dull mornings.",
        )
        .tint(Tint::Yellow)
        .sale(15),
    item("창포 샴푸 400ml", "Sweet Flag Shampoo 400ml", 18_900, Pump)
        .about(
            "단오에 머리 감던 창포를 우려 넣었어요. 거품이 곱고 헹굼이 빨라요.",
            "With sweet flag, the old midsummer hair wash. Fine foam, quick rinse.",
        )
        .options(&[("본품", 18_900), ("리필", 13_900)]),
    item("편백 바디워시", "Cypress Body Wash", 17_500, Pump)
        .about(
            "욕실이 숲이 되는 향이에요. 건조하지 않게 식물 계면활성제만 썼어요.",
            "Turns the bathroom into a wood. Plant-based and never drying.",
        )
        .palette(Palette::Moss),
    item("살구 바디로션", "Apricot Body Lotion", 19_800, Pump)
        .about(
            "살구씨 기름이 빠르게 스며들어요. 옷에 묻어나지 않아 아침에도 좋아요.",
            "Apricot kernel oil that sinks in fast, even before dressing.",
        )
        .palette(Palette::Persimmon),
    item("약쑥 손세정제", "Mugwort Hand Wash", 9_800, Pump)
        .about(
            "흙 묻은 손도 순하게 씻어 줘요. 물로 헹구면 풀 향만 남아요.",
            "Gentle on muddy hands. Leaves only a scent of grass.",
        )
        .palette(Palette::Sea)
        .sold_out(),
    item("시어버터 핸드크림", "Shea Hand Cream", 8_900, Tube)
        .about(
            "끈적임 없이 스미는 손 크림이에요. 가방에 쏙 들어가는 크기예요.",
            "Sinks in without stickiness. Slips into any bag.",
        )
        .options(&[("무향", 8_900), ("목련", 8_900), ("무화과", 8_900)]),
    item("숯 세안폼", "Charcoal Cleanser", 13_500, Tube)
        .about(
            "대나무 숯이 하루의 먼지를 데려가요. 두 번 씻지 않아도 개운해요.",
            "Bamboo charcoal takes the day's dust. One wash is enough.",
        )
        .palette(Palette::Stone),
    item("선크림 50ml", "Daily Sunscreen 50ml", 21_000, Tube)
        .about(
            "하얗게 뜨지 않는 가벼운 자외선 차단제예요. 눈가에 발라도 맵지 않아요.",
            "Light, with no white cast. Will not sting the eyes.",
        )
        .palette(Palette::Sky)
        .sale(20),
    item("쌀뜨물 클렌징 밀크", "Rice-water Cleansing Milk", 16_800, Tube)
        .about(
            "화장을 부드럽게 녹여 내는 우유 같은 세안제예요. 닦은 뒤에도 촉촉해요.",
            "Melts make-up like milk. Soft afterwards.",
        )
        .palette(Palette::Lavender),
    item("홍화 립스틱", "Safflower Lipstick", 19_000, Lipstick)
        .about(
            "홍화 꽃잎에서 얻은 붉은빛이에요. 입술에 닿으면 체온으로 부드럽게 녹아요.",
            "Red from safflower petals. Melts at the warmth of your lips.",
        )
        .options(&[("진홍", 19_000), ("살구", 19_000), ("장미", 19_000)])
        .tint(Tint::Red),
    item("살구빛 립밤", "Apricot Lip Balm", 9_500, Lipstick)
        .about(
            "거울 없이 발라도 괜찮은 옅은 색이에요. 하루 종일 입술이 편안해요.",
            "So sheer you need no mirror. Comfortable all day.",
        )
        .tint(Tint::Coral),
    item("자두 틴트", "Plum Lip Tint", 14_500, Lipstick)
        .about(
            "한 번은 맑게, 두 번은 깊게 물들어요. 물을 마셔도 색이 남아요.",
            "One coat is clear, two are deep. It stays through a drink.",
        )
        .tint(Tint::Wine)
        .last_few(4),
    item("진주 팩 10장", "Pearl Mask Pack, Ten", 15_000, Pouch)
        .about(
            "얇은 천이 얼굴에 착 붙는 팩이에요. 열 밤 동안의 작은 휴식이에요.",
            "Thin cloth that clings. Ten evenings of small rest.",
        )
        .palette(Palette::Lavender),
    item("쑥 입욕제", "Mugwort Bath Salts", 12_800, Pouch)
        .about(
            "따뜻한 물에 한 줌 풀면 쑥뜸방 같아요. 어깨가 무거운 날 추천해요.",
            "A handful in hot water. For days when shoulders are heavy.",
        )
        .palette(Palette::Moss),
    item("장미수 미스트", "Rose Water Mist", 17_000, Serum)
        .about(
            "새벽에 딴 장미를 증류했어요. 난방이 센 사무실에서 한 번씩 뿌려 주세요.",
            "Distilled from roses picked at dawn. For heated offices.",
        )
        .tint(Tint::Pink),
];
