/** Keys of what the admin has fetched; a change makes every key that begins with its root stale. */
export const queryKeys = {
  all: ["service-commerce"] as const,
  subscriptions: ["service-commerce", "subscriptions"] as const,
  offers: ["service-commerce", "offers"] as const,
  reminders: ["service-commerce", "reminders"] as const,
  runs: ["service-commerce", "runs"] as const,
  clock: ["service-commerce", "clock"] as const,
  invoices: ["service-commerce", "invoices"] as const,
  currencies: ["service-commerce", "currencies"] as const,
  taxInclusion: ["service-commerce", "tax-inclusion"] as const,
  collections: ["service-commerce", "collections"] as const,
  articleDiscounts: ["service-commerce", "article-discounts"] as const,
  orderDiscounts: ["service-commerce", "order-discounts"] as const,
  articles: ["service-commerce", "articles"] as const,
  discountSettings: ["service-commerce", "discount-settings"] as const,
  discountReport: ["service-commerce", "discount-report"] as const,
  packages: ["service-commerce", "packages"] as const,
  breakdowns: ["service-commerce", "package-breakdowns"] as const,
  packageArticles: ["service-commerce", "package-articles"] as const,
  availability: ["service-commerce", "availability"] as const,
  pickLists: ["service-commerce", "pick-lists"] as const,
  productTypes: ["service-commerce", "product-types"] as const,
  why: ["service-commerce", "why"] as const,
  groups: ["service-commerce", "customer-groups"] as const,
  targets: ["service-commerce", "discount-targets"] as const,
  regions: ["service-commerce", "regions"] as const,
}

/** What the dashboard itself has fetched of products: an offer makes variants, sets prices and chooses a collection. */
export const dashboardProductKeys = [
  ["products"],
  ["product_variants"],
  ["product_variant"],
  ["product_options"],
  ["collections"],
] as const
