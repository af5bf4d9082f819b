export { answerUntil, earliestPriceOn, tellOn, type PriceChangeTerms } from "./price-change-dates"
export { hasPricesBefore, isOfAnotherPrice, pricedOn, type PendingPrice } from "./price-on"
export {
  decideReply,
  endWithoutConsent,
  isTimeUp,
  settlePriceChange,
  type PriceChangeFacts,
  type ReplyDecision,
  type SettleDecision,
} from "./settle-price-change"
export { priceAnswerState, type PriceAnswerState } from "./price-answer-state"
