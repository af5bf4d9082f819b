import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { visibilityOf } from "../../../workflows/ports/store-visibility"
import { beforeAnswer } from "../../before-answer"
import { nameEmbedded } from "./name-embedded"
import { pruned } from "./pruned"
import { valuesOfOnly } from "./values-of-only"

/** The other variants and the option values of what was bought. */
const OTHERS = /(^|\.)product\.(variants|options)(\.|$)/

interface Bought {
  /** Of the lines themselves: they were sold, and are shown. */
  own: Set<string>
  /** By product: its variants, where they are answered. */
  variants: Map<string, string[]>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !(value instanceof Date)

function boughtIn(answer: unknown): Bought {
  const bought: Bought = { own: new Set(), variants: new Map() }
  const visit = (key: string, value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((one) => visit(key, one))
      return
    }
    if (!isObject(value) || key === "metadata") {
      return
    }
    if (typeof value.variant_id === "string") {
      bought.own.add(value.variant_id)
    }
    if (key === "product" && typeof value.id === "string") {
      const variants = Array.isArray(value.variants) ? value.variants.filter(isObject) : []
      const ids = variants.flatMap(({ id }) => (typeof id === "string" ? [id] : []))
      bought.variants.set(value.id, [...(bought.variants.get(value.id) ?? []), ...ids])
    }
    Object.entries(value).forEach(([inner, child]) => visit(inner, child))
  }
  visit("", answer)
  return bought
}

async function withoutUnseen(req: MedusaRequest, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { own, variants } = boughtIn(body)
  const { hiddenProductIds, disabledVariantIds } = await visibilityOf(req.scope, [...variants.keys()], null)
  const ofHidden = [...hiddenProductIds].flatMap((id) => variants.get(id) ?? [])
  const unseen = new Set([...disabledVariantIds, ...ofHidden].filter((id) => !own.has(id)))
  if (!unseen.size) {
    return body
  }
  const optionValueIds = await valuesOfOnly(req, unseen)
  const plain: unknown = JSON.parse(JSON.stringify(body))
  return pruned(plain, { hiddenProductIds: new Set(), disabledVariantIds: unseen, optionValueIds }) as typeof body
}

/**
 * Carts and orders show what somebody chose or bought, whatever has become of it. Where the variants of its product are asked
 * for, too, those of a hidden product and the disabled cycles are taken out: they were not bought.
 */
export function cleanBought(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const fields: string[] = req.queryConfig?.fields ?? []
  if (!fields.some((field) => OTHERS.test(field))) {
    next()
    return
  }
  nameEmbedded(req, res, () => undefined)
  const line = fields.find((field) => /^(items|item)\./.test(field)) ? ["items.variant_id"] : []
  req.queryConfig.fields = [...new Set([...req.queryConfig.fields, ...line])]
  beforeAnswer(res, next, async (body, isDone) => (isDone ? withoutUnseen(req, body) : body))
}
