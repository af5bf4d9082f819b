import { readdirSync, readFileSync } from "fs"
import { join, resolve } from "path"
import type { z } from "@medusajs/framework/zod"
import middlewares from "../../src/api/middlewares"
import type { BodyValidator } from "../../src/api/validate-body"

const API = resolve(__dirname, "../../src/api")
const HANDLER = /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

export interface OwnRoute {
  method: string
  /** As Express has it: `/admin/billing/runs/:id`. */
  path: string
  /** What its body is checked by; null: it takes none. */
  body: z.ZodType | null
}

/** Every route of the plugin's own, as the files in `src/api` have them. */
export function ownRoutes(): OwnRoute[] {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)route\.ts$/.test(file))
  return files.sort().flatMap((file) => {
    const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, ":$1")}`
    return [...readFileSync(join(API, file), "utf8").matchAll(HANDLER)].map(([, method = ""]) => ({
      method,
      path,
      body: bodyOf(method, path),
    }))
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
