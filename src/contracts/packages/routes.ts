import { z } from "@medusajs/framework/zod"
import { deletedAnswerSchema, type RouteContract } from "../route"
import {
  packageArticleAnswerSchema,
  packageArticleListAnswerSchema,
  listArticlesSchema,
  saveArticleSchema,
} from "./articles"
import { adminAvailabilitySchema, availabilityAnswerSchema, storeAvailabilitySchema } from "./availability"
import { breakdownAnswerSchema, breakdownSchema } from "./breakdown"
import { addPackageSchema, addRentalSchema, changePackageSchema } from "./cart"
import {
  addOrderPackageSchema,
  changeOrderPackageSchema,
  documentListingAnswerSchema,
  documentListingSchema,
  orderPackagesAnswerSchema,
  refreshPreviewAnswerSchema,
} from "./orders"
import {
  contentListAnswerSchema,
  createPackageSchema,
  deletePackageSchema,
  duplicatePackageSchema,
  listContentsSchema,
  listPackagesSchema,
  packageAnswerSchema,
  packageListAnswerSchema,
  savePackageSchema,
} from "./packages"
import { pickListAnswerSchema } from "./pick-list"
import {
  cartPackageAnswerSchema,
  cartRentalAnswerSchema,
  pricePackageSchema,
  recipeChangesAnswerSchema,
  storePackageAnswerSchema,
  storePackagePriceAnswerSchema,
  storePackageSchema,
} from "./store"

const PACKAGES = "/admin/packages"
const STORE_PACKAGE = "/store/packages/:product_id"
const CART_PACKAGES = "/store/carts/:id/packages"
const CART_RENTALS = "/store/carts/:id/rentals"

const packageAnswer = z.object({ package: packageAnswerSchema })

const catalog: RouteContract[] = [
  {
    method: "GET",
    path: PACKAGES,
    caller: "admin",
    summary: "Packages, the newest first",
    query: listPackagesSchema,
    answer: packageListAnswerSchema,
  },
  {
    method: "POST",
    path: PACKAGES,
    caller: "admin",
    summary: "Makes a new product with a recipe, or a product that there is a package",
    body: createPackageSchema,
    status: 201,
    answer: packageAnswer,
  },
  {
    method: "GET",
    path: `${PACKAGES}/:product_id`,
    caller: "admin",
    summary: "The package of a product",
    answer: packageAnswer,
  },
  {
    method: "POST",
    path: `${PACKAGES}/:product_id`,
    caller: "admin",
    summary: "Makes a product a package, or changes one; what is left out stays",
    body: savePackageSchema,
    answer: packageAnswer,
  },
  {
    method: "DELETE",
    path: `${PACKAGES}/:product_id`,
    caller: "admin",
    summary: "Makes a package a plain product again; what was sold stays",
    query: deletePackageSchema,
    answer: deletedAnswerSchema("packages_package").extend({ parent: z.object({ id: z.string() }) }),
  },
  {
    method: "POST",
    path: `${PACKAGES}/:product_id/duplicate`,
    caller: "admin",
    summary: "Makes a draft product with the same recipe and prices",
    body: duplicatePackageSchema,
    status: 201,
    answer: packageAnswer,
  },
  {
    method: "POST",
    path: `${PACKAGES}/:product_id/breakdown`,
    caller: "admin",
    summary: "What a package costs, to the last content; nothing is stored",
    body: breakdownSchema,
    answer: z.object({ breakdown: breakdownAnswerSchema }),
  },
  {
    method: "GET",
    path: `${PACKAGES}/contents`,
    caller: "admin",
    summary: "Variants that can be added to a package",
    query: listContentsSchema,
    answer: contentListAnswerSchema,
  },
  {
    method: "GET",
    path: `${PACKAGES}/articles`,
    caller: "admin",
    summary: "What the prices of a product's variants are per",
    query: listArticlesSchema,
    answer: packageArticleListAnswerSchema,
  },
  {
    method: "GET",
    path: `${PACKAGES}/articles/:variant_id`,
    caller: "admin",
    summary: "What a variant's price is per",
    answer: z.object({ article: packageArticleAnswerSchema }),
  },
  {
    method: "POST",
    path: `${PACKAGES}/articles/:variant_id`,
    caller: "admin",
    summary: "Says what a variant's price is per; what is left out stays",
    body: saveArticleSchema,
    answer: z.object({ article: packageArticleAnswerSchema }),
  },
  {
    method: "GET",
    path: `${PACKAGES}/availability`,
    caller: "admin",
    summary: "How many of a package or an article are free on each day",
    query: adminAvailabilitySchema,
    answer: z.object({ availability: availabilityAnswerSchema }),
  },
]

/** Medusa's own preview of an edit: what it has is said by Medusa. */
const preview = z.looseObject({ id: z.string() })

