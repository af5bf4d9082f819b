import type { MedusaContainer } from "@medusajs/framework/types"
import type { CivilDate } from "../../rules/calendar"
import { createPort } from "./create-port"

/** Units that were sold together and stand alike. */
export interface SoldUnits {
  /** The order line that they were sold with; units that were split off keep it. */
  sourceId: string
  /** The item of the subscription, or the order line, that they are of now. */
  itemId: string
  quantity: number
  orderId: string
  subscriptionId: string | null
  productId: string
  variantId: string | null
  title: string
  customerId: string | null
  email: string | null
  /** Which provider delivers the product; null: none does. */
  providerId: string | null
  /** Whether a service is created by itself. */
  isAutomatic: boolean
  /** False: it was sold before anybody kept count; what it has stays, and nothing is added. */
  isCounted: boolean
  standing: "unpaid" | "running" | "overdue" | "held" | "paused" | "ended" | "ended_overdue"
  hasOverdueInvoice: boolean
  /** The first day that is not paid; null: for good. */
  paidUntil: CivilDate | null
}

export interface SoldServicesChange {
  orderIds: string[]
  /** Where the next look begins. */
  until: string
}

/** What was sold that may have to be delivered. Used by provisioning. */
export interface SoldServices {
  /** Whether anything is sold that a provider delivers. */
  isAnySold: (container: MedusaContainer) => Promise<boolean>
  /** All units of these orders, those that are over included. */
  ofOrders: (container: MedusaContainer, orderIds: readonly string[], asOf: CivilDate) => Promise<SoldUnits[]>
  /** The orders of which something has changed since an instant; null: since now. */
  changedSince: (container: MedusaContainer, since: string | null) => Promise<SoldServicesChange>
}

export const soldServices = createPort<SoldServices>("what was sold that has to be delivered")
