import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefreshedLineAnswer, RefreshPreviewAnswer } from "../../../contracts/packages/orders"
import { multiply, sum } from "../../../rules/money"
import type { OrderPackageChanges } from "../../../rules/packages"
import { loadPackageSale } from "./load-package-sale"
import { variantNames } from "../catalog/variant-names"
import type { SeparateLine } from "./accessories-of-sale"
import { planPackageChange } from "./plan-package-change"

export interface RefreshToPreview {
  orderId: string
  lineId: string
  now: string
}

/** What taking the recipe of now would change of a package on an order, or on its open edit (P20); it changes nothing. */
export async function previewRefresh(
  container: MedusaContainer,
  { orderId, lineId, now }: RefreshToPreview,
): Promise<RefreshPreviewAnswer> {
  const sale = await loadPackageSale(container, orderId)
  const change = { kind: "change", line_id: lineId, refresh_recipe: true } as const
  const planned = await planPackageChange(container, change, { sale, now })
  const lines = [...linesOf(planned), ...(await separateLines(container, planned.separate))]
  const totalOf = (at: "from" | "to") =>
    sum(lines.map(({ quantity, unit_price }) => multiply(unit_price[at] ?? "0", quantity[at])))
  return { lines, total: { from: totalOf("from"), to: totalOf("to") } }
}

/** What comes as a line of its own is priced by Medusa when it is added. */
async function separateLines(
  container: MedusaContainer,
  separate: readonly SeparateLine[],
): Promise<RefreshedLineAnswer[]> {
  const names = await variantNames(
    container,
    separate.map(({ variant_id }) => variant_id),
  )
  return separate.map(({ variant_id, quantity }) => ({
    kind: "added" as const,
    line_id: null,
    title: names.get(variant_id)?.title ?? variant_id,
    quantity: { from: 0, to: quantity },
    unit_price: { from: null, to: null },
  }))
}

const linesOf = ({ add, change, remove }: OrderPackageChanges): RefreshedLineAnswer[] => [
  ...change.map(({ lineId, title, quantity, unitPrice }) => ({
    kind: "changed" as const,
    line_id: lineId,
    title,
    quantity,
    unit_price: unitPrice,
  })),
  ...add.map(({ line }) => ({
    kind: "added" as const,
    line_id: null,
    title: line.title,
    quantity: { from: 0, to: line.quantity },
    unit_price: { from: null, to: line.unitPrice },
  })),
  ...remove.map((line) => ({
    kind: "removed" as const,
    line_id: line.id,
    title: line.title,
    quantity: { from: line.quantity, to: 0 },
    unit_price: { from: line.unitPrice, to: null },
  })),
]
