//! Electronics: air, sound, keys, cameras. A table of data; what its columns mean stands in the parent module.

use crate::art::Motif::{Camera, Charger, Fan, Headphones, Humidifier, Keyboard, Radio, Speaker};
use crate::art::Palette;

use super::base::{BaseProduct, item};

/// The products of the category `electronics`.
pub(super) const PRODUCTS: &[BaseProduct] = &[
    item("저소음 선풍기", "Quiet Fan", 69_000, Fan)
        .about(
            "가장 약한 바람은 숨소리보다 조용해요. 리모컨을 등 뒤에 붙여 둘 수 있어요.",
            "At its lowest it is quieter than breathing. The remote clips on behind.",
        )
        .options(&[("탁상형", 49_000), ("스탠드형", 69_000)])
        .sale(15),
    item("탁상 미니 선풍기", "Mini Desk Fan", 23_000, Fan)
        .about(
            "책 한 권 자리에 놓이는 작은 바람이에요. 한 번 충전하면 하루 종일 돌아가요.",
            "A small breeze the size of a book. Runs all day on a charge.",
        )
        .palette(Palette::Mint),
    item("나무 블루투스 스피커", "Wooden Speaker", 88_000, Speaker)
        .about(
            "나무통이 울려 목소리가 따뜻하게 들려요. 열두 시간 동안 쉬지 않아요.",
            "A wooden body that warms voices. Twelve hours without rest.",
        )
        .palette(Palette::Clay),
    item("방수 스피커", "Waterproof Speaker", 57_000, Speaker)
        .about(
            "욕실에서도 계곡에서도 쓸 수 있어요. 물에 떨어뜨려도 둥둥 떠요.",
            "For the bath or the stream. It floats.",
        )
        .palette(Palette::Sky)
        .sale(30),
    item("복고풍 라디오", "Retro Radio", 64_000, Radio)
        .about(
            "손잡이를 돌려 주파수를 맞추는 재미가 있어요. 휴대폰과 연결해 들을 수도 있어요.",
            "Turn the dial to find a station. Connects to a phone as well.",
        )
        .last_few(3),
    item("부엌 라디오", "Kitchen Radio", 45_000, Radio)
        .about(
            "물 묻은 손으로도 누르기 좋은 큰 단추예요. 타이머가 있어 밥 짓기에 알맞아요.",
            "Large buttons for wet hands, and a timer for the rice.",
        )
        .palette(Palette::Butter),
    item("무선 헤드폰", "Wireless Headphones", 129_000, Headphones)
        .about(
            "바깥 소리를 지우고 음악만 남겨 줘요. 귀에 닿는 곳이 폭신해 오래 써도 편해요.",
            "Removes the world and leaves the music. Soft for long hours.",
        )
        .options(&[("먹색", 129_000), ("크림", 129_000)])
        .limit(2)
        .palette(Palette::Stone),
    item("유선 모니터 헤드폰", "Wired Headphones", 59_000, Headphones)
        .about("소리를 꾸미지 않고 그대로 들려 줘요. 접어서 보관할 수 있어요.", "Plain, honest sound. Folds away.")
        .palette(Palette::Stone),
    item("낮은 키보드", "Low-profile Keyboard", 79_000, Keyboard)
        .about(
            "조용히 눌려 밤에도 눈치 보이지 않아요. 세 기기를 번갈아 연결해요.",
            "Quiet enough for the night. Switches between three devices.",
        )
        .options(&[("한글", 79_000), ("영문", 79_000)]),
    item("기계식 키보드", "Mechanical Keyboard", 118_000, Keyboard)
        .about(
            "또각또각 손끝이 즐거운 키보드예요. 자판을 하나씩 바꿔 끼울 수 있어요.",
            "A joy for the fingertips. Every key can be swapped.",
        )
        .palette(Palette::Lavender)
        .sale(10),
    item("필름 카메라", "Film Camera", 95_000, Camera)
        .about(
            "스물네 장을 아껴 찍는 즐거움이 있어요. 초점을 맞출 필요 없이 누르기만 하세요.",
            "The pleasure of only twenty-four shots. No focusing, just press.",
        )
        .last_few(1)
        .limit(1),
    item("즉석 카메라", "Instant Camera", 84_000, Camera)
        .about(
            "찍자마자 사진 한 장이 나와요. 잔칫날 방명록 옆에 두면 좋아요.",
            "A print at once. Put it beside the guest book.",
        )
        .palette(Palette::Mint),
    item("도자기 가습기", "Ceramic Humidifier", 72_000, Humidifier).about(
        "물때가 잘 끼지 않는 도자기 통이에요. 밤새 소리 없이 안개를 내요.",
        "A ceramic tank that stays clean. Mist all night without a sound.",
    ),
    item("책상 가습기", "Desk Humidifier", 26_000, Humidifier)
        .about(
            "컵만 한 크기로 책상 위를 촉촉하게 해요. 물이 떨어지면 스스로 꺼져요.",
            "Cup-sized, and turns itself off when dry.",
        )
        .palette(Palette::Rose)
        .sold_out(),
    item("보조배터리 10000mAh", "Power Bank 10,000mAh", 29_000, Charger)
        .about(
            "휴대폰을 두 번 가득 채워 줘요. 남은 양을 네 개의 불빛으로 알려 줘요.",
            "Fills a phone twice. Four lights tell what is left.",
        )
        .sale(22),
    item("얇은 충전기", "Slim Charger", 34_000, Charger)
        .about(
            "여권 지갑에도 들어가는 두께예요. 세 대를 한꺼번에 충전할 수 있어요.",
            "Thin enough for a passport wallet. Charges three at once.",
        )
        .palette(Palette::Indigo),
];
