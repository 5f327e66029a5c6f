//! The words of a report, Korean and English.

use shop_contract::Language;

use super::{Guard, Scenario};

/// The words of a report in one language.
pub(super) struct Words {
    pub(super) lang: &'static str,
    pub(super) users: &'static str,
    pub(super) stock: &'static str,
    pub(super) seed: &'static str,
    pub(super) arrivals: &'static str,
    pub(super) guard: &'static str,
    pub(super) granted: &'static str,
    pub(super) refused: &'static str,
    pub(super) left: &'static str,
    pub(super) oversold: &'static str,
    pub(super) cost: &'static str,
    pub(super) inversions: &'static str,
    pub(super) retries: &'static str,
    pub(super) seconds: &'static str,
    pub(super) p99: &'static str,
    pub(super) books: &'static str,
    pub(super) hold: &'static str,
    pub(super) broken: &'static str,
    pub(super) all_hold: &'static str,
    pub(super) machine: &'static str,
    pub(super) waits: &'static str,
    pub(super) order: &'static str,
    pub(super) axes: &'static str,
    pub(super) table: &'static str,
    pub(super) scenario: fn(Scenario) -> &'static str,
    pub(super) guards: fn(Guard) -> &'static str,
}

impl Words {
    pub(super) const fn of(language: Language) -> Self {
        match language {
            Language::Ko => KOREAN,
            Language::En => ENGLISH,
        }
    }
}

const KOREAN: Words = Words {
    lang: "ko",
    users: "참여자",
    stock: "수량",
    seed: "시드",
    arrivals: "도착 순서",
    guard: "제어 방식",
    granted: "성공",
    refused: "거절",
    left: "남은 수량",
    oversold: "초과 판매",
    cost: "초과 판매 금액(원)",
    inversions: "순서 역전",
    retries: "재시도",
    seconds: "초",
    p99: "대기 p99(ms)",
    books: "데이터 검증",
    hold: "정상",
    broken: "오류",
    all_hold: "모든 검증 항목을 통과했습니다.",
    machine: "실행 환경",
    waits: "대기 시간",
    order: "처리 순서",
    axes: "가로는 처리 순서, 세로는 도착 순서",
    table: "표",
    scenario: |scenario| match scenario {
        Scenario::CouponRush => "선착순 쿠폰",
        Scenario::LastItem => "마지막 한 개",
        Scenario::LimitedEdition => "한정판",
        Scenario::FlashSale => "타임세일",
        Scenario::WalletRace => "한 지갑, 여러 결제",
        Scenario::Mixed => "복합 부하",
    },
    guards: |guard| match guard {
        Guard::None => "제어 없음",
        Guard::OneLock => "전체 잠금 하나",
        Guard::CompareAndSet => "비교 후 갱신",
        Guard::Keyed => "키별 대기열",
    },
};

const ENGLISH: Words = Words {
    lang: "en",
    users: "Users",
    stock: "To be had",
    seed: "Seed",
    arrivals: "Arrivals",
    guard: "Guard",
    granted: "Granted",
    refused: "Refused",
    left: "Left",
    oversold: "Oversold",
    cost: "Cost (won)",
    inversions: "Served out of order",
    retries: "Retries",
    seconds: "Seconds",
    p99: "Wait p99 (ms)",
    books: "Data checks",
    hold: "passed",
    broken: "failed",
    all_hold: "All checks passed.",
    machine: "Environment",
    waits: "Wait times",
    order: "Order served",
    axes: "across: order served, up: order of arrival",
    table: "Table",
    scenario: |scenario| match scenario {
        Scenario::CouponRush => "Coupon rush",
        Scenario::LastItem => "Last item",
        Scenario::LimitedEdition => "Limited edition",
        Scenario::FlashSale => "Flash sale",
        Scenario::WalletRace => "Wallet race",
        Scenario::Mixed => "Mixed load",
    },
    guards: |guard| match guard {
        Guard::None => "No guard",
        Guard::OneLock => "One lock for all",
        Guard::CompareAndSet => "Compare and set",
        Guard::Keyed => "Keyed queue",
    },
};
