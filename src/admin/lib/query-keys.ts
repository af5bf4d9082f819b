/** Keys of what the admin has fetched; a change makes every key that begins with its root stale. */
export const queryKeys = {
  all: ["service-billing"] as const,
  subscriptions: ["service-billing", "subscriptions"] as const,
  offers: ["service-billing", "offers"] as const,
  runs: ["service-billing", "runs"] as const,
  clock: ["service-billing", "clock"] as const,
  invoices: ["service-billing", "invoices"] as const,
  currencies: ["service-billing", "currencies"] as const,
  collections: ["service-billing", "collections"] as const,
}

/** What the dashboard itself has fetched of products: an offer makes variants, sets prices and chooses a collection. */
export const dashboardProductKeys = [
  ["products"],
  ["product_variants"],
  ["product_variant"],
  ["product_options"],
  ["collections"],
] as const
