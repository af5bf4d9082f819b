export { amountsToReturn, type OrderPayment, type ReceivedFacts } from "./amounts-to-return"
export { attemptOf, recordedOutcome } from "./attempt-of"
export type { ChargedRenewal, CollectibleRenewal, MovedMoney, RenewalCharge } from "./charged-renewal"
export { chargedOf, chargesOf, type AmountTaken } from "./charges-of"
export { isOpenAttempt } from "./is-open-attempt"
export { isSettledByMoney } from "./is-settled-by-money"
export { ofMembers, type RenewalMember } from "./members-of-renewal"
export { paymentReturnOf, returnTransactions, type PaymentReturnFacts, type ReturnedPayment } from "./payment-return"
export { processingRenewal } from "./processing-renewal"
export { refundedRenewal } from "./refunded-renewal"
export {
  missingTransactions,
  renewalTransactions,
  surplusTransactions,
  type RenewalTransaction,
} from "./renewal-transactions"
export { returnedCharges } from "./returned-charges"
export { settleBatch, type ChargedSubscription, type SettledBatch, type SettledRenewal } from "./settle-batch"
export { settleCharge, type SettledCharge } from "./settle-charge"
export { settleCharges } from "./settle-charges"
export { settlementsOf, type RenewalSettlement, type Settlements } from "./settlements-of"
export {
  isAskedAgain,
  isLeftToAsk,
  isOwed,
  KEY_EXPIRED,
  settlingFact,
  type OrderStanding,
  type SettlingFact,
} from "./settling-fact"
