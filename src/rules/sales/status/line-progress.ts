import { addDays, compareDates, type CivilDate } from "../../calendar"
import type { SaleType } from "./line-type"

/** What has happened to one line of a sale. */
export interface LineFacts {
  type: SaleType
  /** Where nothing of it is left on the order, it holds nothing up. */
  isEmpty: boolean
  /** What was to be delivered was ended before it was made. */
  isGivenUp: boolean
  isFulfilled: boolean
  isShipped: boolean
  isDelivered: boolean
  /** Day of the last delivery. */
  deliveredOn: CivilDate | null
  /** Day on which all of it was first provisioned. */
  provisionedOn: CivilDate | null
  /** The instant at which a rental begins, and the first day after it. */
  startsAt: string | null
  endsOn: CivilDate | null
  /** Whether all of it has come back. */
  isReturned: boolean
}

export interface ProgressContext {
  /** The instant, in ISO 8601, and the store's day of it. */
  now: string
  asOf: CivilDate
  returnDays: number
  /** Whether the order was completed or archived in Medusa. */
  isOrderClosed: boolean
}

interface TypeRule {
  isFinalized: (line: LineFacts, context: ProgressContext) => boolean
  /** Asked of what is finalized. */
  isClosed: (line: LineFacts, context: ProgressContext) => boolean
  /** Whether the order may be canceled as far as this line goes. */
  isCancelable: (line: LineFacts, context: ProgressContext) => boolean
  /** Days on which time alone changes something. */
  turnsOn: (line: LineFacts, context: ProgressContext) => (CivilDate | null)[]
}

const isReached = (date: CivilDate | null, asOf: CivilDate): boolean => date !== null && compareDates(date, asOf) <= 0
const after = (date: CivilDate | null, days: number): CivilDate | null => (date === null ? null : addDays(date, days))

const provisioned: TypeRule = {
  isFinalized: ({ provisionedOn }, { asOf }) => isReached(provisionedOn, asOf),
  isClosed: ({ provisionedOn }, { asOf, returnDays }) => isReached(after(provisionedOn, returnDays), asOf),
  isCancelable: ({ provisionedOn }, { asOf }) => !isReached(provisionedOn, asOf),
  turnsOn: ({ provisionedOn }, { returnDays }) => [provisionedOn, after(provisionedOn, returnDays)],
}

/** What finalizes a line, what closes it, and until when its order can be canceled: the table of H4. */
export const TYPE_RULES: Readonly<Record<SaleType, TypeRule>> = {
  simple: {
    isFinalized: ({ isFulfilled }) => isFulfilled,
    isClosed: ({ isDelivered, deliveredOn }, { asOf, returnDays, isOrderClosed }) =>
      isOrderClosed || (isDelivered && isReached(after(deliveredOn, returnDays), asOf)),
    isCancelable: ({ isShipped, isDelivered }) => !isShipped && !isDelivered,
    turnsOn: ({ isDelivered, deliveredOn }, { returnDays }) => [isDelivered ? after(deliveredOn, returnDays) : null],
  },
  digital: {
    isFinalized: ({ isDelivered }) => isDelivered,
    isClosed: () => true,
    isCancelable: ({ isDelivered }) => !isDelivered,
    turnsOn: () => [],
  },
  service: provisioned,
  subscription: provisioned,
  booking: {
    isFinalized: ({ endsOn }, { asOf }) => isReached(endsOn, asOf),
    isClosed: ({ isReturned }) => isReturned,
    isCancelable: ({ startsAt }, { now }) => startsAt === null || startsAt > now,
    turnsOn: ({ endsOn }) => [endsOn],
  },
}

/** Whether nothing of a line is to come any more, so that it holds nothing up. */
export const isNothing = ({ isEmpty, isGivenUp }: LineFacts): boolean => isEmpty || isGivenUp

export const isLineFinalized = (line: LineFacts, context: ProgressContext): boolean =>
  isNothing(line) || TYPE_RULES[line.type].isFinalized(line, context)

export const isLineClosed = (line: LineFacts, context: ProgressContext): boolean =>
  isNothing(line) || (isLineFinalized(line, context) && TYPE_RULES[line.type].isClosed(line, context))
