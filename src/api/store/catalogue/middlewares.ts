import type { MiddlewareRoute } from "@medusajs/framework/http"
import { cleanAnswer } from "./clean-answer"
import { hideFromFilters } from "./hide-from-filters"
import { hideProducts, hideVariants } from "./hide-from-query"
import { hideFromSearch } from "./hide-from-search"
import { cleanOptions, hideOptions } from "./hide-options"
import { nameEmbedded } from "./name-embedded"

/** Core routes whose answers may embed products. */
const EMBEDDING = [
  "/store/collections",
  "/store/collections/:id",
  "/store/product-categories",
  "/store/product-categories/:id",
  "/store/product-tags",
  "/store/product-tags/:id",
  "/store/product-types",
  "/store/product-types/:id",
]

/**
 * Every core Store route that can show a product or a variant, and how what is hidden or disabled is kept out of it
 * (docs/guides/visibility.md). They run after Medusa's own middlewares of the same path, which read the query.
 */
export const storeCatalogueMiddlewares: MiddlewareRoute[] = [
  ...["/store/products", "/store/products/:id"].map((matcher): MiddlewareRoute => ({
    matcher,
    method: "GET",
    middlewares: [hideProducts, hideFromFilters, nameEmbedded, cleanAnswer],
  })),
  ...["/store/product-variants", "/store/product-variants/:id"].map((matcher): MiddlewareRoute => ({
    matcher,
    method: "GET",
    middlewares: [hideVariants],
  })),
  ...EMBEDDING.map((matcher): MiddlewareRoute => ({
    matcher,
    method: "GET",
    middlewares: [nameEmbedded, cleanAnswer],
  })),
  ...["/store/product-options", "/store/product-options/:id"].map((matcher): MiddlewareRoute => ({
    matcher,
    method: "GET",
    middlewares: [hideOptions, nameEmbedded, cleanOptions],
  })),
  { matcher: "/store/search", method: "POST", middlewares: [hideFromSearch, cleanAnswer] },
]
