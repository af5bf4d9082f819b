import { isPositive } from "../../money"
import type { OrderStanding } from "../charges/settling-fact"
import type { InvoiceAccount } from "./invoice-account"

/**
 * What an order says of its renewal, by its invoice's account: it is paid where nothing is open any more, however it was
 * paid or credited. What was written off was not.
 */
export const standingOfOrder = (account: InvoiceAccount, isCanceled: boolean): OrderStanding => ({
  isCanceled,
  isPaid: !isPositive(account.open) && !isPositive(account.writtenOff),
})
