import type { BreakdownAnswer, BreakdownNodeAnswer } from "../../../contracts/packages/breakdown"
import type { BreakdownRow } from "../../../rules/packages"
import type { VariantName } from "../catalog/variant-names"

interface PricedBreakdown {
  rows: readonly BreakdownRow[]
  hasPercent: boolean
  names: ReadonlyMap<string, VariantName>
}

/** A priced package as the Admin API shows it. */
export const toBreakdownAnswer = (
  head: Pick<BreakdownAnswer, "currency_code" | "quantity" | "duration">,
  { rows, hasPercent, names }: PricedBreakdown,
): BreakdownAnswer => ({
  ...head,
  total: rows[0]?.total ?? "0",
  has_percent: hasPercent,
  nodes: rows.map((row) => toNode(row, names.get(row.node.variantId))),
  missing: [],
})

const toNode = (
  { node, parentPath, depth, unitPrice, isTaxInclusive, subtotal, total, reason, units }: BreakdownRow,
  name: VariantName | undefined,
): BreakdownNodeAnswer => ({
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
  is_hidden: node.isHidden,
  is_unseen: node.isUnseen,
  unit_price: unitPrice,
  is_tax_inclusive: isTaxInclusive,
  subtotal,
  total,
  reason,
  units,
})
