/** Packages: recipes, what they expand to on an order, what that costs, and how long it is out. */
export { BOOKING_STATES, type BookingState } from "./bookings/booking-states"
export {
  contentLineOf,
  PACKAGE_LINE_KINDS,
  packageLineOf,
  packagePayload,
  PACKAGES_ROOM,
  percentLineOf,
  type ContentLine,
  type PercentLine,
  type PackageLine,
  type PackageLineKind,
} from "./cart/package-line"
export {
  packageStage,
  type ContentProduct,
  type ExpandedPlan,
  type PackageFacts,
  type PackageRefusal,
} from "./cart/package-stage"
export { LINE_GROUP, markPercentLines, percentStage } from "./cart/percent-stage"
export { checkSelection, chosenPaths, type SelectionRefusal, type SelectionToCheck } from "./expansion/check-selection"
export { chosenEntries, isOptionalGroup, type ChosenEntry } from "./expansion/chosen-entries"
export { expandPackage, type PackageToExpand } from "./expansion/expand-package"
export { nodesOf, type PackageNode } from "./expansion/package-node"
export { childPath, choiceAt, NOTHING_SELECTED, type Choice, type Selection } from "./expansion/selection"
export { cheapestComposition } from "./pricing/cheapest-composition"
export {
  PRICE_REASONS,
  pricePackage,
  totalUnder,
  type MissingPrice,
  type NodePrice,
  type PricedPackage,
  type PriceReason,
  type PricingFacts,
} from "./pricing/price-package"
export { rateTableOf, sortRates, type ArticleColumns, type StoredArticle } from "./recipes/article-columns"
export {
  ARTICLE_UNITS,
  isPercentArticle,
  isTimed,
  type Article,
  type Articles,
  type ArticleUnit,
  type Rate,
  type RateTable,
} from "./recipes/articles"
export {
  toRecipe,
  type EntryColumns,
  type PackageColumns,
  type RateColumns,
  type StoredPackage,
} from "./recipes/package-columns"
export { findCircle } from "./recipes/find-circle"
export { recipesUnder } from "./recipes/recipes-under"
export {
  ENTRY_ROLES,
  PACKAGE_PRICINGS,
  type EntryRole,
  type PackagePricing,
  type Recipe,
  type RecipeBook,
  type RecipeEntry,
} from "./recipes/recipe"
export { checkPeriod, type CheckedPeriod } from "./time/check-period"
export { durationOf, type Duration, type DurationSettings } from "./time/duration-of"
export { DAY_COUNTS, type DayCount, type RentalPeriod } from "./time/rental-period"
export {
  PICK_ROLES,
  pickList,
  type PickRole,
  type PickEntry,
  type PickLine,
  type PickList,
  type PickTotal,
} from "./picking/pick-list"
export { PICK_LIST_COLUMNS, pickListRows } from "./picking/pick-list-rows"
export {
  availabilityByDay,
  availableIn,
  type AvailabilityFacts,
  type DayAvailability,
  type PieceLine,
} from "./stock/availability-by-day"
export {
  blockedPeriod,
  instant,
  NO_BUFFER,
  overlaps,
  type BlockedPeriod,
  type StockBuffer,
} from "./stock/blocked-period"
export {
  checkStock,
  type PlacedDemand,
  type StockAnswer,
  type StockBooking,
  type StockFacts,
  type StockLevel,
  type StockShortage,
} from "./stock/check-stock"
export { mostThatFits } from "./stock/most-that-fits"
export { loadSteps, peakLoad, type LoadStep, type StockLoad } from "./stock/peak-load"
export {
  stockDemands,
  type StockDemand,
  type StockLine,
  type VariantStock,
  type VariantStocks,
} from "./stock/stock-demands"
export {
  reservationMoves,
  type HeldPlace,
  type ReservationFacts,
  type ReservationMove,
} from "./stock/reservation-moves"
export { stockLinesOf, type CartStockLine } from "./stock/stock-lines-of"
export { pieceOfPackage, pieceOfVariant } from "./stock/stock-piece"
