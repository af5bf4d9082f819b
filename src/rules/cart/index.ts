/** The plan of a cart: lines, the order of stages, and the difference to the current cart. */
export { CART_BINDINGS, isBoundByEmail, type CartBinding, type CartBuyer, type CartOwner } from "./account-binding"
export { adjustmentChanges, type AdjustmentChanges, type NewAdjustment } from "./adjustment-changes"
export { buyerKeys, buyerOf, normalEmail, type Account, type Buyer, type BuyerKeys } from "./buyer"
export { cartChanges, firstStaleStage, isNoChange, type CartChanges } from "./cart-changes"
export type { CartLine, LineAdjustment, LineProduct, Metadata, ProductPlace } from "./cart-line"
export {
  plannedAsIs,
  isDependent,
  priceOf,
  startPlan,
  takenOf,
  type CartFacts,
  type CartPlan,
  type Explanation,
  type LineIdentity,
  type LineIdGenerator,
  type PlannedLine,
  type TakenAmount,
} from "./cart-plan"
export {
  CART_STAGES,
  LINE_STAGES,
  providerOfStage,
  STAGE_PROVIDERS,
  stagesBefore,
  stageOfProvider,
  type CartStageName,
} from "./cart-stages"
export { identifyLines } from "./identify-lines"
export { isSameJson } from "./is-same-json"
export { isSeenByPromotions, type LineChange, type LineChanges } from "./line-changes"
export { clientMetadata, hasLineKey, LINE_KEY, lineKeyOf, withLineKey } from "./line-key"
export { isArticle, shareOf, sharePayload, sumLinesOf, type LineShare } from "./line-share"
export { waitingLineId, type LinePayload, type LineRecord, type LineRecordChanges } from "./line-record"
export { loweredTotals, type LineTotals } from "./lowered-totals"
export { makeLines, type MadeLine } from "./make-lines"
export { matchLineRecords, type OrderLineToMatch } from "./match-line-records"
export { currentPlan } from "./current-plan"
export { recordsAfter, recordsOf } from "./record-changes"
export { shownPromotions, shownTaken } from "./shown-amounts"
export { takeOff, type TakeOff } from "./take-off"
