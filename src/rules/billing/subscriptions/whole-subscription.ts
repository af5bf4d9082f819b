import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { BilledItem } from "../renewals/renewal-order"
import type { SuspensionReason } from "../states"
import type { SubscriptionColumns } from "./subscription-columns"

/** Every column of a subscription except the workers' claims. */
export interface WholeSubscription extends SubscriptionColumns {
  customer_id: string | null
  email: string | null
  /** The order that made it; null: it was moved in (B62). */
  order_id: string | null
  /** What each unit has cost for the period that ran when it was moved in; null: a bill of ours says what was paid. */
  moved_in_price?: Decimal | null
  cart_id: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale: string | null
  /** A change that is being made; null: none. */
  change_id?: string | null
  /** When it took what is offered instead of a cancellation; null: never. */
  retained_on?: CivilDate | null
  trial_end_on: CivilDate | null
  cancel_reason: string | null
  canceled_on: CivilDate | null
  ended_on: CivilDate | null
  /** When dunning has something to do, and when it is suspended and terminated if nothing is paid. */
  dunning_on: CivilDate | null
  suspend_on: CivilDate | null
  terminate_on: CivilDate | null
  suspended_reason: SuspensionReason | null
  is_hard_declined: boolean
  payment_provider_id: string | null
  shipping_address: Record<string, unknown> | null
  billing_address: Record<string, unknown> | null
}

export interface WholeItem extends BilledItem {
  subscription_id: string
  /** A content has those of its package. */
  offer_id: string
  cycle_id: string
  order_line_id: string | null
  split_from_id: string | null
  /** What it has followed of its order line; null for units that were split off. */
  ordered: OrderedTerms | null
}

/** The order line as a subscription's item has followed it. */
export interface OrderedTerms {
  quantity: number
  unit_price: Decimal
  is_tax_inclusive: boolean
}

/** A subscription to insert; the database sets its times and its display number. */
export interface NewSubscription {
  row: WholeSubscription
  items: WholeItem[]
}
