import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  bindOwnRecords,
  CORE_MODULE,
  type CoreModuleService,
  readOwnRecordsOfOrder,
  readRecordsWithSection,
  writeLineRecords,
} from "../../../modules/core"
import { lineKeyOf, waitingLineId } from "../../../rules/cart"
import { EDIT_SECTION, editIdOf, settledPayload } from "../../../rules/packages"

const OPEN = ["pending", "requested"]

/**
 * Makes the records of an order's packages what its edits have made of them: what a confirmed edit changed counts from
 * then on, what was given up is forgotten. Does nothing where nothing was edited, and may run again.
 */
export async function settleEditedRecords(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const edited = await readRecordsWithSection(knex, orderId, EDIT_SECTION)
  if (!edited.length) {
    return
  }
  const ids = [...new Set(edited.flatMap(({ payload }) => editIdOf(payload) ?? []))]
  const filters: Record<string, unknown> = { id: ids }
  const changes = await container
    .resolve(Modules.ORDER)
    .listOrderChanges(filters, { select: ["id", "status"], take: ids.length })
  const statusOf = new Map(changes.map(({ id, status }) => [id, String(status)]))
  const update = edited.flatMap((record) => {
    const status = statusOf.get(editIdOf(record.payload) ?? "") ?? "gone"
    return OPEN.includes(status) ? [] : [{ ...record, payload: settledPayload(record.payload, status === "confirmed") }]
  })
  await writeLineRecords(knex, { create: [], update, delete: [] })
}

/** Gives records that wait the lines that have their keys; the lines of the order's open edit, too. */
export async function bindWaitingRecords(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const records = await readOwnRecordsOfOrder(knex, orderId)
  const waiting = new Map(
    records.filter(({ lineId, key }) => lineId === waitingLineId(key)).map((record) => [record.key, record]),
  )
  if (!waiting.size) {
    return
  }
  const preview = await container.resolve(Modules.ORDER).previewOrderChange(orderId)
  const lines = (preview.items ?? []).flatMap(({ id, metadata }) => {
    const record = waiting.get(lineKeyOf(metadata) ?? "")
    return record ? [{ record, orderLineId: id }] : []
  })
  await bindOwnRecords(knex, lines)
}
