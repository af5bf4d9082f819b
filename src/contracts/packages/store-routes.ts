import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../route"
import { addPackageSchema, changePackageSchema } from "./cart"
import {
  cartPackageSchema,
  pricePackageSchema,
  recipeChangesSchema,
  storePackageAnswerSchema,
  storePackagePriceSchema,
  storePackageSchema,
} from "./store"

const CART_PACKAGES = "/store/carts/:id/packages"

/** With the fields that the request asks for, as Medusa's own routes answer it. */
const cart = z.object({ cart: z.looseObject({ id: z.string() }) })

export const storePackageRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: "/store/packages/:product_id",
    caller: "visitor",
    summary: "A package with its visible contents, options and prices",
    query: storePackageSchema,
    answer: z.object({ package: storePackageAnswerSchema }),
  },
  {
    method: "POST",
    path: "/store/packages/:product_id/price",
    caller: "visitor",
    summary: "What a package costs with these choices; nothing is written",
    body: pricePackageSchema,
    answer: z.object({ price: storePackagePriceSchema }),
  },
  {
    method: "GET",
    path: CART_PACKAGES,
    caller: "visitor",
    summary: "A cart's packages with their lines, choices and period",
    answer: z.object({ packages: z.array(cartPackageSchema) }),
  },
  {
    method: "POST",
    path: CART_PACKAGES,
    caller: "visitor",
    summary: "Adds a package with its choices to a cart",
    body: addPackageSchema,
    answer: cart,
  },
  {
    method: "POST",
    path: `${CART_PACKAGES}/:line_id`,
    caller: "visitor",
    summary: "Changes choices, period or quantity of a package in a cart, or takes its recipe of now",
    body: changePackageSchema,
    answer: cart,
  },
  {
    method: "GET",
    path: `${CART_PACKAGES}/:line_id/recipe-changes`,
    caller: "visitor",
    summary: "What the recipe of now would change of a package in a cart",
    answer: z.object({ recipe_changes: recipeChangesSchema }),
  },
]
