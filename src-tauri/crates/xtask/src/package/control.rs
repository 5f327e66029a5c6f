//! The control file of the package: what it is, and what has to be installed with it.

use std::path::Path;

use anyhow::Result;

use super::build::Programs;
use super::{libraries, tree};

/// The system draws the native menu with its own fonts, and without one of these it would have no Korean letters.
const FONTS: &str = "fonts-noto-cjk | fonts-nanum | fonts-unfonts-core | fonts-baekmuk";
/// Opens folders and links.
const OPENER: &str = "xdg-utils";

const DESCRIPTION: &str = "shop for one merchant, on one computer (장터)
 Jangteo is a shop in a window: products, carts, first-come coupons, orders and
 points, kept in one file on this computer. Its own server can open it to
 browsers.
 .
 장터는 컴퓨터 한 대에서 운영하는 온라인 상점입니다. 상품, 장바구니, 선착순 쿠폰,
 주문, 포인트를 파일 하나에 보관하고, 내장 서버로 브라우저에서도 열 수 있습니다.";

/// The text of the control file for the laid out tree.
pub fn text(version: &str, architecture: &str, tree: &Path, programs: &Programs) -> Result<String> {
    let mut depends = libraries::needed(&[&programs.window, &programs.headless])?;
    depends.insert(FONTS.to_owned());
    depends.insert(OPENER.to_owned());
    let depends: Vec<String> = depends.into_iter().collect();
    let size = tree::kilobytes(tree)?;
    Ok(format!(
        "Package: jangteo\nVersion: {version}\nArchitecture: {architecture}\nMaintainer: The Jangteo authors\n\
         Installed-Size: {size}\nDepends: {}\nSuggests: gnome-keyring\nSection: web\nPriority: optional\n\
         Description: {DESCRIPTION}\n",
        depends.join(", ")
    ))
}
