//! Kitchen: tableware and what one cooks with. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{
    Bowl, Container, Cutlery, CuttingBoard, Dripper, Dumplings, Glass, Kettle, Knife, Pan, Plate, Porcelain, Pot, Stew,
    StripedMug, Thermos,
};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `kitchen`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("무쇠 주물팬 24cm", "Cast-iron Pan 24cm", 54_000, Pan)
        .about(
            "한번 달구면 열이 오래 머무는 두툼한 팬이에요. 쓸수록 길이 들어 달라붙지 않아요.",
            "A thick pan that holds its heat. The more you use it, the less it sticks.",
        )
        .options(&[("20cm", 42_000), ("24cm", 54_000), ("28cm", 66_000)])
        .sale(18),
    item("옻칠 대접", "Lacquered Soup Bowl", 38_000, Bowl)
        .about(
            "나무를 깎아 옻을 일곱 번 입혔어요. 뜨거운 국을 담아도 손이 편안해요.",
            "Turned wood with seven coats of lacquer. Comfortable to hold even when the soup is hot.",
        )
        .palette(Palette::Clay)
        .last_few(3),
    item("백자 밥공기", "White Porcelain Rice Bowl", 16_000, Porcelain)
        .about(
            "손에 폭 들어오는 크기로 빚은 밥공기예요. 얇지만 단단해서 매일 쓰기 좋아요.",
            "Shaped to sit in the palm. Thin yet sturdy, made for every day.",
        )
        .options(&[("한 개", 16_000), ("네 개 묶음", 58_000)])
        .palette(Palette::Sky),
    item("꽃잎 무늬 접시 21cm", "Petal Plate 21cm", 19_000, Plate)
        .about(
            "가장자리에 꽃잎을 찍어 구운 접시예요. 과일 몇 조각만 담아도 상이 환해져요.",
            "A rim of pressed petals. A few slices of fruit brighten the table.",
        )
        .palette(Palette::Rose),
    item("쪽빛 파스타 접시", "Indigo Pasta Plate", 24_000, Plate)
        .about(
            "깊이가 있어 국물 요리도 담을 수 있어요. 쪽빛 유약이 접시마다 조금씩 달라요.",
            "Deep enough for saucy dishes. The indigo glaze differs a little on each.",
        )
        .palette(Palette::Indigo),
    item("법랑 주전자 1.8L", "Enamel Kettle 1.8L", 43_000, Kettle)
        .about(
            "가볍고 빨리 끓는 법랑 주전자예요. 식탁에 그대로 올려도 예뻐요.",
            "Light, quick to boil, and pretty enough for the table.",
        )
        .options(&[("크림", 43_000), ("이끼색", 43_000), ("감색", 45_000)])
        .palette(Palette::Indigo),
    item("무쇠 찻주전자 0.8L", "Cast-iron Teapot 0.8L", 67_000, Kettle)
        .about(
            "물맛을 부드럽게 하는 무쇠 찻주전자예요. 안쪽에 유약을 입혀 녹슬지 않아요.",
            "Softens the taste of water. Glazed within so that it never rusts.",
        )
        .palette(Palette::Stone)
        .last_few(2)
        .limit(1),
    item("양수 냄비 22cm", "Two-handled Pot 22cm", 49_000, Pot)
        .about(
            "바닥이 세 겹이라 눌어붙지 않고 고르게 끓어요. 뚜껑에 김 구멍이 있어 넘치지 않아요.",
            "Three-layer base for even heat. A vented lid keeps it from boiling over.",
        )
        .palette(Palette::Rose),
    item("뚝배기 2인용", "Earthenware Pot for Two", 22_000, Stew)
        .about(
            "불에 바로 올려도 갈라지지 않는 내열 뚝배기예요. 마지막 한술까지 따뜻해요.",
            "Safe on an open flame. Keeps the last spoonful warm.",
        )
        .tint(Tint::Orange),
    item("대장간 부엌칼", "Forged Kitchen Knife", 89_000, Knife)
        .about(
            "대장장이가 두드려 만든 탄소강 칼이에요. 잘 갈아 쓰면 평생 함께할 수 있어요.",
            "Hammered carbon steel from a village forge. Keep it sharp and it lasts a lifetime.",
        )
        .last_few(1)
        .limit(1),
    item("과도와 칼집", "Paring Knife with Sheath", 21_000, Knife)
        .about(
            "나들이 가방에 넣기 좋은 작은 칼이에요. 나무 칼집이 있어 안전해요.",
            "A small knife for the picnic bag, safe in its wooden sheath.",
        )
        .palette(Palette::Moss),
    item("편백 도마", "Cypress Cutting Board", 36_000, CuttingBoard)
        .about(
            "물에 강하고 향이 맑은 편백 한 판이에요. 칼이 닿는 소리까지 부드러워요.",
            "A single board of fragrant cypress. Even the knife sounds softer on it.",
        )
        .options(&[("소", 28_000), ("중", 36_000), ("대", 47_000)])
        .tint(Tint::Sand),
    item("호두나무 빵도마", "Walnut Bread Board", 45_000, CuttingBoard)
        .about(
            "빵과 치즈를 올려 그대로 내기 좋아요. 결이 고운 호두나무를 기름으로 마감했어요.",
            "Serve bread and cheese straight from it. Fine-grained walnut with an oil finish.",
        )
        .tint(Tint::Brown),
    item("방짜 유기 수저 한 벌", "Hammered Brass Spoon Set", 52_000, Cutlery)
        .about(
            "두드려 만든 놋수저 한 벌이에요. 묵직한 무게가 식사를 차분하게 해 줘요.",
            "A hammered brass spoon and chopsticks. Their weight slows a meal down.",
        )
        .tint(Tint::Gold),
    item("대나무 젓가락 다섯 벌", "Bamboo Chopsticks, Five Pairs", 14_500, Cutlery)
        .about(
            "끝을 가늘게 다듬어 콩도 잘 집혀요. 색 끈으로 식구마다 구분할 수 있어요.",
            "Fine tips that can pick up a bean. Coloured bands tell them apart.",
        )
        .tint(Tint::Sand),
    item("줄무늬 머그", "Striped Mug", 17_000, StripedMug)
        .about(
            "두툼한 손잡이에 손가락 네 개가 다 들어가요. 전자레인지에도 쓸 수 있어요.",
            "A handle that takes four fingers. Fine in the microwave.",
        )
        .options(&[("밤색", 17_000), ("바다색", 17_000)])
        .sale(25)
        .palette(Palette::Sea),
    item("안개 유리컵 2개", "Misty Tumblers, Pair", 19_800, Glass)
        .about(
            "옅은 안개를 머금은 듯한 유리컵이에요. 얼음 소리가 맑게 울려요.",
            "Glasses with a breath of mist. Ice rings clear in them.",
        )
        .tint(Tint::Sky),
    item("보온병 500ml", "Vacuum Flask 500ml", 32_000, Thermos)
        .about(
            "아침에 담은 차가 저녁까지 따뜻해요. 뚜껑이 컵이 되어 나들이에 좋아요.",
            "Morning tea stays hot till evening. The lid is a cup.",
        )
        .options(&[("350ml", 27_000), ("500ml", 32_000)]),
    item("커피 드리퍼 세트", "Coffee Dripper Set", 39_000, Dripper)
        .about(
            "도자기 드리퍼와 유리 서버를 함께 담았어요. 처음 내리는 분도 맛이 고르게 나와요.",
            "A ceramic dripper with a glass server. Even a first brew turns out well.",
        )
        .sold_out(),
    item("삼단 찬합", "Three-tier Lunch Box", 34_000, Container).about(
        "소풍날 꺼내고 싶은 삼단 도시락이에요. 칸마다 뚜껑이 있어 국물이 섞이지 않아요.",
        "Three tiers for a picnic day. Each has its own lid, so nothing mixes.",
    ),
    item("유리 밀폐용기 3종", "Glass Containers, Set of Three", 27_500, Container)
        .about(
            "냄새가 배지 않는 유리 용기예요. 크기순으로 포개져 자리를 덜 차지해요.",
            "Glass that keeps no smell. They nest to save room.",
        )
        .palette(Palette::Sea)
        .sale(30),
    item("대나무 찜기 2단", "Bamboo Steamer, Two Tiers", 25_000, Dumplings)
        .about(
            "물방울이 맺히지 않아 만두피가 보송해요. 냄비 위에 바로 얹어 쓰세요.",
            "No dripping, so dumplings stay dry. Set it straight on a pot.",
        )
        .palette(Palette::Moss),
];
