// The glossary: one term a thing, in both languages. A text that is the term in one language is the term in the other.
// `where` says what it names; where one language has one word for two things, each has a line of its own.

export interface Term {
  readonly ko: string;
  readonly en: string;
  readonly where: string;
}

function term(ko: string, en: string, where: string): Term {
  return { ko, en, where };
}

const ORDERS: readonly Term[] = [
  term("결제 대기", "Awaiting payment", "state of an order; filters and tabs; the receipt before payment"),
  term("결제 완료", "Paid", "state of an order or a payment"),
  term("배송 준비 중", "Preparing", "state of an order that is paid and not shipped, for shoppers and admins alike"),
  term("배송 중", "In transit", "state of an order that is shipped"),
  term("배송 완료", "Delivered", "state of an order"),
  term("주문 취소", "Canceled", "state of an order"),
  term("주문 취소", "Cancel order", "what a shopper does to an unpaid order"),
  term("환불 완료", "Refunded", "state of an order or a payment"),
  term("환불 신청", "Request refund", "what a shopper does to a paid order"),
  term("결제 실패", "Payment failed", "state of an order or a payment; the alert"),
  term("주문 번호", "Order number", "orders and receipt"),
  term("주문 진행 내역", "Order timeline", "what happened to an order"),
  term("배송지", "Shipping address", "where an order goes"),
  term("배송지", "Addresses", "the address book"),
  term("배송지 변경", "Change address", "checkout"),
  term("배송 요청사항", "Delivery instructions", "what a customer asks of the delivery; checkout and orders"),
  term("관리자 메모", "Staff notes", "notes of admins on orders and customers, which customers never see"),
  term("받는 사람", "Recipient", "addresses, orders, receipt"),
  term("주문 일시", "Placed at", "orders"),
  term("결제 일시", "Paid at", "orders and receipt"),
  term("환불 일시", "Refunded at", "receipt"),
  term("결제 수단", "Payment method", "receipt"),
  term("결제 기한", "Payment deadline", "settings and activity log"),
];

const AMOUNTS: readonly Term[] = [
  term("상품 금액", "Subtotal", "sum of the items before coupons"),
  term("주문 금액", "Order total", "sum of an order after coupons; their sum in reports"),
  term("총 결제 금액", "Total", "what is to pay"),
  term("합계", "Total", "sum of what is chosen, before checkout"),
  term("결제 금액", "Amount paid", "what was paid"),
  term("결제 금액", "Payment summary", "heading of the sums at checkout"),
  term("순매출", "Net sales", "payments less refunds"),
  term("보유 포인트", "Available points", "points that can be spent"),
  term("포인트 내역", "Points history", "changes of points"),
  term("충전", "Top-up", "kind of change of points"),
  term("입금 대기", "Awaiting deposit", "state of a request for points"),
  term("충전 완료", "Topped up", "state of a request for points"),
  term("반려", "Declined", "state of a request for points"),
  term("반려", "Decline", "what an admin does to a request for points"),
  term("입금 확인", "Deposits", "the page of deposits; dashboard"),
  term("입금 확인", "Confirm deposit", "what an admin does to a request for points"),
  term("입금 계좌", "Deposit account", "points page, settings and activity log"),
  term("입금자명", "Depositor name", "the name that the bank shows with a deposit"),
  term("예금주", "Account name", "deposit account"),
  term("포인트 충전 방식", "Point top-ups", "set-up, settings and activity log"),
  term("조정", "Adjustment", "kind of change of points"),
  term("조정", "Adjust", "the button that adjusts stock"),
];

const COUPONS: readonly Term[] = [
  term("사용 가능", "Ready to use", "state of a customer's coupon"),
  term("사용 완료", "Used", "state of a customer's coupon"),
  term("기간 만료", "Expired", "state of a coupon"),
  term("발급 중", "Active", "state of a coupon"),
  term("발급 수량", "Issued", "coupons that customers have got"),
  term("총 발급 수량", "Total quantity", "coupons that can be issued"),
  term("사용 수량", "Used", "how many of the issued coupons were used"),
  term("잔여 수량", "Left", "coupons that are not issued yet"),
  term("발급 일시", "Issued at", "when a customer got a coupon"),
  term("사용 일시", "Used at", "when a coupon was used"),
  term("상품 쿠폰", "Product coupon", "kind of coupon"),
  term("상품 쿠폰", "Product coupons", "kind of coupon, in sums"),
  term("장바구니 쿠폰", "Cart coupon", "kind of coupon"),
  term("장바구니 쿠폰", "Cart coupons", "kind of coupon, in sums"),
  term("지정 상품", "Selected products", "what a product coupon applies to"),
  term("최소 주문 금액", "Minimum order", "condition of a coupon"),
  term("최대 할인 금액", "Maximum discount", "condition of a coupon"),
  term("할인율", "Discount rate", "discount in percent"),
  term("소진 임박 쿠폰", "Coupons running out", "coupons of which few are left"),
  term("최대 할인 적용", "Apply best discount", "checkout"),
];