/** Packages of a draft and of an order's edit, whose routes are alike. */
const ofOrder = (root: "/admin/draft-orders/:id" | "/admin/order-edits/:id", answer: z.ZodType): RouteContract[] => {
  const what = root === "/admin/draft-orders/:id" ? "a draft" : "an order"
  const path = `${root}/packages` as const
  return [
    {
      method: "GET",
      path,
      caller: "admin",
      summary: `The packages of ${what}, as its edit makes them`,
      answer: orderPackagesAnswerSchema,
    },
    {
      method: "POST",
      path,
      caller: "admin",
      summary: `Adds a package to the edit of ${what}`,
      body: addOrderPackageSchema,
      answer,
    },
    {
      method: "POST",
      path: `${path}/:line_id`,
      caller: "admin",
      summary: `Changes a package in the edit of ${what}; what is left out stays`,
      body: changeOrderPackageSchema,
      answer,
    },
    {
      method: "DELETE",
      path: `${path}/:line_id`,
      caller: "admin",
      summary: `Removes a package with its contents in the edit of ${what}`,
      answer,
    },
    {
      method: "GET",
      path: `${path}/:line_id/refresh`,
      caller: "admin",
      summary: `What the recipe of now would change of a package of ${what}; it changes nothing`,
      answer: refreshPreviewAnswerSchema,
    },
  ]
}

const orders: RouteContract[] = [
  ...ofOrder("/admin/draft-orders/:id", z.object({ draft_order_preview: preview })),
  ...ofOrder("/admin/order-edits/:id", z.object({ order_preview: preview })),
  {
    method: "POST",
    path: `${PACKAGES}/orders/:id/lines/:line_id`,
    caller: "admin",
    summary: "Whether customers' documents list the contents of a package of an order",
    body: documentListingSchema,
    answer: documentListingAnswerSchema,
  },
  {
    method: "GET",
    path: `${PACKAGES}/orders/:id/pick-list`,
    caller: "admin",
    summary: "What is to be picked for an order: summed, and by package",
    answer: z.object({ pick_list: pickListAnswerSchema }),
  },
  {
    method: "GET",
    path: `${PACKAGES}/orders/:id/pick-list/csv`,
    caller: "admin",
    summary: "The pick list as a file",
    answer: "text/csv",
  },
]

/** Medusa's own cart, with the fields that the request asks for by `fields`. */
const cartAnswer = z.object({ cart: z.looseObject({}) })

const store: RouteContract[] = [
  {
    method: "GET",
    path: STORE_PACKAGE,
    caller: "visitor",
    summary: "A package with all that can be chosen, at the visitor's prices",
    query: storePackageSchema,
    answer: z.object({ package: storePackageAnswerSchema }),
  },
  {
    method: "POST",
    path: `${STORE_PACKAGE}/price`,
    caller: "visitor",
    summary: "What a package costs with these choices; nothing is stored",
    body: pricePackageSchema,
    answer: z.object({ price: storePackagePriceAnswerSchema }),
  },
  {
    method: "GET",
    path: `${STORE_PACKAGE}/availability`,
    caller: "visitor",
    summary: "How many of a package, or of an article that is rented, are free on each day",
    query: storeAvailabilitySchema,
    answer: z.object({ availability: availabilityAnswerSchema }),
  },
  {
    method: "GET",
    path: CART_PACKAGES,
    caller: "visitor",
    summary: "A cart's packages with their visible lines, their choices and their periods",
    answer: z.object({ packages: z.array(cartPackageAnswerSchema) }),
  },
  {
    method: "POST",
    path: CART_PACKAGES,
    caller: "visitor",
    summary: "Adds a package to a cart",
    body: addPackageSchema,
    answer: cartAnswer,
  },
  {
    method: "POST",
    path: `${CART_PACKAGES}/:line_id`,
    caller: "visitor",
    summary: "Changes a package in a cart; what is left out stays",
    body: changePackageSchema,
    answer: cartAnswer,
  },
  {
    method: "GET",
    path: `${CART_PACKAGES}/:line_id/recipe-changes`,
    caller: "visitor",
    summary: "What the recipe of now would change of a package in a cart; it changes nothing",
    answer: z.object({ recipe_changes: recipeChangesAnswerSchema }),
  },
  {
    method: "GET",
    path: CART_RENTALS,
    caller: "visitor",
    summary: "A cart's single articles that are priced by time, each with how long it is out",
    answer: z.object({ rentals: z.array(cartRentalAnswerSchema) }),
  },
  {
    method: "POST",
    path: CART_RENTALS,
    caller: "visitor",
    summary: "Adds a single article that is priced by time to a cart",
    body: addRentalSchema,
    answer: cartAnswer,
  },
]

export const packagesRoutes: readonly RouteContract[] = [...catalog, ...orders, ...store]
