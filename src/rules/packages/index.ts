/** Packages: recipes, what they expand to on an order, what that costs, and how long it is out. */
export { BOOKING_STATES, type BookingState } from "./bookings/booking-states"
export { accessoryLines } from "./cart/accessory-lines"
export { accessoryTerms } from "./cart/accessory-terms"
export { changedPricings, withPricingOfToday } from "./cart/pricing-of-today"
export { movedRentals, type AccessoryMove, type MovedRental } from "./cart/moved-rentals"
export {
  contentLineOf,
  PACKAGE_LINE_KINDS,
  outLineOf,
  packageLineOf,
  packagePayload,
  PACKAGES_ROOM,
  percentLineOf,
  rentalLineOf,
  type ContentLine,
  type PercentLine,
  type PackageLine,
  type PackageLineKind,
  type RentalLine,
  type RentalTerms,
} from "./cart/package-line"
export {
  daysAlone,
  needsPeriod,
  packageStage,
  type ContentProduct,
  type ExpandedPlan,
  type PackageFacts,
  type PackageRefusal,
} from "./cart/package-stage"
export { NO_TERMS, rentalPrice, rentalsOf, rentalStage } from "./cart/rental-stage"
export { LINE_GROUP, markPercentLines, percentStage } from "./cart/percent-stage"
export { checkSelection, chosenPaths, type SelectionRefusal, type SelectionToCheck } from "./expansion/check-selection"
export { chosenEntries, isOptionalGroup, type ChosenEntry } from "./expansion/chosen-entries"
export { keptChoices } from "./expansion/kept-choices"
export { expandPackage, type PackageToExpand } from "./expansion/expand-package"
export { isEmpty, NOTHING_IN_IT } from "./expansion/is-empty"
export { packageOptions, type PackageOption } from "./expansion/package-options"
export { nodesOf, type PackageNode } from "./expansion/package-node"
export { childPath, choiceAt, NOTHING_SELECTED, ordered, type Choice, type Selection } from "./expansion/selection"
export { breakdownRows, type BreakdownRow } from "./pricing/breakdown-rows"
export { EDIT_SECTION, editIdOf, payloadInEdit, sectionOf, settledPayload, withEdit } from "./orders/edited-payload"
export { isSameTime, withAgreedPrices, type AgreedPrices, type PackageLineChange } from "./orders/agreed-prices"
export {
  followQuantities,
  NO_CHANGES,
  orderPackageChanges,
  resizedPackage,
  type AddedLine,
  type ChangedLine,
  type GivenPackage,
  type OrderPackageChanges,
} from "./orders/order-package-changes"
export { renewedRecord, renewedRecordId } from "./orders/renewed-record"
export { documentContents, listsContents, type DocumentContent } from "./orders/document-contents"
export { newAccessories, separateAccessories, withoutSeparate } from "./expansion/separate-accessories"
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
export type { ArticleColumns, StoredArticle } from "./recipes/article-columns"
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
  cataloguePrices,
  type CatalogueChange,
  type CataloguePrice,
  type PricedInCatalogue,
} from "./recipes/catalogue-prices"
export { checkNesting, MOST_PARTS, nestingReason, type NestingProblem } from "./recipes/check-nesting"
export { changedArticleFields, mergeArticle, type ArticleBody } from "./recipes/merge-article"
export { changedPackageFields, mergePackage, type EntryBody, type PackageBody } from "./recipes/merge-package"
export { ownPriceProblems, ownPrices, type OwnPriceBody } from "./recipes/own-prices"
export { rateTableOf } from "./recipes/rates"
export type { RecipeProblem } from "./recipes/recipe-problem"
export { validateArticle } from "./recipes/validate-article"
export { entryIdProblems, validatePackage } from "./recipes/validate-package"
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
export { rentalTerms, type CheckedTerms } from "./time/rental-terms"
export { selectedDuration, type SelectedDuration } from "./time/selected-duration"
export { begunRental } from "./time/begun-rental"
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
export { withFreed, type FreedStock } from "./stock/with-freed"
export { pieceOfPackage, pieceOfVariant } from "./stock/stock-piece"
export { recipeChanges, type RecipeChanges } from "./storefront/recipe-changes"
export { allEntries, visibleEntries, type VisibleEntry } from "./storefront/visible-entries"
export { visiblePrices, type VisiblePrice } from "./storefront/visible-prices"
export { hasPlainLinesOnly, lineIdsIn, type HiddenLine, type HiddenLines } from "./visibility/hidden-lines"
export { withoutHidden } from "./visibility/without-hidden"
