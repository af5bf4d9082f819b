import { compare, isNegative, isPositive, negate, type Decimal } from "../../money"
import type { MoneyMove } from "./payment-state"

interface Moved {
  id: string
  amount: Decimal
  at: string
}

interface OfPayment extends Moved {
  paymentId: string
  userId?: string | null
  /** When the payment collection that it is counted in was last changed. */
  collectionAt: string
}

interface Transaction extends Moved {
  /** Medusa's or a room's word for what it was. */
  reference?: string | null
  /** The capture or refund that it stands for; of a refund by a cancellation, the payment. */
  referenceId: string | null
}

/** Medusa writes a capture or refund before it asks the provider, and takes it away again where that refuses. */
const LONGEST_ANSWER = 60_000

/** The word under which billing writes into an order's books what a payer's bank took back (decision 0044). */
const TAKEN_BACK = "payment_return"

export interface MoneyOfOrder {
  /** Above zero what came in, below what went back. */
  transactions: readonly Transaction[]
  captures: readonly OfPayment[]
  refunds: readonly OfPayment[]
  /** The instant at which the order was read. */
  readAt: string
}

/**
 * The money of an order, each move once: a transaction and the capture or refund that it stands for are one, by the id of
 * the latter. Captures and refunds without a transaction count, too, as some providers capture while they authorize; those that
 * a provider has not answered yet are marked.
 */
export function moneyMovesOf({ transactions, captures, refunds, readAt }: MoneyOfOrder): Omit<MoneyMove, "on">[] {
  const told = new Set(transactions.flatMap(({ referenceId }) => referenceId ?? []))
  const open = refunds.filter(({ id }) => !told.has(id))
  const isAnswered = ({ at, collectionAt }: OfPayment): boolean =>
    Date.parse(collectionAt) >= Date.parse(at) || Date.parse(readAt) - Date.parse(at) > LONGEST_ANSWER
  const users = new Map([...captures, ...refunds].map(({ id, userId = null }) => [id, userId]))
  const moves = [...transactions].sort(byTime).map((transaction) => {
    const of = open.findIndex((refund) => standsFor(transaction, refund))
    const [refund] = of < 0 ? [] : open.splice(of, 1)
    return { ...transaction, ownId: transaction.id, id: refund?.id ?? ownReference(transaction) }
  })
  const untoldCaptures = captures.filter(({ id }) => !told.has(id))
  const unanswered = new Set([...untoldCaptures, ...open].filter((one) => !isAnswered(one)).map(({ id }) => id))
  const untold: Omit<Transaction, "referenceId">[] = [
    ...untoldCaptures,
    ...open.map((refund) => ({ ...refund, amount: negate(refund.amount) })),
  ]
  return [...apart(moves), ...untold].flatMap(({ id, amount, at, reference }): Omit<MoneyMove, "on">[] => {
    const userId = users.get(id) ?? null
    const isUnanswered = unanswered.has(id) ? { isUnanswered: true as const } : {}
    if (isPositive(amount)) {
      return [{ id, kind: "captured", amount, at, userId, ...isUnanswered }]
    }
    const isTakenBack = reference === TAKEN_BACK ? { isTakenBack: true as const } : {}
    return isNegative(amount)
      ? [{ id, kind: "refunded", amount: negate(amount), at, userId, ...isTakenBack, ...isUnanswered }]
      : []
  })
}

export const sourceOfMove = ({ kind, id }: Pick<MoneyMove, "kind" | "id">): string => `${kind}:${id}`

/** The moves that count: those that are answered, and what a chain has counted already. */
export const answeredMoves = (moves: readonly MoneyMove[], sources: ReadonlySet<string> = new Set()): MoneyMove[] =>
  moves.filter((move) => !move.isUnanswered || sources.has(sourceOfMove(move)))

const byTime = (one: Moved, other: Moved): number =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1

/** Code may write several transactions under one reference: the first one goes by it, and the others by their own ids. */
function apart<Move extends Moved & { ownId: string }>(moves: readonly Move[]): Move[] {
  const known = new Set<string>()
  return moves.map((move) => {
    const key = `${isNegative(move.amount)} ${move.id}`
    const isFirst = !known.has(key)
    known.add(key)
    return isFirst ? move : { ...move, id: move.ownId }
  })
}

/** Medusa's cancellation names the payment, and not the refund. */
const standsFor = ({ referenceId, amount }: Transaction, refund: OfPayment): boolean =>
  referenceId === refund.paymentId && compare(negate(amount), refund.amount) === 0

/** A payment is named by several of its transactions. */
const ownReference = ({ id, referenceId, amount }: Transaction): string =>
  referenceId !== null && !(isNegative(amount) && referenceId.startsWith("pay_")) ? referenceId : id
