import type { BreakdownBody } from "../../../contracts/packages/breakdown"
import type { ChangeOrderPackageBody, OrderPackageAnswer } from "../../../contracts/packages/orders"

/** A day and a time of it, as they are typed. */
export interface TypedInstant {
  /** A civil date; empty: none. */
  date: string
  /** `10:00` */
  time: string
}

/** What is chosen of a package on an order, as it is typed. */
export interface OrderPackageState {
  quantity: string
  days: string
  hours: string
  from: TypedInstant
  to: TypedInstant
  choices: NonNullable<BreakdownBody["choices"]>
  listsContents: boolean
}

const NO_INSTANT: TypedInstant = { date: "", time: "10:00" }

export const newOrderPackage = (listsContents: boolean): OrderPackageState => ({
  quantity: "1",
  days: "",
  hours: "",
  from: NO_INSTANT,
  to: NO_INSTANT,
  choices: [],
  listsContents,
})

export const toOrderPackageState = (sold: OrderPackageAnswer): OrderPackageState => ({
  quantity: String(sold.quantity),
  days: sold.days === null ? "" : String(sold.days),
  hours: sold.hours === null ? "" : String(sold.hours),
  from: typed(sold.period?.from),
  to: typed(sold.period?.to),
  choices: sold.choices,
  listsContents: sold.lists_contents,
})

/** The request to the order. What cannot be read is left to the server to refuse. */
export const toOrderPackageBody = (state: OrderPackageState): ChangeOrderPackageBody => ({
  quantity: whole(state.quantity) ?? 0,
  ...selectionOf(state),
  lists_contents: state.listsContents,
})

/** The request for the breakdown beside it; `line_id` is that of a package that is on the order. */
export const toOrderBreakdownBody = (
  state: OrderPackageState,
  { order_id, line_id, variant_id }: { order_id: string; line_id?: string | undefined; variant_id: string },
): BreakdownBody => ({
  for_order: { order_id, ...(line_id === undefined ? {} : { line_id }) },
  variant_id,
  quantity: whole(state.quantity) ?? 1,
  ...selectionOf(state),
})

function selectionOf({ choices, days, hours, from, to }: OrderPackageState) {
  const start = instantOf(from)
  const end = instantOf(to)
  const period = start === null && end === null ? null : { from: start ?? "", to: end ?? "" }
  return { choices, period, hours: whole(hours), days: period ? null : whole(days) }
}

const whole = (text: string): number | null => (/^[1-9]\d*$/.test(text) ? Number(text) : null)

/** In the reader's own zone, as all instants of the admin. */
function instantOf({ date, time }: TypedInstant): string | null {
  const instant = new Date(`${date}T${time}`)
  return date === "" || Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

function typed(iso: string | undefined): TypedInstant {
  if (iso === undefined) {
    return NO_INSTANT
  }
  const at = new Date(iso)
  const two = (value: number) => String(value).padStart(2, "0")
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
