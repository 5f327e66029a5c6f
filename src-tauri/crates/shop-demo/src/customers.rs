//! The admins and the customers of the demo shop. Names, telephone numbers and addresses are computed from a customer's
//! number, so that they are the same on every machine. All of them are invented.

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};

use shop_contract::ShippingAddress;

/// The admin's e-mail.
pub const ADMIN_EMAIL: &str = "admin@demo.jangteo";
/// The admin's name.
pub const ADMIN_NAME: &str = "장터지기";
/// The clerk's e-mail; the clerk is an admin too.
pub const CLERK_EMAIL: &str = "clerk@demo.jangteo";
/// The clerk's name.
pub const CLERK_NAME: &str = "한나래";

/// The data of a customer before it is written to the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCustomer {
    /// `customerN@demo.jangteo`, from 1.
    pub email: String,
    /// Korean name.
    pub name: String,
    /// Mobile number.
    pub phone: String,
    /// The home address.
    pub home: ShippingAddress,
    /// The address of the workplace, which some customers save as their second one.
    pub office: ShippingAddress,
}

/// Whether it is the e-mail address of a customer that the demo was filled with.
pub(crate) fn is_of_the_demo(email: &str) -> bool {
    let number = email.strip_prefix("customer").and_then(|rest| rest.strip_suffix("@demo.jangteo"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The `n`-th customer, from 0.
#[must_use]
pub fn customer(n: usize) -> DemoCustomer {
    // A product of the same number must not draw the same random numbers.
    let mut random = Xoshiro256PlusPlus::seed_from_u64(0x7065_6f70_6c65 ^ n as u64);
    let (family, given) =
        (SURNAMES[random.random_range(0..SURNAMES.len())], GIVEN[random.random_range(0..GIVEN.len())]);
    let name = format!("{family}{given}");
    let phone = format!("010-{:04}-{:04}", random.random_range(2000..9999), random.random_range(0..9999));
    let home = address(&mut random, &name, &phone, HOMES);
    let office = address(&mut random, &name, &phone, OFFICES);
    DemoCustomer { email: format!("customer{}@demo.jangteo", n + 1), name, phone, home, office }
}

/// Postcode, street, and the ending of the second line after its number.
type Street = (&'static str, &'static str, &'static str);

fn address(random: &mut Xoshiro256PlusPlus, name: &str, phone: &str, streets: &[Street]) -> ShippingAddress {
    let (zip_code, street, unit) = streets[random.random_range(0..streets.len())];
    ShippingAddress {
        recipient_name: name.to_owned(),
        phone: phone.to_owned(),
        zip_code: zip_code.to_owned(),
        address: format!("{street} {}", random.random_range(3..180)),
        detail_address: Some(format!("{}{unit}", random.random_range(2..20))),
    }
}

const SURNAMES: [&str; 20] = [
    "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류",
    "홍",
];

const GIVEN: [&str; 60] = [
    "민준", "서연", "도윤", "지우", "하준", "서윤", "시우", "하윤", "주원", "지유", "예준", "수아", "지호", "다은",
    "현우", "채원", "준서", "은서", "건우", "소율", "우진", "예린", "선우", "유나", "연우", "지안", "정우", "나은",
    "승현", "가은", "은우", "보민", "지훈", "세아", "재윤", "다인", "태윤", "소민", "한결", "미소", "영수", "순자",
    "철호", "미경", "상훈", "혜진", "동현", "은주", "성민", "지영", "진호", "수정", "기태", "명희", "광수", "옥순",
    "한솔", "아름", "바다", "별",
];

const HOMES: &[Street] = &[
    ("03045", "서울특별시 종로구 자하문로", "층"),
    ("04031", "서울특별시 마포구 양화로", "01호"),
    ("06035", "서울특별시 강남구 가로수길", "03호"),
    ("05544", "서울특별시 송파구 올림픽로", "02호"),
    ("13529", "경기도 성남시 분당구 판교역로", "04호"),
    ("16455", "경기도 수원시 팔달구 행궁로", "01호"),
    ("22001", "인천광역시 연수구 센트럴로", "02호"),
    ("25464", "강원특별자치도 강릉시 경강로", "층"),
    ("34126", "대전광역시 유성구 대학로", "03호"),
    ("41911", "대구광역시 중구 동성로", "01호"),
    ("48094", "부산광역시 해운대구 해운대로", "05호"),
    ("55041", "전북특별자치도 전주시 완산구 전주객사길", "층"),
    ("61475", "광주광역시 동구 충장로", "02호"),
    ("63122", "제주특별자치도 제주시 관덕로", "층"),
];

const OFFICES: &[Street] = &[
    ("04523", "서울특별시 중구 세종대로", "층 사무실"),
    ("06164", "서울특별시 강남구 테헤란로", "층 사무실"),
    ("07325", "서울특별시 영등포구 여의대로", "층 사무실"),
    ("13494", "경기도 성남시 분당구 대왕판교로", "층 사무실"),
    ("48058", "부산광역시 해운대구 센텀중앙로", "층 사무실"),
];

#[cfg(test)]
mod tests {
    use shop_domain::user::{AddressInput, Email, Phone, ShippingAddress as Parsed};

    use super::*;

    #[test]
    fn every_customer_could_have_registered() {
        for n in 0..500 {
            let drawn = customer(n);
            assert_eq!(drawn, customer(n), "customer {n} is the same when asked again");
            assert!(Email::parse(&drawn.email).is_ok(), "{}", drawn.email);
            assert!(Phone::parse(&drawn.phone).is_ok(), "{}", drawn.phone);
            for place in [&drawn.home, &drawn.office] {
                let input = AddressInput {
                    recipient_name: &place.recipient_name,
                    phone: &place.phone,
                    zip_code: &place.zip_code,
                    address: &place.address,
                    detail_address: place.detail_address.as_deref(),
                };
                assert!(Parsed::parse(input).is_ok(), "{place:?}");
            }
        }
    }
}