const PRODUCTS: readonly Term[] = [
  term("판매 중", "Active", "state of a product"),
  term("일시 품절", "Out of stock", "state of a product"),
  term("판매 종료", "Discontinued", "state of a product"),
  term("중지", "Discontinued", "state of a product or a coupon, in the activity log"),
  term("중지", "Stop", "ends a run"),
  term("삭제됨", "Deleted", "state of a product or a coupon"),
  term("품절", "Sold out", "product without stock"),
  term("재고 부족", "Low stock", "stock at or below the level"),
  term("재고 부족 기준", "Low stock level", "settings and activity log"),
  term("현재 재고", "Current stock", "stock of a product"),
  term("판매 수량", "Units sold", "products and statistics"),
  term("재고 이력", "Stock history", "movements of stock"),
  term("1인당 최대 구매 수량", "Limit per customer", "product"),
  term("1인당 최대", "Limit per customer", "column of the product list"),
  term("정가", "Regular price", "price before a discount"),
  term("찜한 상품", "Wishlist", "storefront"),
  term("바로 구매", "Buy now", "product"),
  term("장바구니 담기", "Add to cart", "product"),
];

const ACCOUNTS: readonly Term[] = [
  term("관리자", "Admin", "kind of account"),
  term("고객", "Customer", "kind of account; who placed an order"),
  term("고객", "Customers", "the page of customers"),
  term("정상", "Active", "state of an account"),
  term("정상", "Passed", "a check that found nothing"),
  term("차단", "Blocked", "state of an account"),
  term("차단", "Block", "what an admin does to an account"),
  term("이메일", "Email", "accounts"),
  term("비밀번호", "Password", "accounts"),
  term("로그인", "Sign in", "accounts"),
  term("로그아웃", "Sign out", "accounts"),
];

const SYSTEM: readonly Term[] = [
  term("활동 기록", "Activity log", "what admins changed"),
  term("데이터 점검", "Data check", "the check of the stored data"),
  term("서버 설정", "Server settings", "the switch of the local server"),
  term("처리할 일", "Needs attention", "dashboard"),
  term("현재 접속자", "Active users", "dashboard and system"),
  term("수동 백업", "Manual backup", "kind of backup"),
  term("자동 백업", "Automatic backup", "kind of backup"),
  term("복원 전 상태", "State before a restore", "kind of backup"),
  term("긴급 복사본", "Rescue copy", "kind of backup"),
  term("검증됨", "Verified", "state of a backup"),
  term("미검증", "Not verified", "state of a backup"),
  term("사용 불가", "Unusable", "state of a backup"),
  term("웹훅 주소", "Webhook address", "settings and activity log"),
  term("웹훅 서명 키", "Webhook signing key", "settings"),
  term("전송 실패 이벤트", "Failed events", "events that were not accepted"),
  term("대기", "Pending", "state of an event"),
  term("대기", "Wait", "time before a request runs"),
  term("전송 완료", "Sent", "state of an event"),
  term("데스크톱 알림", "Desktop notifications", "settings and activity log"),
  term("네트워크 공개", "Network access", "server settings"),
  term("쇼핑 화면", "Storefront", "the pages of shoppers"),
  term("빠른 이동", "Quick navigation", "the palette"),
  term("필터 초기화", "Clear filters", "lists"),
  term("다시 시도", "Try again", "errors"),
  term("실행 취소", "Undo", "toasts"),
];

export const TERMS: readonly Term[] = [...ORDERS, ...AMOUNTS, ...COUPONS, ...PRODUCTS, ...ACCOUNTS, ...SYSTEM];
