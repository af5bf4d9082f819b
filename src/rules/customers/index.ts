/** Customers: profiles, notes, search, import, merging, and quick orders by a link. One operation a file. */
export * from "./states"
export type { CustomerProblem } from "./problem"
export { checkPercentage, personalPercent, type CheckedPercentage } from "./profiles/check-percentage"
export { checkProfile, type CheckedProfile, type StoredFields } from "./profiles/check-profile"
export { phoneNumber, type PhoneNumber } from "./profiles/phone-number"
export type { DerivedFields, ProfileBody, ProfileFields } from "./profiles/profile-columns"
export {
  MOST_COUNTED,
  passesFilters,
  profileFacets,
  type ProfileCell,
  type ProfileFacets,
  type ProfileFilters,
} from "./profiles/profile-facets"
export {
  bodyOfCustomer,
  leadOfCustomer,
  type AppearedCustomer,
  type LeadWithEmail,
} from "./profiles/profile-of-customer"
export { staleBefore } from "./profiles/stale-before"
export { isStale, statusAfterOrder } from "./profiles/profile-status"
export { temperatureAt, temperatureChange, type TemperatureChange } from "./profiles/temperature-history"
export { checkVatNumber, type CheckedVat } from "./profiles/vat-number"
export { checkNote, MOST_NOTE_SIGNS, type CheckedNote, type NoteBody, type NoteFields } from "./notes/check-note"
export { dueFollowUps, isFollowUpDue } from "./notes/due-follow-ups"
export type { Note } from "./notes/note"
export { latestNote, sortNotes } from "./notes/sort-notes"
export { foldText } from "./search/fold-text"
export { gramsOf, searchKeys, type Searched, type SearchKeys } from "./search/search-keys"
export { isFound, searchTerms, type SearchTerm, type SearchTerms } from "./search/search-terms"
export { CUSTOMER_COLUMNS, type CustomerColumn } from "./imports/customer-columns"
export { customersFileHead, customersFileRows, type ExportedCustomer } from "./imports/export-customers"
export { importKeys, importPlan, type ImportKeys, type ImportedRow, type ImportPlan } from "./imports/import-plan"
export type { ExistingProfile } from "./imports/existing-profiles"
export { readCustomers, type CustomerRow, type ReadCustomers } from "./imports/read-customers"
export type { RowProblem } from "../files"
export { erasedFields } from "./personal-data/erased-fields"
export { findDuplicates, type DuplicateKeys } from "./merging/find-duplicates"
export {
  formerLines,
  mergePlan,
  type DifferingField,
  type LinkedCustomer,
  type MergeDecision,
  type MergedProfile,
  type MergePlan,
  type MergeRefusal,
} from "./merging/merge-plan"
export { linkAddress } from "./links/link-address"
export {
  CLOSED_LINK,
  LINK_STATES,
  linkExpiry,
  linkState,
  openLink,
  type LinkState,
  type OpenedLink,
  type QuickOrderLink,
} from "./links/link-state"
export { isLinkToken } from "./links/link-token"
export {
  basketKey,
  changedBasket,
  isOtherCurrency,
  isSameOrder,
  keyedItem,
  withItem,
  withMore,
  type BasketChoice,
  type BasketItem,
  type QuickOrderAddress,
  type QuickOrderDetails,
} from "./quick-orders/basket"
export { checkAddress, type CheckedAddress, type SentAddress } from "./quick-orders/check-address"
export { isCheckedAlike, isStillWanted, type OrderTerms } from "./quick-orders/is-checked-alike"
export {
  checkQuickOrder,
  MOST_LINES,
  MOST_PIECES,
  pieces,
  minimumProblem,
  type CheckedQuickOrder,
  type QuickOrder,
  type QuickOrderBody,
  type QuickOrderContext,
} from "./quick-orders/check-quick-order"
export { fillFromLastOrder, withoutAccessories, type FilledOrder, type LastLine } from "./quick-orders/last-order"
export { packagePrice, type PackagePriceFacts } from "./quick-orders/package-price"
export {
  FORM_NAMES,
  packageForm,
  readPackageForm,
  withoutPart,
  type FormOption,
  type PackageField,
} from "./quick-orders/package-form"
export { sellingProblem } from "./quick-orders/selling-problem"
export { priceChanges, summedPrices, type PriceChange, type ShownPrice } from "./quick-orders/price-changes"
export {
  quickOrderItem,
  type CatalogueVariant,
  type QuickOrderItem,
  type SalesVisibility,
} from "./quick-orders/quick-order-item"
