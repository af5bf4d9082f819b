/** Who asks a route. Customer A is whose cart, order and subscription it is. */
export const CALLERS = [
  "nobody",
  "publishable key",
  "customer A",
  "customer B",
  "admin",
  "secret key",
  "revoked publishable key",
  "revoked secret key",
] as const
export type Caller = (typeof CALLERS)[number]

/** The status of the answer to each. */
export type Access = Record<Caller, number>

/** A shop's own admins, and programs with a secret key of theirs. */
const ADMIN: Access = {
  nobody: 401,
  "publishable key": 401,
  "customer A": 401,
  "customer B": 401,
  admin: 200,
  "secret key": 200,
  "revoked publishable key": 401,
  "revoked secret key": 401,
}

const ADMIN_MAKES: Access = { ...ADMIN, admin: 201, "secret key": 201 }

/** Medusa asks everybody at the Store API for a publishable key, and says 400 where there is none that holds. */
const NO_KEY = { nobody: 400, "secret key": 400, "revoked publishable key": 400, "revoked secret key": 400 } as const

/** Anybody who looks at the shop. */
const SHOP: Access = { ...NO_KEY, "publishable key": 200, "customer A": 200, "customer B": 200, admin: 200 }

/** Each customer for themselves. */
const OF_EACH: Access = { ...NO_KEY, "publishable key": 401, "customer A": 200, "customer B": 200, admin: 401 }

/** What is customer A's alone: to others as if there were none. */
const OF_A: Access = { ...OF_EACH, "customer B": 404 }

