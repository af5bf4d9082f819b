import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { plannedAsIs, type CartLine, type LineRecord, type PlannedLine } from "../../../rules/cart"
import { sum, type Decimal } from "../../../rules/money"
import { payloadInEdit } from "../../../rules/packages"
import type { MedusaAdjustment, MedusaCartItem } from "../../cart/medusa-cart"
import { decimalOf, toCartLine } from "../../cart/to-cart-facts"
import { loadOrder } from "../../orders/load-orders"
import type { OrderFacts } from "../../orders/order-facts"
import { bindPackageLines } from "./bind-package-lines"
import { packageRecordsOfOrder } from "./package-records-of-order"
import { bindWaitingRecords, settleEditedRecords } from "./settle-edited-records"

export interface SaleAction {
  id: string
  action: string
  details?: Record<string, unknown> | null
}

/** A draft, or an order, with its open edit, as an admin sells packages by it. */
export interface PackageSale {
  order: OrderFacts
  /** The open edit; null: none is open. */
  edit: { id: string; version: number; actions: SaleAction[] } | null
  /** All lines as the edit makes them, with the records of packages and their contents as the edit makes these. */
  lines: PlannedLine[]
  /** Those records as they are stored, by their ids. */
  stored: ReadonlyMap<string, LineRecord>
  /** Ids of lines that the edit adds. */
  added: ReadonlySet<string>
  /** What is taken off a line, without promotions; by line id. */
  taken: ReadonlyMap<string, Decimal>
  /** How many of a line are fulfilled; by line id. */
  fulfilled: ReadonlyMap<string, number>
}

/** A line of a preview. */
interface PreviewedItem extends Omit<MedusaCartItem, "adjustments"> {
  adjustments?: (MedusaAdjustment & { promotion_id?: string | null })[] | null
  detail?: { fulfilled_quantity?: unknown } | null
}

const UNDER_WAY = ["pending", "requested"]

/** What an admin is selling by a draft or an order. Throws NOT_FOUND. */
export async function loadPackageSale(container: MedusaContainer, orderId: string): Promise<PackageSale> {
  const orders = container.resolve(Modules.ORDER)
  const order = await loadOrder(container, orderId)
  await bindPackageLines(container, order)
  await settleEditedRecords(container, orderId)
  await bindWaitingRecords(container, orderId)
  const filters: Record<string, unknown> = { order_id: orderId, status: UNDER_WAY }
  const [open] = await orders.listOrderChanges(filters, { relations: ["actions"] })
  const isEdit = open !== undefined && (open.change_type ?? "edit") === "edit"
  const actions: SaleAction[] = isEdit ? (open.actions ?? []) : []
  const items = await itemsOf(container, orderId)
  const lines = items.map(toCartLine)
  const records = await packageRecordsOfOrder(container, { cartId: order.cartId, lines })
  const edit = isEdit ? { id: open.id, version: open.version, actions } : null
  return {
    order,
    edit,
    lines: lines.map((line) => planned(line, records.get(line.id), edit?.id ?? "")),
    stored: new Map([...records.values()].map((record) => [record.id, record])),
    added: new Set(actions.filter(({ action }) => action === "ITEM_ADD").map(referenceOf)),
    taken: new Map(items.map(({ id, adjustments }) => [id, takenBeforePromotions(adjustments ?? [])])),
    fulfilled: new Map(items.map(({ id, detail }) => [id, Number(detail?.fulfilled_quantity ?? 0)])),
  }
}

const takenBeforePromotions = (adjustments: NonNullable<PreviewedItem["adjustments"]>): Decimal =>
  sum(
    adjustments
      .filter(({ promotion_id }) => !promotion_id)
      .map(({ amount, raw_amount }) => decimalOf(amount, raw_amount)),
  )

/** The store's lines as the open edit makes them, or as they are; what it removes is left out. */
async function itemsOf(container: MedusaContainer, orderId: string): Promise<PreviewedItem[]> {
  const preview = await container.resolve(Modules.ORDER).previewOrderChange(orderId)
  const items: PreviewedItem[] = preview.items ?? []
  // An edit changes the price alone: the exact twin that Medusa stores beside it is the old one's.
  return items.filter(({ quantity }) => Number(quantity) > 0).map((item) => ({ ...item, raw_unit_price: undefined }))
}

function planned(line: CartLine, record: LineRecord | undefined, editId: string): PlannedLine {
  if (!record) {
    return plannedAsIs(line, null)
  }
  const payload = payloadInEdit(record.payload, editId)
  const { room, kind, parentId } = record
  return {
    ...plannedAsIs(line, { ...record, lineId: line.id, payload }),
    identity: { room, kind, parentLineId: parentId, payload },
  }
}

export const referenceOf = ({ details }: SaleAction): string => String(details?.reference_id)
