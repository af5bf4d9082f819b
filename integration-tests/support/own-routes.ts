import { readdirSync, readFileSync } from "fs"
import { join, resolve } from "path"
import type { z } from "@medusajs/framework/zod"
import middlewares from "../../src/api/middlewares"
import type { BodyValidator } from "../../src/api/validate-body"
import {
  deleteOfferSchema,
  listOffersSchema,
  storeOfferSchema,
  storeOffersSchema,
} from "../../src/contracts/billing/offers"
import { listInvoicesSchema } from "../../src/contracts/billing/invoices"
import { listRunsSchema, previewRunSchema } from "../../src/contracts/billing/runs"
import { listOwnSubscriptionsSchema, listSubscriptionsSchema } from "../../src/contracts/billing/subscriptions"
import { tiersSchema, whySchema } from "../../src/contracts/discounts/answers"
import { listArticleDiscountsSchema } from "../../src/contracts/discounts/article-discounts"
import { listEligibilitySchema } from "../../src/contracts/discounts/articles"
import { listOrderDiscountsSchema } from "../../src/contracts/discounts/order-discounts"
import { reportFileSchema, reportSchema } from "../../src/contracts/discounts/report"
import { listArticlesSchema } from "../../src/contracts/packages/articles"
import { storePackageSchema } from "../../src/contracts/packages/store"
import { deletePackageSchema, listContentsSchema, listPackagesSchema } from "../../src/contracts/packages/packages"

const API = resolve(__dirname, "../../src/api")
const HANDLER = /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** What the query strings of these are read by. */
const QUERIES: Record<string, z.ZodType> = {
  "GET /admin/billing/invoices": listInvoicesSchema,
  "GET /admin/billing/offers": listOffersSchema,
  "DELETE /admin/billing/products/:product_id/offer": deleteOfferSchema,
  "GET /admin/billing/runs": listRunsSchema,
  "GET /admin/billing/runs/preview": previewRunSchema,
  "GET /admin/billing/subscriptions": listSubscriptionsSchema,
  "GET /admin/discounts/article-discounts": listArticleDiscountsSchema,
  "GET /admin/discounts/eligibility": listEligibilitySchema,
  "GET /admin/discounts/order-discounts": listOrderDiscountsSchema,
  "GET /admin/discounts/report": reportSchema,
  "GET /admin/discounts/report/csv": reportFileSchema,
  "GET /admin/discounts/why": whySchema,
  "GET /admin/packages": listPackagesSchema,
  "DELETE /admin/packages/:product_id": deletePackageSchema,
  "GET /admin/packages/articles": listArticlesSchema,
  "GET /admin/packages/contents": listContentsSchema,
  "GET /store/billing/products": storeOffersSchema,
  "GET /store/billing/products/:id": storeOfferSchema,
  "GET /store/customers/me/subscriptions": listOwnSubscriptionsSchema,
  "GET /store/discounts/tiers": tiersSchema,
  "GET /store/packages/:product_id": storePackageSchema,
}

export interface OwnRoute {
  method: string
  /** As Express has it: `/admin/billing/runs/:id`. */
  path: string
  /** What its body is checked by; null: it takes none. */
  body: z.ZodType | null
  /** What its query string is read by; null: it reads none. */
  query: z.ZodType | null
}

/** Every route of the plugin's own, as the files in `src/api` have them. Throws where a query is read that is not known here. */
export function ownRoutes(): OwnRoute[] {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)route\.ts$/.test(file))
  return files.sort().flatMap((file) => {
    const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, ":$1")}`
    const source = readFileSync(join(API, file), "utf8")
    const handlers = [...source.matchAll(HANDLER)]
    if (!handlers.length) {
      throw new Error(`${file} exports no method in a way that is known here`)
    }
    return handlers.map(({ 1: method = "", index }, at) => {
      const query = QUERIES[`${method} ${path}`] ?? null
      if (source.slice(index, handlers[at + 1]?.index).includes("req.query") !== (query !== null)) {
        throw new Error(`${method} ${path} reads a query that QUERIES does not name, or none of those it names`)
      }
      return { method, path, body: bodyOf(method, path), query }
    })
  })
}

function bodyOf(method: string, path: string): z.ZodType | null {
  const here = (middlewares.routes ?? []).filter(({ matcher, ...one }) => {
    const methods = [(one as { method?: string | string[] }).method ?? (one as { methods?: string[] }).methods].flat()
    return matcher === path && methods.includes(method)
  })
  const validator = here.flatMap((one): unknown[] => one.middlewares ?? []).find(isValidator)
  return validator?.schema ?? null
}

const isValidator = (middleware: unknown): middleware is BodyValidator =>
  typeof middleware === "function" && "schema" in middleware
