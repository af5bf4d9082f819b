import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { SaleDetailAnswer, SaleEventAnswer, SaleSnapshotAnswer } from "../../../contracts/sales/sales"
import {
  readWholeSale,
  SALES_MODULE,
  type LinkRow,
  type SalesModuleService,
  type WholeSale,
} from "../../../modules/sales"
import {
  ownChangesOf,
  readSnapshot,
  SALE_EVENT_KINDS,
  SALE_STATUSES,
  type SaleSnapshot,
  type StoredSnapshot,
} from "../../../rules/sales"
import { cancellationOf } from "../orders/against-cancellation"
import { openParts, placeOfSnapshot, readTogether, type ReadPart } from "../people/person-keys"
import { saleAnswer } from "./answer-sales"

/** A sale whole: what it says today about then. Throws NOT_FOUND where there is none. */
export async function readSaleDetail(container: MedusaContainer, id: string): Promise<SaleDetailAnswer> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const whole = await readWholeSale(knex, id)
  if (!whole) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Sale with id: ${id} was not found`)
  }
  const { sale, events, snapshots } = whole
  const parts = await openParts(
    container,
    snapshots.map(({ number, personal }) => ({ personal, belongsTo: placeOfSnapshot(id, number) })),
  )
  const names = await namesOf(container, events)
  return {
    ...saleAnswer(sale, parts.filter((of) => of.length > 0).at(-1) ?? []),
    events: events.map((event) => eventAnswer(event, names)),
    snapshots: snapshots.flatMap((snapshot, index) => snapshotAnswer(snapshot, parts[index] ?? [])),
    changes: ownChangesOf(sale.status),
    is_cancelable: await canBeCanceled(container, whole),
  }
}

const oneOf = <Word extends string>(words: readonly Word[], said: string | null): Word | null =>
  words.find((word) => word === said) ?? null

const eventAnswer = (event: LinkRow, names: ReadonlyMap<string, string>): SaleEventAnswer => ({
  seq: event.seq,
  kind: oneOf(SALE_EVENT_KINDS, event.kind) ?? "changed",
  occurred_at: event.occurred_at,
  recorded_at: event.recorded_at,
  actor: event.actor,
  actor_name: names.get(event.actor) ?? null,
  from_status: oneOf(SALE_STATUSES, event.from_status),
  to_status: oneOf(SALE_STATUSES, event.to_status),
  reason: event.reason,
  amount: event.amount,
  counted_on: event.counted_on,
  hash: event.hash,
})

function snapshotAnswer({ number, schema, content }: StoredSnapshot, parts: readonly ReadPart[]): SaleSnapshotAnswer[] {
  const read = readSnapshot(schema, content)
  if (!read.ok) {
    return []
  }
  const { lines, shipping, credits, total }: SaleSnapshot = read.snapshot
  return [{ number, lines, shipping, credits, total, personal: readTogether(parts).personal }]
}

/** The e-mail addresses of the admins who did something. */
async function namesOf(container: MedusaContainer, events: readonly LinkRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ actor }) => /^user:(.+)$/.exec(actor)?.[1] ?? []))]
  const users = ids.length ? await container.resolve(Modules.USER).listUsers({ id: ids }) : []
  return new Map(users.map(({ id, email }) => [`user:${id}`, email]))
}

/** An order that is gone, or was canceled, cannot be. */
async function canBeCanceled(container: MedusaContainer, whole: WholeSale): Promise<boolean> {
  const found = await cancellationOf(container, { orderId: whole.sale.order_id, whole })
  return found !== null && !found.isCanceled && found.against === null
}
