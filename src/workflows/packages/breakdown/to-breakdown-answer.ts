import type { BreakdownAnswer, BreakdownNodeAnswer, BreakdownOptionAnswer } from "../../../contracts/packages/breakdown"
import { isTimed, type Articles, type BreakdownRow, type PackageOption } from "../../../rules/packages"
import type { VariantName } from "../catalog/variant-names"

interface PricedBreakdown {
  rows: readonly BreakdownRow[]
  hasPercent: boolean
  names: ReadonlyMap<string, VariantName>
  articles: Articles
}

/** A priced package as the Admin API shows it. */
export const toBreakdownAnswer = (
  head: Pick<BreakdownAnswer, "currency_code" | "quantity" | "duration" | "options">,
  { rows, hasPercent, names, articles }: PricedBreakdown,
): BreakdownAnswer => ({
  ...head,
  total: rows[0]?.total ?? "0",
  has_percent: hasPercent,
  nodes: rows.map((row) => ({ ...toNode(row, names.get(row.node.variantId)), unit: unitOf(row, articles) })),
  missing: [],
})

/** What the units are that were counted. */
function unitOf({ node, reason }: BreakdownRow, articles: Articles): "hour" | "day" | null {
  const unit = node.recipe ? node.recipe.pricing : articles.get(node.variantId)?.unit
  return reason === "by_time" && unit && isTimed(unit) ? unit : null
}

const toNode = (
  { node, parentPath, depth, pieces, unitPrice, isTaxInclusive, subtotal, total, reason, units }: BreakdownRow,
  name: VariantName | undefined,
): Omit<BreakdownNodeAnswer, "unit"> => ({
  path: node.path,
  parent_path: parentPath,
  depth,
  kind: node.entry?.role ?? "package",
  product_id: node.productId,
  variant_id: node.variantId,
  title: name?.title ?? null,
  variant_title: name?.variantTitle ?? null,
  is_package: node.recipe !== null,
  quantity: node.quantity,
  pieces,
  is_hidden: node.isHidden,
  is_unseen: node.isUnseen,
  unit_price: unitPrice,
  is_tax_inclusive: isTaxInclusive,
  subtotal,
  total,
  reason,
  units,
})

export const toOption = (
  { entry, path, parentPath, isChosen, isHidden, quantity }: PackageOption,
  names: ReadonlyMap<string, VariantName>,
): BreakdownOptionAnswer => ({
  path,
  parent_path: parentPath,
  role: entry.role,
  variant_id: entry.variantId,
  title: names.get(entry.variantId)?.title ?? null,
  variant_title: names.get(entry.variantId)?.variantTitle ?? null,
  alternative_group: entry.group,
  is_optional: entry.isOptional,
  is_chosen: isChosen,
  is_hidden: isHidden,
  is_free_quantity: entry.isFreeQuantity,
  quantity,
})
