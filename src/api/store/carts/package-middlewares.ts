import type { MiddlewareRoute } from "@medusajs/framework/http"
import { addPackageSchema, changePackageSchema } from "../../../contracts/packages/cart"
import { validateBody } from "../../validate-body"
import { readCartQuery } from "./cart-answer"

/** Packages in carts. */
export const storeCartPackageMiddlewares: MiddlewareRoute[] = [
  {
    method: "POST",
    matcher: "/store/carts/:id/packages",
    middlewares: [validateBody(addPackageSchema), readCartQuery],
  },
  {
    method: "POST",
    matcher: "/store/carts/:id/packages/:line_id",
    middlewares: [validateBody(changePackageSchema), readCartQuery],
  },
]
