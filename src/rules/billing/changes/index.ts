export { addressChange, type WantedAddresses } from "./address-change"
export { billedAhead } from "./billed-ahead"
export { atOnceProblem, notAllowed, type AtOnceFacts, type ChangeProblem } from "./change-limits"
export { changeTotals, type ChangeTotals } from "./change-totals"
export {
  isSameInterval,
  changedColumns,
  type ChangedColumns,
  type ItemTerms,
  type AgreedTerms,
  type NewTerms,
  type TermsChange,
} from "./changed-subscription"
export type { OptionTerms } from "./changed-subscription"
export { lineCredit, paidLine, type CreditedLines, type LineCredit, type PaidLine } from "./credited-line"
export { cycleStart, cycleStartFrom, wholeCycleStart } from "./cycle-start"
export { decideChange, type ChangeDecision, type ChangeFacts, type ChangeTerms } from "./decide-change"
export type { BillingDay } from "./first-period"
export { choiceKey, chosenWith, itemsAfter, keyOfOption, optionsOf } from "./items-after"
export { earlyRenewalChange, skipChange } from "./next-cycle-change"
export { wholePrice } from "./part-of-period"
export { pauseChange, unpauseChange } from "./pauses/pause-change"
export {
  retainedUntil,
  retentionChange,
  retentionOffer,
  type RetentionOffer,
  type RetentionSettings,
} from "./retention"
export { termsOnTheDay } from "./terms-on-the-day"
export { creditElsewhere, paidElsewhere, type TaxedPrice } from "./paid-elsewhere"
export { wholeStart } from "./whole-start"
