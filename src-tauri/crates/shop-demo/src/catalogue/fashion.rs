//! Fashion: clothes, bags, small things to wear. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{
    Apron, Backpack, Beanie, CableKnit, CheckedScarf, Hat, LongTee, Mittens, Ribbon, Scarf, Sneakers, Socks, Sweater,
    Tote, Tshirt, Umbrella,
};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `fashion`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("린넨 앞치마", "Linen Apron", 35_000, Apron)
        .about(
            "여러 번 빨아 부드러워진 린넨이에요. 주머니가 깊어 집게와 행주가 다 들어가요.",
            "Washed linen, soft from the start. Pockets deep enough for tongs and a cloth.",
        )
        .options(&[("하늘", 35_000), ("모래", 35_000), ("이끼", 35_000)]),
    item("천연염색 앞치마", "Naturally Dyed Apron", 48_000, Apron)
        .about(
            "쪽과 감으로 물들여 볕에 말렸어요. 같은 색이 두 장 없어요.",
            "Dyed with indigo and persimmon and dried in the sun. No two are alike.",
        )
        .palette(Palette::Indigo)
        .last_few(3),
    item("순면 반소매 티", "Cotton Tee", 22_000, Tshirt)
        .about(
            "목이 늘어나지 않게 두 번 박았어요. 살짝 도톰해서 한 장만 입어도 좋아요.",
            "Double-stitched collar that keeps its shape. Thick enough to wear alone.",
        )
        .options(&[("S", 22_000), ("M", 22_000), ("L", 22_000)])
        .sale(20),
    item("줄무늬 긴소매 티", "Striped Long Tee", 29_000, LongTee)
        .about(
            "바닷가 마을이 떠오르는 줄무늬예요. 소매가 넉넉해 걷어 입기 좋아요.",
            "Stripes from a seaside town. Roomy sleeves to roll up.",
        )
        .palette(Palette::Sky),
    item("양털 스웨터", "Lambswool Sweater", 79_000, Sweater)
        .about(
            "따갑지 않게 두 번 빗은 양털로 짰어요. 소매 끝이 길어 손등까지 따뜻해요.",
            "Twice-combed wool that does not itch. Long cuffs keep the hands warm.",
        )
        .options(&[("M", 79_000), ("L", 79_000), ("XL", 82_000)]),
    item("꽈배기 니트", "Cable Knit Pullover", 68_000, CableKnit)
        .about(
            "할머니의 옷장에서 나온 듯한 도톰한 니트예요. 단추 없이 폭 뒤집어써요.",
            "A thick knit as if from grandmother's wardrobe. Just pull it on.",
        )
        .palette(Palette::Clay)
        .sale(22),
    item("면 양말 세 켤레", "Cotton Socks, Three Pairs", 12_900, Socks).about(
        "발목이 조이지 않는 도톰한 양말이에요. 세 가지 무늬를 번갈아 신어 보세요.",
        "Thick socks that do not pinch. Three patterns to take turns with.",
    ),
    item("수면 양말", "Cosy Bed Socks", 7_900, Socks)
        .about(
            "구름처럼 폭신한 실로 짰어요. 발끝이 시린 밤에 꼭 필요해요.",
            "Knitted from cloud-soft yarn for nights when toes are cold.",
        )
        .palette(Palette::Lavender),
    item("밀짚 챙모자", "Straw Sun Hat", 31_000, Hat)
        .about(
            "손으로 엮은 챙이 얼굴을 넉넉히 가려 줘요. 접어서 가방에 넣어도 금세 펴져요.",
            "A hand-woven brim with plenty of shade. Folds into a bag and springs back.",
        )
        .tint(Tint::Straw),
    item("양모 펠트 모자", "Wool Felt Hat", 46_000, Hat)
        .about(
            "가을 코트에 잘 어울리는 단정한 모자예요. 안쪽 띠로 크기를 맞춰요.",
            "A neat hat for an autumn coat. An inner band adjusts the size.",
        )
        .tint(Tint::Brown)
        .last_few(4),
    item("방울 털모자", "Bobble Beanie", 24_000, Beanie)
        .about(
            "눈 오는 날 더 귀여운 방울 모자예요. 귀까지 푹 덮여 따뜻해요.",
            "Cutest when it snows. Pulls right down over the ears.",
        )
        .sale(15),
    item("캔버스 에코백", "Canvas Tote", 18_000, Tote)
        .about(
            "책 다섯 권을 넣어도 든든한 두꺼운 천이에요. 안주머니가 있어 열쇠를 잃지 않아요.",
            "Heavy cloth that carries five books. An inner pocket keeps your keys.",
        )
        .options(&[("미색", 18_000), ("먹색", 18_000)])
        .tint(Tint::Cream),
    item("누빔 손가방", "Quilted Handbag", 39_000, Tote)
        .about(
            "솜을 얇게 넣어 누빈 가벼운 가방이에요. 나들이에 필요한 만큼만 들어가요.",
            "Lightly padded and stitched. Holds just what an outing needs.",
        )
        .palette(Palette::Plum),
    item("여행 배낭 20L", "Day Pack 20L", 64_000, Backpack)
        .about(
            "등판에 바람길을 낸 가벼운 배낭이에요. 비가 와도 속은 젖지 않아요.",
            "Light, with an airy back. What is inside stays dry in rain.",
        )
        .options(&[("숲", 64_000), ("바다", 64_000)])
        .palette(Palette::Moss),
    item("걷기 좋은 운동화", "Walking Sneakers", 59_000, Sneakers)
        .about(
            "밑창이 푹신해 오래 걸어도 발이 편해요. 끈을 묶지 않아도 쏙 들어가요.",
            "A soft sole for long walks. Slips on without untying.",
        )
        .options(&[("240", 59_000), ("250", 59_000), ("260", 59_000), ("270", 59_000)]),
    item("캔버스 스니커즈", "Canvas Sneakers", 38_000, Sneakers)
        .about(
            "빨아 신을수록 멋이 나는 캔버스화예요. 어느 바지에나 무난히 어울려요.",
            "Better with every wash. Goes with any trousers.",
        )
        .palette(Palette::Indigo)
        .sold_out(),
    item("체크 목도리", "Checked Scarf", 33_000, CheckedScarf)
        .about(
            "두 번 둘러도 넉넉한 길이예요. 촘촘히 짜서 바람이 들지 않아요.",
            "Long enough to wrap twice. Woven tight against the wind.",
        )
        .sale(28),
    item("명주 스카프", "Silk Scarf", 45_000, Scarf)
        .about(
            "명주실로 짜서 물처럼 흘러내려요. 목에 두르거나 가방에 매어 보세요.",
            "Silk that falls like water. Wear it or tie it to a bag.",
        )
        .palette(Palette::Rose)
        .last_few(5),
    item("끈 달린 벙어리장갑", "Mittens on a String", 16_500, Mittens).about(
        "잃어버리지 않게 끈으로 이었어요. 안쪽에 기모를 대어 눈싸움도 문제없어요.",
        "Joined so that neither gets lost. Fleece-lined for snowball fights.",
    ),
    item("튼튼한 장우산", "Sturdy Umbrella", 28_000, Umbrella)
        .about(
            "살대가 열여섯 개라 바람에 뒤집히지 않아요. 나무 손잡이가 손에 익어요.",
            "Sixteen ribs that hold in the wind, and a wooden handle.",
        )
        .options(&[("청록", 28_000), ("겨자", 28_000)])
        .palette(Palette::Sea),
    item("비단 머리끈", "Satin Hair Bow", 9_800, Ribbon).about(
        "머리를 아프게 당기지 않는 부드러운 끈이에요. 리본이 흐트러지지 않게 박음질했어요.",
        "Gentle on the hair, with a bow stitched so that it stays.",
    ),
    item("모직 나비 브로치", "Wool Bow Brooch", 13_000, Ribbon)
        .about(
            "남은 모직을 모아 손으로 꿰맸어요. 코트 깃에 달면 표정이 달라져요.",
            "Sewn by hand from leftover wool. It changes the mood of a coat.",
        )
        .palette(Palette::Stone)
        .last_few(2),
];
