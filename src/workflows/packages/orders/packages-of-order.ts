import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminChoiceBody, OrderContentAnswer, OrderPackageAnswer } from "../../../contracts/packages/orders"
import type { PlannedLine } from "../../../rules/cart"
import { contentLineOf, listsContents, packageLineOf, type Choice, type PackageLine } from "../../../rules/packages"
import { loadPackageSale, type PackageSale } from "./load-package-sale"

/** The packages of a draft or an order, as its open edit makes them, each with its contents in the recipe's order. */
export async function packagesOfOrder(container: MedusaContainer, orderId: string): Promise<OrderPackageAnswer[]> {
  const sale = await loadPackageSale(container, orderId)
  return sale.lines.flatMap((planned): OrderPackageAnswer[] => {
    const own = packageLineOf(planned.record?.payload)
    return own ? [packageAnswer(planned, own, sale)] : []
  })
}

function packageAnswer({ line, record }: PlannedLine, own: PackageLine, sale: PackageSale): OrderPackageAnswer {
  const { choices, period, hours, days } = own.selection
  return {
    line_id: line.id,
    product_id: line.productId ?? "",
    variant_id: line.variantId ?? "",
    title: line.title,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    choices: choices.map(toBody),
    period,
    hours,
    days,
    lists_contents: listsContents(own, line.productId),
    contents: contentsOf(record?.id ?? "", sale),
  }
}

function contentsOf(recordId: string, { lines, added }: PackageSale): OrderContentAnswer[] {
  return lines
    .flatMap(({ line, record }) => {
      const content = record?.parentId === recordId ? contentLineOf(record.payload) : null
      return record && content ? [{ line, kind: record.kind, content }] : []
    })
    .sort((a, b) => a.content.position - b.content.position)
    .map(({ line, kind, content }) => ({
      line_id: line.id,
      path: content.slot,
      role: kind,
      title: line.title,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      is_hidden: content.is_hidden,
      is_added: added.has(line.id),
    }))
}

const toBody = ({ path, isChosen, quantity, isHidden }: Choice): AdminChoiceBody => ({
  path,
  ...(isChosen === undefined ? {} : { is_chosen: isChosen }),
  ...(quantity === undefined ? {} : { quantity }),
  ...(isHidden === undefined ? {} : { is_hidden: isHidden }),
})
