import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../route"
import {
  addOrderPackageSchema,
  changeOrderPackageSchema,
  documentListingSchema,
  orderPackagesAnswerSchema,
  refreshPreviewAnswerSchema,
} from "./orders"

/** The preview of an open edit, as Medusa's own routes answer it. */
const preview = z.record(z.string(), z.unknown())

/** What an admin does with packages of a draft or of an order's open edit: the same under both paths. */
function routesOf(
  path: `/admin/${"draft-orders" | "order-edits"}/:id`,
  { what, answer }: { what: string; answer: z.ZodType },
): RouteContract[] {
  return [
    {
      method: "GET",
      path: `${path}/packages`,
      caller: "admin",
      summary: `The packages of ${what}, with their contents`,
      answer: orderPackagesAnswerSchema,
    },
    {
      method: "POST",
      path: `${path}/packages`,
      caller: "admin",
      summary: `Adds a package to ${what}`,
      body: addOrderPackageSchema,
      answer,
    },
    {
      method: "POST",
      path: `${path}/packages/:line_id`,
      caller: "admin",
      summary: `Changes a package of ${what}, or takes the recipe of now`,
      body: changeOrderPackageSchema,
      answer,
    },
    {
      method: "DELETE",
      path: `${path}/packages/:line_id`,
      caller: "admin",
      summary: `Removes a package from ${what}, with its contents`,
      answer,
    },
    {
      method: "GET",
      path: `${path}/packages/:line_id/refresh`,
      caller: "admin",
      summary: `What the recipe of now would change of a package of ${what}`,
      answer: refreshPreviewAnswerSchema,
    },
  ]
}

export const orderPackageRoutes: RouteContract[] = [
  ...routesOf("/admin/draft-orders/:id", { what: "a draft", answer: z.object({ draft_order_preview: preview }) }),
  ...routesOf("/admin/order-edits/:id", { what: "an order edit", answer: z.object({ order_preview: preview }) }),
  {
    method: "POST",
    path: "/admin/packages/orders/:id/lines/:line_id",
    caller: "admin",
    summary: "Says whether documents list the contents of a package on an order",
    body: documentListingSchema,
    answer: z.object({ line_id: z.string(), lists_contents: z.boolean() }),
  },
]
