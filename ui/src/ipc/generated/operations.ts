// Provisional: the requests and answers of the operations that the shell and the home page call.
export interface ProductOption {
  id: number;
  name: string;
  price: number;
  availableQuantity: number;
  state: string;
}

export interface Sale {
  price: number;
  beginAt: string;
  endAt: string;
}

export interface Product {
  id: number;
  name: string;
  nameEn?: string;
  description: string;
  category: string;
  price: number;
  sale?: Sale;
  state: string;
  status: "AVAILABLE" | "OUT_OF_STOCK";
  limitedQuantity?: number;
  availableQuantity: number;
  options: ProductOption[];
  imageUrl?: string;
  createdAt: string;
  updatedAt: string;
}

export interface ListProducts {
  q?: string;
  category?: string;
  minPrice?: number;
  maxPrice?: number;
  inStock?: boolean;
  onSale?: boolean;
  sort?: "newest" | "priceAsc" | "priceDesc" | "popular" | "relevance";
  ids?: string;
  cursor?: string;
  limit?: number;
}

export interface ProductPage {
  items: Product[];
  nextCursor?: string;
}

export interface PopularProduct {
  rank: number;
  product: Product;
  salesCount: number;
  salesAmount: number;
}

export interface PopularProducts {
  items: PopularProduct[];
  period: { days: number };
  computedAt: string;
}

export interface CartItem {
  id: number;
  productId: number;
  productOptionId?: number;
  productName: string;
  price: number;
  quantity: number;
  subtotal: number;
  availableQuantity: number;
  orderable: boolean;
  reason?: string;
}

export interface Cart {
  items: CartItem[];
  totalAmount: number;
  itemCount: number;
}

export interface Me {
  id: number;
  email: string;
  name: string;
  phone?: string;
  type: "CUSTOMER" | "ADMIN";
  availablePoint: number;
  usedPoint: number;
}

export interface Shop {
  name: string;
  setUp: boolean;
  categories: string[];
}

type Empty = Record<string, never>;

export interface Operations {
  get_shop: { request: Empty; response: Shop };
  list_products: { request: ListProducts; response: ProductPage };
  get_product: { request: { id: number }; response: Product };
  popular_products: { request: { days?: number; limit?: number }; response: PopularProducts };
  get_cart: { request: Empty; response: Cart };
  get_me: { request: Empty; response: Me };
  login: { request: { email: string; password: string }; response: { user: Me } };
  register: { request: { email: string; password: string; name: string; phone?: string }; response: Me };
  logout: { request: Empty; response: null };
}
