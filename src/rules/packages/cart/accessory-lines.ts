import type { CartPlan, PlannedLine } from "../../cart"
import { expandPackage } from "../expansion/expand-package"
import type { PackageNode } from "../expansion/package-node"
import { NOTHING_SELECTED } from "../expansion/selection"
import { separateAccessories } from "../expansion/separate-accessories"
import { isPercentArticle, isTimed, type Article } from "../recipes/articles"
import { accessoryTerms } from "./accessory-terms"
import { packagePayload, PACKAGES_ROOM, type PackageLine } from "./package-line"
import type { ExpandedPlan, PackageFacts, PackageRefusal } from "./package-stage"

/**
 * Lines for the accessories that are lines of their own, beside packages that have come into the cart by Medusa's own
 * route (P16, P17): as the buyer's own, at Medusa's price. They are the buyer's to change and remove from then on.
 */
export function accessoryLines(
  plan: CartPlan,
  fresh: ReadonlyMap<string, PackageLine>,
  facts: Pick<PackageFacts, "articles" | "products">,
): ExpandedPlan {
  const lines: PlannedLine[] = []
  const refusals: PackageRefusal[] = []
  for (const planned of plan.lines) {
    const { id, title, productId, variantId } = planned.line
    const own = fresh.get(id)
    if (!own || productId === null || variantId === null) {
      continue
    }
    const root = expandPackage(own.book, { productId, variantId, choices: own.selection.choices })
    for (const node of separateAccessories(root)) {
      const line = ownLine(node, { plan, around: planned, facts, root })
      if (line) {
        lines.push(line)
      } else {
        refusals.push({ lineId: id, field: "items", reason: `"${title}": an accessory of it is not sold any more` })
      }
    }
  }
  return { plan: lines.length ? { ...plan, lines: [...plan.lines, ...lines] } : plan, refusals }
}

interface Around {
  plan: CartPlan
  around: PlannedLine
  root: PackageNode
  facts: Pick<PackageFacts, "articles" | "products">
}

/** Null: it is not sold any more, or has no price in the currency. */
function ownLine(node: PackageNode, { plan, around, facts, root }: Around): PlannedLine | null {
  const { productId, variantId, quantity } = node
  const shown = facts.products.get(variantId)
  const article = facts.articles.get(variantId)
  const unitPrice = article && (article.price ?? (isPercentArticle(article) ? "0" : null))
  if (!shown || !article || unitPrice == null) {
    return null
  }
  const { title, subtitle, product, place, isDiscountable, requiresShipping } = shown
  return {
    line: {
      ...around.line,
      ...{ id: plan.ids.lineId(), productId, variantId, quantity, unitPrice, compareAtPrice: null },
      ...{ isTaxInclusive: article.isTaxInclusive, isCustomPrice: false, isDiscountable, requiresShipping },
      ...{ title, subtitle, product, place, metadata: null, adjustments: [], createdAt: "", taxRate: "0" },
    },
    current: null,
    record: null,
    identity: rentedFor(node, article, root),
    taken: [],
    takenByOthers: "0",
  }
}

/** What is priced by the hour counts the hours of its package's recipe. */
function rentedFor({ path, productId, variantId }: PackageNode, { unit }: Article, root: PackageNode) {
  const terms = isTimed(unit) ? accessoryTerms(root, NOTHING_SELECTED, { path, unit }) : null
  if (!terms || terms.hours === null) {
    return null
  }
  const rental = { slot: "rental" as const, product_id: productId, variant_id: variantId, terms, delivery: null }
  return { room: PACKAGES_ROOM, kind: "rental", parentLineId: null, payload: packagePayload(rental) }
}