/** Every route of the plugin's own: a new one has to be named here. */
export const ACCESS: Record<string, Access> = {
  "POST /admin/billing/calculator": ADMIN,
  "GET /admin/billing/clock": ADMIN,
  "POST /admin/billing/clock": ADMIN,
  "POST /admin/billing/customers/:id/end-subscriptions": ADMIN,
  "GET /admin/billing/demo-payments": ADMIN,
  "POST /admin/billing/demo-payments": ADMIN,
  "GET /admin/billing/invoices": ADMIN,
  "GET /admin/billing/invoices/:id": ADMIN,
  "GET /admin/billing/invoices/sums": ADMIN,
  "GET /admin/billing/invoices/csv": ADMIN,
  "POST /admin/billing/invoices/:id/refund": ADMIN,
  "POST /admin/billing/invoices/:id/mark-paid": ADMIN,
  "POST /admin/billing/invoices/:id/write-off": ADMIN,
  "POST /admin/billing/invoices/:id/undo-write-off": ADMIN,
  "POST /admin/billing/invoices/:id/credit": ADMIN,
  "POST /admin/billing/invoices/:id/balance": ADMIN,
  "GET /admin/billing/customers/:id/account": ADMIN,
  "POST /admin/billing/customers/:id/balance": ADMIN,
  "GET /admin/billing/offers": ADMIN,
  "POST /admin/billing/offers/:id/visibility": ADMIN,
  "POST /admin/billing/offers/positions": ADMIN,
  "GET /admin/billing/orders/:id": ADMIN,
  "GET /admin/billing/overview": ADMIN,
  "DELETE /admin/billing/products/:product_id/offer": ADMIN,
  "GET /admin/billing/products/:product_id/offer": ADMIN,
  "POST /admin/billing/products/:product_id/offer": ADMIN,
  "GET /admin/billing/runs": ADMIN,
  "POST /admin/billing/runs": ADMIN_MAKES,
  "GET /admin/billing/runs/:id": ADMIN,
  "POST /admin/billing/runs/:id/stop": ADMIN,
  "GET /admin/billing/runs/preview": ADMIN,
  "GET /admin/billing/subscriptions": ADMIN,
  "GET /admin/billing/subscriptions/:id": ADMIN,
  "POST /admin/billing/subscriptions/:id/cancel": ADMIN,
  "POST /admin/billing/subscriptions/:id/split": ADMIN_MAKES,
  "POST /admin/billing/subscriptions/:id/undo-cancel": ADMIN,
  "POST /admin/billing/subscriptions/migrate-price": ADMIN,
  "GET /admin/discounts/article-discounts": ADMIN,
  "POST /admin/discounts/article-discounts": ADMIN_MAKES,
  "DELETE /admin/discounts/article-discounts/:id": ADMIN,
  "GET /admin/discounts/article-discounts/:id": ADMIN,
  "POST /admin/discounts/article-discounts/:id": ADMIN,
  "GET /admin/discounts/articles/:level/:target_id": ADMIN,
  "POST /admin/discounts/articles/:level/:target_id": ADMIN,
  "POST /admin/discounts/articles/:level/:target_id/positions": ADMIN,
  "POST /admin/discounts/assignments": ADMIN_MAKES,
  "DELETE /admin/discounts/assignments/:id": ADMIN,
  "POST /admin/discounts/assignments/:id": ADMIN,
  "GET /admin/discounts/eligibility": ADMIN,
  "POST /admin/discounts/eligibility": ADMIN,
  "GET /admin/discounts/order-discounts": ADMIN,
  "POST /admin/discounts/order-discounts": ADMIN_MAKES,
  "DELETE /admin/discounts/order-discounts/:id": ADMIN,
  "GET /admin/discounts/order-discounts/:id": ADMIN,
  "POST /admin/discounts/order-discounts/:id": ADMIN,
  "POST /admin/discounts/order-discounts/positions": ADMIN,
  "GET /admin/discounts/report": ADMIN,
  "GET /admin/discounts/report/csv": ADMIN,
  "GET /admin/discounts/settings": ADMIN,
  "POST /admin/discounts/settings": ADMIN,
  "POST /admin/discounts/simulate": ADMIN,
  "GET /admin/discounts/why": ADMIN,
  "GET /admin/draft-orders/:id/packages": ADMIN,
  "POST /admin/draft-orders/:id/packages": ADMIN,
  "DELETE /admin/draft-orders/:id/packages/:line_id": ADMIN,
  "POST /admin/draft-orders/:id/packages/:line_id": ADMIN,
  "GET /admin/draft-orders/:id/packages/:line_id/refresh": ADMIN,
  "GET /admin/order-edits/:id/packages": ADMIN,
  "POST /admin/order-edits/:id/packages": ADMIN,
  "DELETE /admin/order-edits/:id/packages/:line_id": ADMIN,
  "POST /admin/order-edits/:id/packages/:line_id": ADMIN,
  "GET /admin/order-edits/:id/packages/:line_id/refresh": ADMIN,
  "GET /admin/packages": ADMIN,
  "POST /admin/packages": ADMIN_MAKES,
  "DELETE /admin/packages/:product_id": ADMIN,
  "GET /admin/packages/:product_id": ADMIN,
  "POST /admin/packages/:product_id": ADMIN,
  "POST /admin/packages/:product_id/breakdown": ADMIN,
  "POST /admin/packages/:product_id/duplicate": ADMIN_MAKES,
  "GET /admin/packages/articles": ADMIN,
  "GET /admin/packages/articles/:variant_id": ADMIN,
  "POST /admin/packages/articles/:variant_id": ADMIN,
  "GET /admin/packages/availability": ADMIN,
  "GET /admin/packages/contents": ADMIN,
  "POST /admin/packages/orders/:id/lines/:line_id": ADMIN,
  "GET /admin/packages/orders/:id/pick-list": ADMIN,
  "GET /admin/packages/orders/:id/pick-list/csv": ADMIN,
  "GET /store/billing/products": SHOP,
  "GET /store/billing/products/:id": SHOP,
  "GET /store/carts/:id/next-tiers": SHOP,
  "GET /store/carts/:id/packages": SHOP,
  "POST /store/carts/:id/packages": SHOP,
  "POST /store/carts/:id/packages/:line_id": SHOP,
  "GET /store/carts/:id/packages/:line_id/recipe-changes": SHOP,
  "POST /store/carts/:id/payment-method": OF_A,
  "GET /store/customers/me/subscriptions": OF_EACH,
  "GET /store/customers/me/subscriptions/:id": OF_A,
  "POST /store/customers/me/subscriptions/:id/cancel": OF_A,
  "POST /store/customers/me/subscriptions/:id/undo-cancel": OF_A,
  "GET /store/discounts/tiers": SHOP,
  "GET /store/packages/:product_id": SHOP,
  "GET /store/packages/:product_id/availability": SHOP,
  "POST /store/packages/:product_id/price": SHOP,
}
