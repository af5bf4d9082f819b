import type { RenewedPackages } from "../../ports/packages/renewed-packages"
import { priceRunningPackages } from "./price-running-packages"
import { recordRenewedLines } from "./record-renewed-lines"

/** How packages go on in later cycles: this room's side of billing's port. */
export const runningPackages: RenewedPackages = {
  recordLines: recordRenewedLines,
  currentPrices: priceRunningPackages,
}
