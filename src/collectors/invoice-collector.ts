import { MedusaError } from "@medusajs/framework/utils"
import type { Collector } from "./contract"
import { readSessionStatus } from "./read-session-status"

const CANNOT = "this payment provider cannot charge while the customer is away"

/** For every provider without a collector of its own: the invoice is sent and waits to be paid. */
export const invoiceCollector: Collector = {
  identifier: "*",
  canChargeOffSession: false,
  keyLifetimeHours: 0,
  checkoutData: () => ({}),
  rememberSession: () => null,
  saveRequest: () => ({ ok: false, reason: CANNOT }),
  readSaved: () => ({ kind: "refused", reason: CANNOT }),
  readListed: () => null,
  chargeRequest: () => {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, CANNOT)
  },
  hasReference: () => false,
  readAnswer: ({ status }) => readSessionStatus(status),
  readError: (error) => ({ status: "unknown", reason: error.message }),
}
