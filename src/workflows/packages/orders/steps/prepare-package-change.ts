import type { MedusaContainer, OrderWorkflow } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, writeLineRecords, writeOwnRecordsOfOrder } from "../../../../modules/core"
import { LINE_KEY, waitingLineId, type LineRecord } from "../../../../rules/cart"
import { packageLineOf, packagePayload, sectionOf, withEdit, type AddedLine } from "../../../../rules/packages"
import { refuse } from "../../../errors/refuse"
import { loadPackageSale, type PackageSale } from "../load-package-sale"
import type { PlannedPackageChange } from "../accessories-of-sale"
import { planPackageChange, type PackageChange } from "../plan-package-change"

export interface PackageChangeInput {
  order_id: string
  change: PackageChange
  /** An instant, by which a period may be past. */
  now: string
}

type NewItem = OrderWorkflow.OrderEditAddNewItemWorkflowInput["items"][number]

/** What is left to do once the records are written. */
export interface PreparedPackageChange {
  is_draft: boolean
  /** For Medusa to add, in one call. */
  items: NewItem[]
  /** Lines that stay, with their new quantity and price; a quantity of zero removes one. */
  updates: { line_id: string; quantity: number; unit_price: number | null }[]
}

const NOTHING: PreparedPackageChange = { is_draft: false, items: [], updates: [] }

interface WrittenRecords {
  created: LineRecord[]
  /** As they were. */
  updated: LineRecord[]
}

const NO_RECORDS: WrittenRecords = { created: [], updated: [] }

/**
 * Says what a change of packages comes to on the order's open edit, and writes the records that its lines will have: the
 * records of new lines wait for them. Of a line that stays, the record keeps what the edit makes of it beside what it is.
 */
export const preparePackageChangeStep = createStep(
  "packages-prepare-change-of-order",
  async ({ order_id, change, now }: PackageChangeInput, { container }) => {
    const sale = await loadPackageSale(container, order_id)
    if (!sale.edit) {
      if (change.kind !== "follow") {
        refuse("id", "The order is not being edited")
      }
      return new StepResponse(NOTHING, NO_RECORDS)
    }
    const planned = await planPackageChange(container, change, { sale, now })
    const written = recordsOf(sale, planned)
    await write(container, order_id, written)
    const updated = written.updated.flatMap(({ id }) => sale.stored.get(id) ?? [])
    const prepared: PreparedPackageChange = {
      is_draft: sale.order.isDraft,
      items: [...planned.add.map(itemOf), ...planned.separate],
      updates: [
        ...planned.change.map(({ lineId, quantity, unitPrice }) => ({
          line_id: lineId,
          quantity: quantity.to,
          unit_price: Number(unitPrice.to),
        })),
        ...planned.remove.map(({ id }) => ({ line_id: id, quantity: 0, unit_price: null })),
      ],
    }
    return new StepResponse(prepared, { created: written.created, updated })
  },
  async (written: WrittenRecords | undefined, { container }) => {
    if (written) {
      const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
      await writeLineRecords(knex, { create: [], update: written.updated, delete: written.created })
    }
  },
)

async function write(container: MedusaContainer, orderId: string, { created, updated }: WrittenRecords): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await writeOwnRecordsOfOrder(knex, orderId, created)
  await writeLineRecords(knex, { create: [], update: updated, delete: [] })
}

function recordsOf(sale: PackageSale, planned: PlannedPackageChange): WrittenRecords {
  const created = [
    ...planned.add.map(({ record }) => ({ ...record, lineId: waitingLineId(record.key) })),
    ...planned.newRecords,
  ]
  const updated = planned.records.flatMap((record) => {
    const before = sale.stored.get(record.id)
    const section = sectionOf(record.payload)
    if (!before || !section || !sale.edit) {
      return []
    }
    const payload = sale.added.has(record.lineId)
      ? { ...before.payload, ...packagePayload(section) }
      : withEdit(before.payload, sale.edit.id, section)
    return [{ ...before, payload }]
  })
  return { created, updated }
}

/** A line as Medusa adds it; more of its fields count than their type has. */
function itemOf({ record, line, isPricedByMedusa }: AddedLine): NewItem {
  const metadata = { [LINE_KEY]: record.key }
  const { quantity } = line
  if (packageLineOf(record.payload)) {
    const price = isPricedByMedusa ? {} : { unit_price: Number(line.unitPrice) }
    return { variant_id: line.variantId ?? undefined, quantity, metadata, ...price }
  }
  const { productId, variantId, title, subtitle, product, isTaxInclusive, requiresShipping } = line
  return {
    ...{ title, subtitle: subtitle ?? undefined, quantity, metadata, unit_price: Number(line.unitPrice) },
    ...{ is_tax_inclusive: isTaxInclusive, requires_shipping: requiresShipping, is_discountable: line.isDiscountable },
    ...(variantId === null ? { product_id: productId, ...product } : { variant_id: variantId }),
  }
}
