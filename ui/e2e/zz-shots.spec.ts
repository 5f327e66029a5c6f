import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { look } from "./support/look";
import { test } from "./support/test";
const HTML = "<h2>보관 방법</h2><p>서늘한 곳에 <strong>냉장</strong> 보관하고 <em>일주일</em> 안에 드세요.</p><ul><li><p>직사광선을 피하세요</p></li><li><p>얼리지 마세요</p></li></ul><h3>더 보기</h3><p><a href=\"https://a.example\">농장 소개</a></p><ol><li><p>하나</p></li><li><p>둘</p></li></ol>";
test("shots", async ({ shop, arrive }) => {
  const caller = await Caller.demo(shop, "admin");
  const { id } = await caller.call<{ id: number }>("POST", "/v1/admin/products", { name: "꿀사과", category: "food", price: 1000, stock: 1, descriptionHtml: HTML, options: [{ name: "작은 것", nameEn: "Small", price: 10000, stock: 3 }, { name: "큰 것", price: 20000, stock: 3 }] });
  const admin = await Admin.enter(await arrive(), "ko");
  const { page } = admin;
  const faults: string[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [w, h] of [[1280, 1000], [360, 780]] as const) {
      await page.setViewportSize({ width: w, height: h });
      for (const [name, route] of [["shop", `/products/${id}`], ["edit", `/admin/products/${id}`], ["new", `/admin/products/new?from=${id}`]] as const) {
        await admin.go(route);
        await page.waitForTimeout(700);
        faults.push(...await look(page, `zz-${name}-${w}-${scheme}`));
        await page.screenshot({ path: `../target/e2e-browser/zz-${name}-${w}-${scheme}-full.png`, fullPage: true });
      }
    }
  }
  console.log(faults.join("\n"));
});
