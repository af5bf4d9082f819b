import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { SaleDetailAnswer, SaleEventAnswer, SaleSnapshotAnswer } from "../../../contracts/sales/sales"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  readWholeSale,
  SALES_MODULE,
  type LinkRow,
  type SalesModuleService,
  type WholeSale,
} from "../../../modules/sales"
import {
  isCancelable,
  ownChangesOf,
  readPersonal,
  readSnapshot,
  SALE_EVENT_KINDS,
  SALE_STATUSES,
  type SaleSnapshot,
  type StoredSnapshot,
} from "../../../rules/sales"
import { loadOrderOfSale } from "../orders/load-order-of-sale"
import { saleFactsOf } from "../orders/sale-facts-of"
import { openParts, placeOfSnapshot, type ReadPart } from "../people/person-keys"
import { saleAnswer } from "./answer-sales"

/** A sale whole: what it says today about then. Throws NOT_FOUND where there is none. */
export async function readSaleDetail(container: MedusaContainer, id: string, now: Date): Promise<SaleDetailAnswer> {
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
    ...saleAnswer(sale, parts.at(-1) ?? null),
    events: events.map((event) => eventAnswer(event, names)),
    snapshots: snapshots.flatMap((snapshot, index) => snapshotAnswer(snapshot, parts[index] ?? null)),
    changes: ownChangesOf(sale.status),
    is_cancelable: await canBeCanceled(container, whole, now),
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

function snapshotAnswer({ number, schema, content }: StoredSnapshot, part: ReadPart | null): SaleSnapshotAnswer[] {
  const read = readSnapshot(schema, content)
  if (!read.ok) {
    return []
  }
  const { lines, shipping, credits, total }: SaleSnapshot = read.snapshot
  const personal = part && "text" in part ? readPersonal(part.text) : null
  return [{ number, lines, shipping, credits, total, personal }]
}

/** The e-mail addresses of the admins who did something. */
async function namesOf(container: MedusaContainer, events: readonly LinkRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ actor }) => /^user:(.+)$/.exec(actor)?.[1] ?? []))]
  const users = ids.length ? await container.resolve(Modules.USER).listUsers({ id: ids }) : []
  return new Map(users.map(({ id, email }) => [`user:${id}`, email]))
}

async function canBeCanceled(container: MedusaContainer, { sale }: WholeSale, now: Date): Promise<boolean> {
  const of = await loadOrderOfSale(container, sale.order_id)
  if (!of) {
    return false
  }
  const facts = saleFactsOf(of, { kinds: of.kinds, isChanged: false, isPaid: sale.is_effective })
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(now)
  const { returnDays } = container.resolve<SalesModuleService>(SALES_MODULE).options
  const status = {
    isPaymentSecured: sale.is_effective,
    isBegun: false,
    isCanceled: facts.isCanceled,
    lines: facts.lines,
  }
  return isCancelable(sale.status, status, { asOf, returnDays, isOrderClosed: false })
}
