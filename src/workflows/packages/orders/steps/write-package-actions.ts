import type { CreateOrderChangeActionDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { referenceOf, type SaleAction } from "../load-package-sale"
import type { PreparedPackageChange } from "./prepare-package-change"

export interface WritePackageActionsInput {
  order_id: string
  updates: PreparedPackageChange["updates"]
}

interface OpenEdit {
  id: string
  version: number
  orderId: string
  actions: SaleAction[]
}

const UNDER_WAY = ["pending", "requested"]
const OF_QUANTITY = ["ITEM_UPDATE", "ITEM_REMOVE"]

/**
 * Changes and removes lines by actions of the open edit, in a few calls: after a crash in between, the next change writes
 * the rest. A line that the edit itself adds is added as it is to be; one that stands is updated.
 */
export const writePackageActionsStep = createStep(
  "packages-write-actions",
  async ({ order_id, updates }: WritePackageActionsInput, { container }) => {
    const filters: Record<string, unknown> = { order_id, status: UNDER_WAY }
    const [open] = updates.length
      ? await container.resolve(Modules.ORDER).listOrderChanges(filters, { relations: ["actions"] })
      : []
    if (open) {
      const edit = { id: open.id, version: open.version, orderId: order_id, actions: open.actions ?? [] }
      await writeActions(container, edit, updates)
    }
    return new StepResponse(undefined)
  },
)

async function writeActions(
  container: MedusaContainer,
  edit: OpenEdit,
  updates: PreparedPackageChange["updates"],
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const adding: { id: string; details: Record<string, unknown> }[] = []
  const added: CreateOrderChangeActionDTO[] = []
  const dropped: string[] = []
  for (const { line_id, quantity, unit_price } of updates) {
    const own = edit.actions.filter((one) => referenceOf(one) === line_id)
    const add = own.find(({ action }) => action === "ITEM_ADD")
    const terms = { quantity, ...(unit_price === null ? {} : { unit_price }) }
    dropped.push(...own.filter((one) => isSuperseded(one, add !== undefined && quantity === 0)).map(({ id }) => id))
    if (add && quantity > 0) {
      adding.push({ id: add.id, details: { ...add.details, ...terms } })
    } else if (!add) {
      added.push(actionOf(edit, { reference_id: line_id, ...terms }))
    }
  }
  if (dropped.length) {
    await orders.deleteOrderChangeActions(dropped)
  }
  if (adding.length) {
    await orders.updateOrderChangeActions(adding)
  }
  if (added.length) {
    await orders.addOrderAction(added)
  }
}

/** Earlier words on the quantity of a line; all of a line that the edit adds no more. */
const isSuperseded = ({ action }: SaleAction, isGone: boolean): boolean => isGone || OF_QUANTITY.includes(action)

const actionOf = (
  { id, version, orderId }: OpenEdit,
  details: Record<string, unknown>,
): CreateOrderChangeActionDTO => ({
  order_change_id: id,
  order_id: orderId,
  version,
  action: "ITEM_UPDATE",
  details,
})
