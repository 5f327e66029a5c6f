//! Living: scent, cloth, light, plants. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{
    Basket, Blanket, Broom, Candle, Clock, Cushion, Diffuser, Lamp, Plant, Soap, Towel, WallClock, WateringCan,
};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `living`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("밀랍 캔들", "Beeswax Candle", 23_000, Candle)
        .about(
            "꿀 향이 은은한 밀랍으로 천천히 굳혔어요. 그을음이 적어 방 안에서 켜기 좋아요.",
            "Slow-set beeswax with a hint of honey. Burns clean indoors.",
        )
        .options(&[("작은 것", 15_000), ("큰 것", 23_000)]),
    item("소나무 향초", "Pine Candle", 26_000, Candle)
        .about(
            "비 온 뒤 숲길을 떠올리며 만들었어요. 서른 시간 동안 고르게 타요.",
            "Made with a forest path after rain in mind. Burns evenly for thirty hours.",
        )
        .palette(Palette::Moss)
        .sale(15),
    item("쌀뜨물 비누", "Rice-water Soap", 8_500, Soap)
        .about(
            "쌀뜨물과 올리브유로 여섯 주 숙성했어요. 세안 뒤에도 당기지 않아요.",
            "Rice water and olive oil, cured for six weeks. Leaves no tightness.",
        )
        .tint(Tint::Cream),
    item("쑥 비누 2개", "Mugwort Soap, Pair", 12_000, Soap)
        .about(
            "말린 쑥을 곱게 갈아 넣었어요. 욕실에 두면 풀 향이 잔잔히 퍼져요.",
            "With finely ground mugwort. A quiet meadow scent for the bathroom.",
        )
        .tint(Tint::Green),
    item("호텔식 면 수건 3장", "Plush Cotton Towels, Three", 27_000, Towel)
        .about(
            "실을 꼬지 않아 물을 빨리 머금어요. 삶아도 뻣뻣해지지 않아요.",
            "Untwisted yarn that drinks water fast. Stays soft even when boiled.",
        )
        .sale(20),
    item("와플 수건 2장", "Waffle Towels, Pair", 18_000, Towel)
        .about(
            "금세 말라서 장마철에 고마운 수건이에요. 얇게 접혀 여행에도 좋아요.",
            "Dries fast, even in the rainy season. Folds thin for travel.",
        )
        .palette(Palette::Sea),
    item("누빔 방석", "Quilted Floor Cushion", 29_000, Cushion)
        .about(
            "솜을 두툼히 넣어 오래 앉아도 편해요. 겉감을 벗겨 빨 수 있어요.",
            "Generously filled for long sitting. The cover comes off to wash.",
        )
        .options(&[("단색", 29_000), ("무늬", 31_000)]),
    item("자수 쿠션", "Embroidered Cushion", 36_000, Cushion)
        .about(
            "들꽃을 손으로 수놓은 쿠션이에요. 소파에 하나만 두어도 봄이 와요.",
            "Wildflowers embroidered by hand. One is enough for spring.",
        )
        .palette(Palette::Rose)
        .last_few(4),
    item("양모 담요", "Wool Blanket", 62_000, Blanket)
        .about(
            "무릎에도 어깨에도 알맞은 크기예요. 술 장식을 한 올씩 묶었어요.",
            "The right size for knees or shoulders. Each tassel is tied by hand.",
        )
        .options(&[("회갈색", 62_000), ("감색", 62_000)])
        .palette(Palette::Indigo),
    item("여름 삼베 이불", "Summer Hemp Throw", 74_000, Blanket)
        .about(
            "몸에 감기지 않아 더운 밤이 가벼워요. 빨수록 색이 고와져요.",
            "Never clings on hot nights. The colour improves with washing.",
        )
        .palette(Palette::Mint),
    item("한지 스탠드", "Paper Lampshade Lamp", 57_000, Lamp)
        .about(
            "한지를 통과한 빛이 달처럼 부드러워요. 밝기를 세 단계로 바꿀 수 있어요.",
            "Light through mulberry paper, soft as the moon. Three levels of brightness.",
        )
        .palette(Palette::Night),
    item("원목 독서등", "Wooden Reading Lamp", 48_000, Lamp)
        .about(
            "책상에 놓기 좋은 나직한 등이에요. 눈이 편한 따뜻한 빛만 골랐어요.",
            "A low lamp for the desk, with warm light only.",
        )
        .sale(12),
    item("자명종 시계", "Bell Alarm Clock", 26_500, Clock).about(
        "두 개의 종이 또렷하게 아침을 알려 줘요. 초침 소리가 없어 잠을 방해하지 않아요.",
        "Two bells for a clear morning. No ticking at night.",
    ),
    item("벽시계 무소음", "Silent Wall Clock", 33_000, WallClock)
        .about(
            "숫자 없이 점만 찍은 조용한 시계예요. 어느 벽에 걸어도 어울려요.",
            "Dots instead of figures, and no sound. At home on any wall.",
        )
        .palette(Palette::Stone)
        .sold_out(),
    item("몬스테라 화분", "Potted Monstera", 24_000, Plant)
        .about(
            "잎이 시원하게 갈라지는 초록 식구예요. 일주일에 한 번 물이면 충분해요.",
            "A green companion with generous leaves. Water once a week.",
        )
        .options(&[("작은 화분", 24_000), ("큰 화분", 43_000)]),
    item("다육 모둠 화분", "Succulent Pot", 15_000, Plant)
        .about(
            "손이 덜 가는 다육이를 모아 심었어요. 볕이 드는 창가면 어디든 좋아요.",
            "Easy-going succulents planted together. Any sunny sill will do.",
        )
        .palette(Palette::Clay),
    item("라탄 바구니", "Rattan Basket", 32_000, Basket)
        .about(
            "담요도 장난감도 슬쩍 담아 두기 좋아요. 손잡이까지 하나로 엮어 튼튼해요.",
            "For blankets or toys. Woven in one piece, handle and all.",
        )
        .last_few(5),
    item("밀짚 장바구니", "Straw Market Basket", 27_000, Basket)
        .about(
            "장날에 들고 나서기 좋은 바구니예요. 가벼워서 가득 담아도 걱정 없어요.",
            "Made for market day. Light enough to fill to the brim.",
        )
        .palette(Palette::Butter),
    item("편백 디퓨저", "Cypress Diffuser", 22_000, Diffuser)
        .about(
            "편백숲의 아침 공기를 담았어요. 막대를 뒤집으면 향이 다시 살아나요.",
            "Morning air from a cypress wood. Turn the reeds to wake the scent.",
        )
        .sale(25),
    item("무화과 디퓨저", "Fig Diffuser", 24_000, Diffuser)
        .about(
            "풋무화과와 잎의 쌉싸름한 향이에요. 현관에 두면 들어설 때마다 반가워요.",
            "Green fig and its leaves. A welcome at the front door.",
        )
        .palette(Palette::Plum),
    item("수수 빗자루", "Sorghum Broom", 16_000, Broom).about(
        "먼지가 날리지 않게 쓸리는 수수 빗자루예요. 걸어만 두어도 멋이 나요.",
        "Sweeps without raising dust, and looks good on its hook.",
    ),
    item("양철 물뿌리개", "Tin Watering Can", 21_000, WateringCan)
        .about(
            "물줄기가 가늘어 새싹도 다치지 않아요. 창가에 두면 그대로 소품이 돼요.",
            "A fine rose that will not hurt seedlings. Pretty on the sill.",
        )
        .options(&[("1L", 21_000), ("2L", 27_000)]),
];
