//! Every page of the storefront, in both languages, light and dark: it opens, names itself, shows whole pictures, and axe
//! finds nothing. Its picture is left in `target/e2e` to be looked at.

use anyhow::{Context, Result};
use shop_tests::window::ShopWindow;

use crate::{shop, shopper};

/// A page: what its picture is called, its route, and its heading in Korean and English.
type Page = (&'static str, &'static str, [&'static str; 2]);

const FOR_ALL: [Page; 8] = [
    ("home", "/", ["홈", "Home"]),
    ("list", "/products", ["전체 상품", "All products"]),
    ("category", "/products?category=kitchen&sort=priceAsc", ["그릇·주방", "Kitchen"]),
    ("search", "/products?q=된장", ["‘된장’ 검색 결과", "Results for “된장”"]),
    ("search-nothing", "/products?q=우주선", ["‘우주선’ 검색 결과", "Results for “우주선”"]),
    ("product", "/products/1", ["들기름 막국수", "Perilla Oil Buckwheat Noodles"]),
    ("product-options", "/products/56", ["시골 된장 1kg", "Farmhouse Soybean Paste"]),
    ("not-found", "/nowhere", ["페이지를 찾을 수 없어요", "Page not found"]),
];
const FOR_VISITORS: [Page; 2] =
    [("sign-in", "/sign-in", ["로그인", "Sign in"]), ("register", "/register", ["회원가입", "Create account"])];
const FOR_CUSTOMERS: [Page; 16] = [
    ("coupons", "/coupons", ["쿠폰", "Coupons"]),
    ("coupons-mine", "/coupons?tab=usable", ["쿠폰", "Coupons"]),
    ("cart", "/cart", ["장바구니", "Cart"]),
    ("checkout", "/checkout", ["주문·결제", "Checkout"]),
    ("orders", "/orders", ["주문 내역", "Orders"]),
    ("order-paid", "/orders/{paid}", ["주문 상세", "Order"]),
    ("order-done", "/orders/{paid}/done", ["주문이 완료됐어요", "Thank you for your order"]),
    ("receipt", "/orders/{paid}/receipt", ["영수증", "Receipt"]),
    ("order-unpaid", "/orders/{unpaid}", ["주문 상세", "Order"]),
    ("order-failed", "/orders/{failed}/failed", ["결제하지 못했어요", "Your payment failed"]),
    ("points", "/points", ["포인트", "Points"]),
    ("profile", "/me", ["프로필", "Profile"]),
    ("addresses", "/me/addresses", ["배송지", "Addresses"]),
    ("password", "/me/password", ["비밀번호", "Password"]),
    ("sessions", "/me/sessions", ["로그인한 기기", "Signed-in devices"]),
    ("settings", "/me/settings", ["화면 설정", "Display settings"]),
];
const WISHES: Page = ("wishes", "/wishes", ["찜한 상품", "Wishlist"]);

/// The place of a language among the headings, and how its switch is called.
const LANGUAGES: [(&str, &str); 2] = [("ko", "한국어"), ("en", "English")];
/// How the switches of light and dark are called in each language.
const THEMES: [[(&str, &str); 2]; 2] =
    [[("light", "라이트"), ("dark", "다크")], [("light", "Light"), ("dark", "Dark")]];

#[tokio::test]
async fn korean_pages_are_whole_and_for_everyone() -> Result<()> {
    look_at_all(0).await
}

#[tokio::test]
async fn english_pages_are_whole_and_for_everyone() -> Result<()> {
    look_at_all(1).await
}

async fn look_at_all(language: usize) -> Result<()> {
    let (code, name) = LANGUAGES[language];
    // One customer has made every order, among them one that broke off while it was paid.
    let window = ShopWindow::open(&shop::demo_of(&format!("pages-{code}"), 1, 200)?).await?;
    window.find("main h2").await?;
    let mut faults = Vec::new();
    shopper::choose(&window, name).await?;
    for (theme, theme_name) in THEMES[language] {
        shopper::choose(&window, theme_name).await?;
        for page in FOR_ALL.iter().chain(&FOR_VISITORS) {
            look(&window, page, page.1, language, theme, &mut faults).await?;
        }
    }
    shopper::become_the_first_customer(&window).await?;
    let orders = Orders::find(&window).await?;
    for (theme, theme_name) in THEMES[language] {
        shopper::choose(&window, theme_name).await?;
        for page in FOR_CUSTOMERS.iter().chain([&WISHES]) {
            look(&window, page, &orders.route(page.1), language, theme, &mut faults).await?;
        }
    }
    assert_eq!(faults, Vec::<String>::new(), "every page is for everyone");
    window.close().await
}

#[tokio::test]
async fn pages_fill_a_large_screen() -> Result<()> {
    let window = ShopWindow::open(&shop::demo("pages-wide")?).await?;
    window.find("main h2").await?;
    shopper::choose(&window, THEMES[0][0].1).await?;
    shopper::become_the_first_customer(&window).await?;
    window.resize(1920, 1080).await?;
    // The window grows beside the driver's answer; the next page is drawn at its new size.
    window.go("/points").await?;
    window.find_with_text("main h1", "포인트").await?;
    window.rest().await?;
    let mut faults = Vec::new();
    for page in FOR_ALL.iter().chain(&FOR_CUSTOMERS).chain([&WISHES]).filter(|page| !page.1.contains('{')) {
        look(&window, page, page.1, 0, "wide", &mut faults).await?;
        let beyond = window.run("return document.documentElement.scrollWidth - innerWidth", Vec::new()).await?;
        assert!(beyond.as_i64() <= Some(0), "{} scrolls sideways by {beyond} pixels", page.0);
    }
    assert_eq!(faults, Vec::<String>::new(), "every page is for everyone, also where there is more room");
    window.close().await
}

async fn look(
    window: &ShopWindow,
    (name, _, headings): &Page,
    route: &str,
    language: usize,
    theme: &str,
    faults: &mut Vec<String>,
) -> Result<()> {
    let picture = format!("{name}-{}-{theme}", LANGUAGES[language].0);
    window.go(route).await?;
    window.find_with_text("main h1", headings[language]).await.with_context(|| picture.clone())?;
    window.screenshot(&picture).await.with_context(|| picture.clone())?;
    let found = window.axe_violations().await?;
    faults.extend(found.into_iter().map(|fault| format!("{picture}: {fault}")));
    Ok(())
}

/// Orders of the first customer, one in each state that has a page of its own.
struct Orders {
    paid: String,
    unpaid: String,
    failed: String,
}

impl Orders {
    async fn find(window: &ShopWindow) -> Result<Self> {
        let first = async |state: &str| {
            window.go("/").await?;
            window.find("main h2").await?;
            window.go(&format!("/orders?period=all&state={state}")).await?;
            let link = window.find("main li[aria-label^='ORD-'] a").await?;
            let address = link.attr("href").await?.context("a link leads somewhere")?;
            anyhow::Ok(address.rsplit('/').next().unwrap_or_default().to_owned())
        };
        Ok(Self {
            paid: first("CONFIRMED").await?,
            unpaid: first("NORMAL").await?,
            failed: first("PAYMENT_FAILED").await?,
        })
    }

    fn route(&self, pattern: &str) -> String {
        pattern.replace("{paid}", &self.paid).replace("{unpaid}", &self.unpaid).replace("{failed}", &self.failed)
    }
}
