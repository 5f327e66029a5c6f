//! Books and pastimes. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{BoardGame, Book, Brush, Guitar, Present, Puzzle, Seeds, Sewing, Vase, Yarn};
use crate::art::Palette;

use super::base::{BaseProduct, item};

/// The products of the category `hobby`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("동네 산책 그림책", "Neighbourhood Walks, Illustrated", 18_000, Book).about(
        "골목과 담장의 사계절을 그린 책이에요. 아무 쪽이나 펼쳐도 산책이 시작돼요.",
        "Four seasons of alleys and walls. Open anywhere and a walk begins.",
    ),
    item("제철 밥상 요리책", "Seasonal Table Cookbook", 22_000, Book)
        .about(
            "열두 달의 장바구니로 차리는 밥상이에요. 재료가 다섯을 넘지 않아요.",
            "A table for each month's basket. Never more than five ingredients.",
        )
        .palette(Palette::Moss)
        .sale(10),
    item("느린 시집", "Slow Poems", 12_000, Book)
        .about(
            "한 쪽에 한 줄만 있는 시도 있어요. 잠들기 전에 한 편씩 읽어 보세요.",
            "Some pages hold one line. Read one before you sleep.",
        )
        .palette(Palette::Lavender),
    item("식물 기르기 입문서", "First Book of Houseplants", 16_800, Book)
        .about(
            "물 주기부터 분갈이까지 그림으로 알려 줘요. 실수한 이야기도 솔직하게 담았어요.",
            "From watering to repotting, in pictures, with honest mistakes.",
        )
        .palette(Palette::Mint),
    item("풍경 퍼즐 500조각", "Landscape Puzzle, 500 Pieces", 21_000, Puzzle)
        .about(
            "안개 낀 산마을을 한 조각씩 맞춰요. 다 맞추면 액자에 넣을 수 있어요.",
            "A misty hill village, piece by piece. Made to be framed.",
        )
        .options(&[("500조각", 21_000), ("1000조각", 32_000)]),
    item("나무 퍼즐", "Wooden Puzzle", 34_000, Puzzle)
        .about(
            "조각마다 모양이 달라 손이 즐거워요. 온 식구가 둘러앉기 좋아요.",
            "Every piece has its own shape. Good for the whole family.",
        )
        .palette(Palette::Clay)
        .last_few(2),
    item("양모 뜨개실 5볼", "Wool Yarn, Five Balls", 28_000, Yarn)
        .about(
            "부드럽게 꼬아 코가 고르게 나와요. 목도리 하나를 뜰 수 있는 양이에요.",
            "Soft twist for even stitches. Enough for a scarf.",
        )
        .options(&[("감색", 28_000), ("이끼", 28_000), ("장미", 28_000)])
        .palette(Palette::Rose),
    item("뜨개 입문 꾸러미", "Knitting Starter Kit", 33_000, Yarn)
        .about(
            "바늘과 실과 그림 설명서를 담았어요. 주말이면 모자 하나가 완성돼요.",
            "Needles, yarn and a picture guide. A hat by the end of the weekend.",
        )
        .palette(Palette::Rose)
        .sale(20),
    item("통기타 입문용", "Beginner's Guitar", 149_000, Guitar)
        .about(
            "줄이 낮아 손가락이 덜 아파요. 조율기와 가방을 함께 드려요.",
            "Low strings, kinder to fingers. With a tuner and a bag.",
        )
        .last_few(4),
    item("작은 우쿨렐레", "Little Ukulele", 68_000, Guitar)
        .about(
            "네 줄이면 첫 곡을 금방 칠 수 있어요. 여행 가방에도 쏙 들어가요.",
            "Four strings and a first song soon. Fits a suitcase.",
        )
        .palette(Palette::Sea),
    item("윷놀이판 세트", "Yut Board Set", 24_000, BoardGame).about(
        "박달나무 윷과 두꺼운 말판이에요. 명절이 아니어도 꺼내게 돼요.",
        "Birch sticks and a thick board. Not only for holidays.",
    ),
    item("마을 짓기 보드게임", "Village Builders Game", 42_000, BoardGame)
        .about(
            "서로 도와야 이기는 놀이예요. 한 판에 사십 분, 둘부터 다섯까지 즐겨요.",
            "You win by helping. Forty minutes, two to five players.",
        )
        .palette(Palette::Sea)
        .sale(15),
    item("바느질 상자", "Sewing Box", 26_000, Sewing).about(
        "실과 바늘, 단추까지 한 상자에 담았어요. 떨어진 단추를 미루지 않게 돼요.",
        "Thread, needles and buttons in one box. No more waiting buttons.",
    ),
    item("자수 입문 세트", "Embroidery Starter Set", 23_000, Sewing)
        .about(
            "들꽃 도안 세 장이 들어 있어요. 처음이라도 따라 하기 쉬워요.",
            "With three wildflower patterns. Easy to follow the first time.",
        )
        .options(&[("들꽃", 23_000), ("바다", 23_000)])
        .palette(Palette::Mint),
    item("꽃씨 다섯 봉투", "Flower Seeds, Five Packets", 9_500, Seeds).about(
        "봄부터 가을까지 차례로 피어요. 뒷면에 심는 날을 적어 두었어요.",
        "They bloom in turn from spring to autumn. Sowing dates on the back.",
    ),
    item("상추 씨앗", "Lettuce Seeds", 3_200, Seeds)
        .about(
            "베란다 상자에서도 잘 자라요. 서른 날이면 첫 잎을 딸 수 있어요.",
            "Grows in a balcony box. First leaves in thirty days.",
        )
        .palette(Palette::Moss)
        .limit(10),
    item("손그림 물감 세트", "Hand-painting Set", 37_000, Brush)
        .about(
            "물만 있으면 어디서든 그릴 수 있어요. 나무 팔레트가 손에 편안해요.",
            "Only water needed. A wooden palette that sits well in the hand.",
        )
        .palette(Palette::Persimmon),
    item("도자기 꽃병", "Ceramic Bud Vase", 29_000, Vase)
        .about(
            "세 송이면 충분한 작은 꽃병이에요. 빈 병만 두어도 쓸쓸하지 않아요.",
            "Three stems are enough. Not lonely even when empty.",
        )
        .sold_out(),
    item("철마다 꽃 정기구독", "Seasonal Flowers", 33_000, Vase)
        .about(
            "그 주에 가장 고운 꽃을 골라 보내요. 병에 꽂기 좋게 다듬어 드려요.",
            "The loveliest stems of the week, trimmed for a vase.",
        )
        .options(&[("작은 다발", 33_000), ("큰 다발", 49_000)])
        .limit(2),
    item("취미 선물 꾸러미", "Hobby Surprise Box", 39_000, Present)
        .about(
            "작은 취미 세 가지를 골라 담았어요. 열어 보기 전까지는 비밀이에요.",
            "Three small pastimes in a box. Secret until opened.",
        )
        .sale(30),
];
