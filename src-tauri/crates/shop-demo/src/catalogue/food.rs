//! Food: noodles, sauces, fruit, rice, what is baked and brewed. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{
    Apple, Bottle, Bread, Cookies, Dumplings, Eggs, Fish, FruitBox, Glass, Greens, Honey, Jar, Noodles, Persimmon,
    Pouch, Present, RiceBowl, RiceCakes, RiceSack, Roots, Stew, Tangerine, Tea,
};
use crate::art::{Palette, Tint};

use super::base::{BaseProduct, item};

/// The products of the category `food`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("들기름 막국수 2인분", "Perilla Oil Buckwheat Noodles, Serves 2", 9_900, Noodles)
        .about(
            "메밀을 굵게 갈아 뽑은 면에 갓 짠 들기름을 곁들였어요. 면만 삶으면 십 분 안에 한 그릇이 완성돼요.",
            "Coarse-milled buckwheat noodles with freshly pressed perilla oil. A bowl is ready in ten minutes.",
        )
        .sale(15)
        .limit(5),
    item("멸치 잔치국수 3인분", "Anchovy Banquet Noodles, Serves 3", 8_500, Noodles)
        .about(
            "남해 멸치로 우린 육수와 가는 소면을 함께 담았어요. 늦은 밤에도 속이 편안한 맛이에요.",
            "Thin wheat noodles with a clear southern-sea anchovy broth. Gentle even late at night.",
        )
        .palette(Palette::Indigo),
    item("시골 된장 1kg", "Farmhouse Soybean Paste 1kg", 16_800, Jar)
        .about(
            "삼 년 묵은 항아리에서 떠낸 된장이에요. 한 숟갈만 풀어도 국물이 구수해져요.",
            "Drawn from crocks aged three years. One spoon makes any broth deep and savoury.",
        )
        .options(&[("500g", 9_800), ("1kg", 16_800)])
        .tint(Tint::Brown),
    item("태양초 고추장 900g", "Sun-dried Chilli Paste 900g", 15_900, Jar)
        .about(
            "볕에 말린 고추와 찹쌀 조청으로 빚었어요. 맵기보다 깊고 단맛이 오래 남아요.",
            "Sun-dried chillies and rice syrup, slow-fermented. More depth than fire.",
        )
        .tint(Tint::Red),
    item("포기김치 3kg", "Whole Cabbage Kimchi 3kg", 29_800, Jar)
        .about(
            "속이 꽉 찬 해남 배추를 하루 절여 담갔어요. 주문한 다음 날 담가 보내 드려요.",
            "Full-hearted cabbage salted for a day. Made the day after you order.",
        )
        .options(&[("3kg", 29_800), ("5kg", 46_000)])
        .tint(Tint::Red)
        .limit(3),
    item("유자청 500g", "Yuzu Marmalade 500g", 13_500, Jar)
        .about(
            "고흥 유자를 껍질째 채 썰어 설탕에 재웠어요. 따뜻한 물에 풀면 겨울 향이 나요.",
            "Whole yuzu, thinly sliced and sugared. Stir into hot water for the smell of winter.",
        )
        .tint(Tint::Yellow),
    item("오미자청 1L", "Five-Flavour Berry Syrup 1L", 24_000, Bottle)
        .about(
            "문경 오미자를 백 일 동안 기다려 걸렀어요. 탄산수에 타면 다섯 가지 맛이 차례로 와요.",
            "Berries steeped for a hundred days. With sparkling water, five tastes arrive in turn.",
        )
        .tint(Tint::Red),
    item("아카시아 꿀 600g", "Acacia Honey 600g", 21_000, Honey)
        .about(
            "오월 한 철에만 뜨는 맑은 꿀이에요. 향이 은은해서 요거트와 차에 두루 어울려요.",
            "Clear honey taken only in May. Its light scent suits yoghurt and tea.",
        )
        .options(&[("600g", 21_000), ("1.2kg", 39_000)])
        .sale(10),
    item("밤꿀 350g", "Chestnut Honey 350g", 17_500, Honey)
        .about(
            "쌉싸래한 밤꽃 향이 진하게 남는 꿀이에요. 치즈에 한 방울 떨어뜨려 보세요.",
            "Dark honey with the pleasant bitterness of chestnut blossom. Try a drop on cheese.",
        )
        .last_few(4),
    item("꿀사과 한 상자 5kg", "Honey-core Apples, 5kg Box", 34_900, FruitBox)
        .about(
            "속에 꿀이 박힌 안동 사과만 골랐어요. 아삭한 채로 도착하도록 하나씩 감쌌어요.",
            "Hand-picked apples with honeyed cores, each wrapped so that it arrives crisp.",
        )
        .options(&[("3kg", 22_900), ("5kg", 34_900)])
        .tint(Tint::Red),
    item("단감 10개입", "Sweet Persimmons, Ten", 18_900, Persimmon).about(
        "진영 언덕에서 볕을 많이 받은 단감이에요. 껍질째 베어 물어도 떫지 않아요.",
        "Hillside persimmons with plenty of sun. Sweet enough to bite with the skin on.",
    ),
    item("곶감 선물 세트", "Dried Persimmon Gift Box", 42_000, Present)
        .about(
            "처마 밑 바람에 오십 일을 말린 곶감이에요. 겉은 쫀득하고 속은 꿀처럼 부드러워요.",
            "Wind-dried for fifty days under the eaves. Chewy outside, honey-soft within.",
        )
        .palette(Palette::Persimmon)
        .last_few(2)
        .limit(2),
    item("노지 감귤 3kg", "Open-field Tangerines 3kg", 16_900, Tangerine)
        .about(
            "제주 바닷바람을 맞고 자라 새콤함이 살아 있어요. 크기는 제각각이지만 맛은 고르게 좋아요.",
            "Grown in the Jeju sea wind, bright and tangy. Sizes differ, the taste does not.",
        )
        .options(&[("3kg", 16_900), ("5kg", 25_900)])
        .sale(20),
    item("한라봉 한 상자 3kg", "Hallabong Citrus, 3kg Box", 32_000, FruitBox)
        .about(
            "꼭지가 봉긋한 한라봉을 수확한 날 담았어요. 알이 굵고 과즙이 넉넉해요.",
            "Boxed on the day of picking. Big fruit with plenty of juice.",
        )
        .tint(Tint::Orange),
    item("황토 고구마 3kg", "Red-clay Sweet Potatoes 3kg", 15_900, Roots)
        .about(
            "황토밭에서 캐서 한 달 숙성한 고구마예요. 구우면 꿀이 배어 나와요.",
            "Dug from red clay and rested for a month. Roast them and the syrup runs.",
        )
        .tint(Tint::Wine),
    item("포슬 감자 5kg", "Floury Potatoes 5kg", 14_900, Roots)
        .about(
            "강원도 높은 밭에서 자란 포슬포슬한 감자예요. 찌기만 해도 간식이 돼요.",
            "Highland potatoes that turn fluffy. Just steam them for a snack.",
        )
        .tint(Tint::Sand),
    item("유기농 쌈채소 꾸러미", "Organic Wrap Greens", 8_900, Greens)
        .about(
            "아침에 뜯은 쌈채소 여섯 가지를 담았어요. 씻어 두면 사흘은 싱싱해요.",
            "Six kinds of leaves picked this morning. Rinsed, they stay fresh for three days.",
        )
        .last_few(5),
    item("햅쌀 10kg", "New-crop Rice 10kg", 39_800, RiceSack)
        .about(
            "주문받은 날 도정해서 보내는 햅쌀이에요. 밥을 지으면 윤기가 돌고 식어도 맛있어요.",
            "Milled on the day you order. Glossy when cooked, good even when cool.",
        )
        .options(&[("4kg", 17_800), ("10kg", 39_800)])
        .limit(4),
    item("현미 4kg", "Brown Rice 4kg", 18_500, RiceSack)
        .about(
            "쌀눈이 살아 있는 현미를 부드럽게 깎았어요. 불리지 않고도 고슬고슬 지을 수 있어요.",
            "Lightly polished to keep the germ. Cooks well without soaking.",
        )
        .palette(Palette::Moss),
    item("동물복지 달걀 20구", "Free-range Eggs, Twenty", 11_900, Eggs)
        .about(
            "풀밭을 뛰어다니는 닭이 낳은 달걀이에요. 노른자가 탱글하고 비린내가 적어요.",
            "From hens that roam the grass. Firm yolks and a clean taste.",
        )
        .tint(Tint::Brown),
    item("통밀 깜빠뉴", "Wholewheat Country Loaf", 7_800, Bread)
        .about(
            "천연 발효종으로 하루를 부풀려 구웠어요. 겉은 바삭하고 속은 촉촉해요.",
            "Raised a full day on a natural starter. Crackling crust, moist crumb.",
        )
        .sold_out(),
    item("쑥 송편 한 접시", "Mugwort Songpyeon Rice Cakes", 13_800, RiceCakes).about(
        "봄에 뜯어 얼려 둔 쑥으로 반죽했어요. 깨와 꿀로 속을 채워 한 김 쪄 냈어요.",
        "Dough coloured with spring mugwort, filled with sesame and honey, freshly steamed.",
    ),
    item("손만두 12개", "Handmade Dumplings, Twelve", 12_500, Dumplings)
        .about(
            "두부와 부추를 넉넉히 넣어 손으로 빚었어요. 얼린 채로 쪄도 피가 쫄깃해요.",
            "Hand-folded with tofu and chives. Steam from frozen and the skin stays springy.",
        )
        .sale(12),
    item("김치찌개 밀키트", "Kimchi Stew Kit", 11_900, Stew)
        .about(
            "묵은지와 두툼한 두부를 한 번에 담았어요. 물만 붓고 끓이면 저녁이 해결돼요.",
            "Aged kimchi and thick tofu in one pack. Add water, simmer, supper is done.",
        )
        .tint(Tint::Red),
    item("들깨 버섯탕", "Perilla Mushroom Soup", 10_900, Stew)
        .about(
            "곱게 간 들깨와 세 가지 버섯으로 끓였어요. 자극 없이 고소해서 아이도 잘 먹어요.",
            "Ground perilla and three kinds of mushroom. Mild and nutty, good for children too.",
        )
        .tint(Tint::Cream),
    item("산채 비빔밥 2인분", "Mountain Herb Bibimbap, Serves 2", 14_500, RiceBowl).about(
        "말린 산나물을 부드럽게 불려 양념했어요. 밥 위에 얹고 고추장만 비비면 돼요.",
        "Seasoned mountain greens, ready to top your rice. Just add chilli paste and mix.",
    ),
    item("반건조 고등어 4마리", "Half-dried Mackerel, Four", 19_800, Fish)
        .about(
            "해풍에 꾸덕하게 말려 비린내를 덜었어요. 기름 없이 구워도 속이 촉촉해요.",
            "Dried in the sea breeze for a clean taste. Stays moist when grilled without oil.",
        )
        .options(&[("4마리", 19_800), ("8마리", 37_000)]),
    item("저온 착유 참기름", "Cold-pressed Sesame Oil", 18_900, Bottle)
        .about(
            "낮은 온도에서 천천히 볶아 짠 참기름이에요. 마지막에 한 방울이면 충분해요.",
            "Slowly roasted at low heat and pressed. One drop at the end is enough.",
        )
        .tint(Tint::Brown)
        .last_few(3),
    item("우전 녹차 40g", "First-flush Green Tea 40g", 27_000, Tea)
        .about(
            "곡우 전에 딴 어린잎만 덖었어요. 한 김 식힌 물에 우리면 단맛이 올라와요.",
            "Only the youngest leaves, pan-fired by hand. Use cooled water to bring out the sweetness.",
        )
        .tint(Tint::Green)
        .limit(2),
    item("시나몬 수정과 1L", "Cinnamon Persimmon Punch 1L", 9_800, Glass)
        .about(
            "계피와 생강을 오래 달여 차게 식혔어요. 곶감 한 조각과 함께 마시면 잔치 같아요.",
            "Cinnamon and ginger, simmered long and chilled. A feast with a slice of dried persimmon.",
        )
        .tint(Tint::Brown),
    item("볶은 귀리 쿠키", "Toasted Oat Cookies", 6_900, Cookies).about(
        "귀리를 바삭하게 볶아 버터와 구웠어요. 달지 않아 자꾸 손이 가요.",
        "Crisp toasted oats baked with butter. Not too sweet, hard to put down.",
    ),
    item("견과 한 줌 14봉", "A Handful of Nuts, 14 Packs", 15_800, Pouch)
        .about(
            "하루 한 봉씩 두 주 동안 먹는 견과예요. 소금과 기름 없이 구웠어요.",
            "Two weeks of nuts, one small bag a day. Roasted with no salt and no oil.",
        )
        .palette(Palette::Butter),
    item("여름 사과 6개", "Summer Apples, Six", 12_900, Apple)
        .about(
            "아침 이슬이 마르기 전에 딴 사과예요. 껍질이 얇아 씻어서 그대로 드세요.",
            "Picked before the dew dries. Thin skins, just rinse and bite.",
        )
        .sale(18),
];
