/**
 * Composes the rooms: which rooms handle carts and orders, and which room answers each port. Only this file and the
 * core hooks know more than one room. Medusa loads it with the workflows, before anything runs.
 */
import { billingCart } from "./billing/cart/billing-cart"
import { billingOrders } from "./billing/orders/billing-orders"
import { offerVisibility } from "./billing/offers/offer-visibility"
import { termsOfProducts } from "./billing/offers/terms-of-products"
import { setupFeeLines } from "./billing/offers/setup-fee-lines"
import { renewalDiscounts, type RenewalDiscounts } from "./billing/renewals/renewal-discounts"
import { listingOfSubscriptions } from "./billing/subscriptions/listing-of-subscriptions"
import { namedAdjustments } from "./cart/named-adjustments"
import type { CartRoom } from "./cart/cart-stage"
import { lineRules } from "./cart/line-rules"
import { termsOfCustomers } from "./customers/quick-orders/terms-of-customers"
import { pricesOfCustomer } from "./discounts/answers/prices-of-customer"
import { discountsCart } from "./discounts/cart/discounts-cart"
import { discountsOrders } from "./discounts/orders/discounts-orders"
import { recurringDiscounts } from "./discounts/renewals/recurring-discounts"
import { packagesCart } from "./packages/cart/packages-cart"
import { packagesPricedByContents } from "./packages/catalog/priced-by-contents"
import { contentLines, contentsOfOrder } from "./packages/orders/contents-of-order"
import { runningPackages } from "./packages/renewals/running-packages"
import { pricesOfPackages } from "./packages/storefront/prices-of-packages"
import { withoutHiddenContents } from "./packages/visibility/without-hidden-contents"
import type { OrderRoom } from "./orders/order-room"
import { packagesOrders } from "./packages/orders/packages-orders"
import { customerTerms, type CustomerTerms } from "./ports/customer-terms"
import { dependentLines, type DependentLines } from "./ports/dependent-lines"
import { packageContents, type PackageContents } from "./ports/package-contents"
import { documentListing, type DocumentListing } from "./ports/document-listing"
import { hiddenContents, type HiddenContents } from "./ports/hidden-contents"
import { packagePrices, type PackagePrices } from "./ports/package-prices"
import { personalPrices, type PersonalPrices } from "./ports/personal-prices"
import { sellingTerms, type SellingTerms } from "./ports/selling-terms"
import { renewedPackages, type RenewedPackages } from "./ports/renewed-packages"
import { pricedByContents, type PricedByContents } from "./ports/priced-by-contents"
import { storeVisibility, type StoreVisibility } from "./ports/store-visibility"

/**
 * The rooms that handle carts. `CART_STAGES` holds the order of the stages; two rooms in one stage run in the order of
 * this list.
 */
export const cartRooms = { packages: packagesCart, billing: billingCart, discounts: discountsCart } satisfies Record<
  string,
  CartRoom
>

export const CART_ROOMS: CartRoom[] = Object.values(cartRooms)
lineRules.fill(...CART_ROOMS)

/**
 * The rooms that handle order changes, in this order for each change. Discounts are linked to an order before billing
 * creates its subscriptions; names come last, as they are only shown. A merchant's code may add a room when it is loaded.
 */
export const orderRooms: OrderRoom[] = [discountsOrders, billingOrders, packagesOrders, namedAdjustments]

/** Discounts of renewals: used by billing. */
export const RENEWAL_DISCOUNTS: RenewalDiscounts = recurringDiscounts
renewalDiscounts.fill(RENEWAL_DISCOUNTS)

/** What is hidden from the Store API: used by the catalogue's routes and by discounts. */
export const STORE_VISIBILITY: StoreVisibility[] = [offerVisibility]
storeVisibility.fill(...STORE_VISIBILITY)

/** Dependent lines of an order: used by discounts. */
export const DEPENDENT_LINES: DependentLines[] = [setupFeeLines, contentLines]
dependentLines.fill(...DEPENDENT_LINES)

/** Which lines of an order are in a package: used by billing. */
export const PACKAGE_CONTENTS: PackageContents = contentsOfOrder
packageContents.fill(PACKAGE_CONTENTS)

/** How packages go on in later cycles: used by billing. */
export const RENEWED_PACKAGES: RenewedPackages = runningPackages
renewedPackages.fill(RENEWED_PACKAGES)

/** Who keeps how a sold package is shown: used by packages. */
export const DOCUMENT_LISTING: DocumentListing = listingOfSubscriptions
documentListing.fill(DOCUMENT_LISTING)

/** Which articles have no price of their own: used by discounts. */
export const PRICED_BY_CONTENTS: PricedByContents = packagesPricedByContents
pricedByContents.fill(PRICED_BY_CONTENTS)

/** What customers have of their own, and which carts are quick orders: used by discounts and billing. */
export const CUSTOMER_TERMS: CustomerTerms = termsOfCustomers
customerTerms.fill(CUSTOMER_TERMS)

/** What variants cost a customer: used by customers. */
export const PERSONAL_PRICES: PersonalPrices = pricesOfCustomer
personalPrices.fill(PERSONAL_PRICES)

/** How products are sold: used by customers. */
export const SELLING_TERMS: SellingTerms = termsOfProducts
sellingTerms.fill(SELLING_TERMS)

/** What is hidden of a cart: used by customers. */
export const HIDDEN_CONTENTS: HiddenContents = withoutHiddenContents
hiddenContents.fill(HIDDEN_CONTENTS)

/** What packages cost as their recipes stand: used by customers. */
export const PACKAGE_PRICES: PackagePrices = pricesOfPackages
packagePrices.fill(PACKAGE_PRICES)
