import type { CivilDate } from "../../calendar"
import { negate, type Decimal } from "../../money"
import { sourceOfMove } from "../payments/money-moves"
import { paymentStateOf, type MoneyMove, type PaymentState } from "../payments/payment-state"
import { nextDayOf, statusesToReach, type StatusFacts } from "../status/decide-status"
import type { LineFacts, ProgressContext } from "../status/line-progress"
import type { SaleStatus } from "../status/sale-status"
import { saleEvent, type NewSaleEvent, type SaleEventKind } from "./sale-event"

/** What happened to goods, by Medusa's own record of it. */
export interface GoodsMove {
  kind: Extract<SaleEventKind, "fulfilled" | "shipped" | "delivered" | "fulfillment_canceled" | "returned">
  id: string
  at: string
  /** The admin who did it, where one is known. */
  userId?: string | null
}

/** An order as far as its sale follows it. */
export interface SaleFacts {
  placedAt: string
  soldOn: CivilDate
  total: Decimal
  /** What of the total was taken off by credits since. */
  credited: Decimal
  currency: string
  isAuthorized: boolean
  isCanceled: boolean
  /** Whether any goods have come back. */
  hasComeBack: boolean
  moves: readonly MoneyMove[]
  goods: readonly GoodsMove[]
  lines: readonly LineFacts[]
  /** Whether what the order says of itself is no longer what the sale's last snapshot says. */
  isChanged: boolean
}

/** A sale as it stands; null: there is none yet. */
export interface SaleState {
  status: SaleStatus
  isEffective: boolean
  soldTotal: Decimal
  /** How many snapshots it has. */
  snapshots: number
  /** What its chain has already. */
  sources: ReadonlySet<string>
}

export interface FollowContext extends ProgressContext {
  /** The instant at which the order is read. */
  now: string
  /** What called for it, in a word: a kind of order change, `day` or `backfill`. */
  cause: string
  /** The admin who has changed the order, where Medusa names one. */
  changedBy?: string | null
}

export interface FollowedSale {
  events: NewSaleEvent[]
  status: SaleStatus
  payment: PaymentState
  soldTotal: Decimal
  nextOn: CivilDate | null
}

/**
 * What a sale's chain lacks of its order's truth (H2, H3): nothing is said twice, however often and late it is asked, and
 * the status goes only where the order is.
 */
export function decideEvents(state: SaleState | null, facts: SaleFacts, context: FollowContext): FollowedSale {
  const before: SaleState = state ?? newState(facts)
  const payment = paymentStateOf(before.isEffective, { ...facts, soldTotal: before.soldTotal })
  const statusFacts: StatusFacts = {
    isPaymentSecured: payment.isEffective || facts.isAuthorized,
    isBegun: facts.goods.some(({ kind }) => kind === "fulfilled") || facts.lines.some(isProvisioned),
    isCanceled: facts.isCanceled,
    lines: facts.lines,
  }
  const way = statusesToReach(before.status, statusFacts, context)
  const status = way.at(-1) ?? before.status
  const events = [
    ...(state ? changeOf(state, facts, context) : [soldEvent(facts)]),
    ...moneyEvents(before, facts),
    ...(payment.isEffective && !before.isEffective ? [paidEvent(facts, context)] : []),
    ...goodsEvents(facts),
    ...statusEvents(before.status, way, context),
  ]
  return {
    events: events.filter(({ source }) => !before.sources.has(source)),
    status,
    payment,
    soldTotal: before.soldTotal,
    nextOn: nextDayOf(status, statusFacts, context),
  }
}

const isProvisioned = ({ provisionedOn }: LineFacts): boolean => provisionedOn !== null

const newState = ({ total }: SaleFacts): SaleState => ({
  status: "created",
  isEffective: false,
  soldTotal: total,
  snapshots: 0,
  sources: new Set(),
})

const soldEvent = ({ placedAt, total }: SaleFacts): NewSaleEvent =>
  saleEvent({
    kind: "sold",
    source: "sold",
    occurredAt: placedAt,
    toStatus: "created",
    content: { total },
    hasSnapshot: true,
  })

const changeOf = (state: SaleState, { isChanged, total }: SaleFacts, context: FollowContext): NewSaleEvent[] =>
  isChanged
    ? [
        saleEvent({
          kind: "changed",
          source: `changed:${state.snapshots + 1}`,
          occurredAt: context.now,
          reason: context.cause,
          content: { total },
          hasSnapshot: true,
          userId: context.changedBy ?? null,
        }),
      ]
    : []

/**
 * What came in until the sale was paid counts on the day of the sale; what comes in later, and each refund, on its own.
 */
function moneyEvents({ isEffective }: SaleState, { moves, soldOn }: SaleFacts): NewSaleEvent[] {
  return moves.map(({ id, kind, amount, at, on, userId = null, isTakenBack = false }) =>
    saleEvent({
      kind,
      source: sourceOfMove({ kind, id }),
      occurredAt: at,
      amount: kind === "captured" ? amount : negate(amount),
      countedOn: kind === "captured" && !isEffective ? soldOn : on,
      content: { record: id },
      reason: isTakenBack ? "taken_back" : null,
      userId,
    }),
  )
}

const paidEvent = ({ moves, placedAt }: SaleFacts, { cause }: FollowContext): NewSaleEvent =>
  saleEvent({
    kind: "paid",
    source: "paid",
    occurredAt: moves.filter(({ kind }) => kind === "captured").at(-1)?.at ?? placedAt,
    reason: cause,
  })

const goodsEvents = ({ goods }: SaleFacts): NewSaleEvent[] =>
  goods.map(({ kind, id, at, userId = null }) =>
    saleEvent({ kind, source: `${kind}:${id}`, occurredAt: at, content: { record: id }, userId }),
  )

function statusEvents(from: SaleStatus, way: readonly SaleStatus[], { now, cause }: FollowContext): NewSaleEvent[] {
  return way.map((to, index) =>
    saleEvent({
      kind: "status",
      // A sale comes back to `processing` from a hold by its own event, so it reaches each status once by itself.
      source: `status:${to}`,
      occurredAt: now,
      fromStatus: way[index - 1] ?? from,
      toStatus: to,
      // By itself it is stopped for one reason alone.
      reason: to === "stopped" ? "given_up" : cause,
    }),
  )
}
