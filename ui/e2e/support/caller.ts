// A client of the HTTP contract without a page: the other user in stories about one page.
import { DEMO_PASSWORD, PASSWORD } from "./shopper";
import type { Shop } from "./shop";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface ProductView {
  id: number;
  name: string;
  price: number;
  availableQuantity: number;
  limitedQuantity?: number | null;
  options: readonly unknown[];
}

interface PlacedOrder {
  id: number;
  orderNumber: string;
  totalAmount: number;
}

export class Caller {
  private constructor(
    private readonly shop: Shop,
    private readonly token?: string,
  ) {}

  static visitor(shop: Shop): Caller {
    return new Caller(shop);
  }

  static demo(shop: Shop, who: "admin" | "customer2" | "customer3"): Promise<Caller> {
    return Caller.signedIn(shop, `${who}@demo.jangteo`, DEMO_PASSWORD);
  }

  static async newcomer(shop: Shop, name: string, email: string): Promise<Caller> {
    await Caller.visitor(shop).call("POST", "/v1/auth/register", { email, password: PASSWORD, name });
    return Caller.signedIn(shop, email, PASSWORD);
  }

  static customer(shop: Shop, email: string): Promise<Caller> {
    return Caller.signedIn(shop, email, PASSWORD);
  }

  private static async signedIn(shop: Shop, email: string, password: string): Promise<Caller> {
    const { accessToken } = await Caller.visitor(shop).call<{ accessToken: string }>("POST", "/v1/auth/login", { email, password });
    return new Caller(shop, accessToken);
  }

  /** Rejects unless the answer is good. */
  async call<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as Answer;
  }

  ask(method: Method, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (this.token !== undefined) headers.Authorization = `Bearer ${this.token}`;
    return fetch(`${this.shop.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  }

  /** Orders all units of a product, or some. */
  async order(productId: number, quantity: number, shippingAddress: object = ADDRESS): Promise<PlacedOrder> {
    const line = await this.call<{ id: number }>("POST", "/v1/carts/items", { productId, quantity });
    return this.call("POST", "/v1/orders", { shippingAddress, couponIds: [], cartItemIds: [line.id] });
  }

  /** Orders some of a product and pays for it with points that are there. */
  async buy(productId: number, quantity: number, productOptionId?: number): Promise<number> {
    const line = await this.call<{ id: number }>("POST", "/v1/carts/items", { productId, quantity, productOptionId });
    const order = await this.call<PlacedOrder>("POST", "/v1/orders", { shippingAddress: ADDRESS, couponIds: [], cartItemIds: [line.id] });
    await this.call("POST", "/v1/payments", { orderId: order.id, paymentMethod: "POINT", amount: order.totalAmount });
    return order.id;
  }

  /** What anybody may buy all of, the scarcest first. */
  async freeProducts(): Promise<ProductView[]> {
    const { items } = await this.call<{ items: ProductView[] }>("GET", "/v1/products?inStock=true&limit=100");
    return items
      .filter((product) => product.options.length === 0 && product.limitedQuantity == null)
      .sort((a, b) => a.availableQuantity - b.availableQuantity);
  }
}

const ADDRESS = { recipientName: "맞수", phone: "010-1234-5678", zipCode: "04524", address: "서울시 중구 세종대로 110" };
