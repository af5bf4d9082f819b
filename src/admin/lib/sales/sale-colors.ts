import type { SalePaymentStatus, SaleStatus } from "../../../rules/sales"

type Color = "green" | "red" | "blue" | "orange" | "grey" | "purple"

/** Green: as it should be. Blue: on its way. Orange: waits for somebody. Grey: over. */
export const SALE_COLORS: Record<SaleStatus, Color> = {
  created: "grey",
  processing: "blue",
  interrupted: "orange",
  finalized: "green",
  closed: "green",
  canceled: "grey",
  stopped: "red",
}

export const PAYMENT_COLORS: Record<SalePaymentStatus, Color> = {
  not_paid: "orange",
  authorized: "blue",
  partially_paid: "orange",
  paid: "green",
  partially_refunded: "purple",
  refunded: "grey",
}
