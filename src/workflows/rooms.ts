/**
 * Composes the rooms: which rooms handle carts and orders, and which room answers each port. Only this file and the
 * core hooks know more than one room. Medusa loads it with the workflows, before anything runs.
 */
import { billingCart } from "./billing/cart/billing-cart"
import { invoiceLedgerOfBilling } from "./billing/invoices/invoice-ledger"
import { billingOrders } from "./billing/orders/billing-orders"
import { offerVisibility } from "./billing/offers/offer-visibility"
import { termsOfProducts } from "./billing/offers/terms-of-products"
import { setupFeeLines } from "./billing/offers/setup-fee-lines"
import { renewalDiscounts, type RenewalDiscounts } from "./billing/renewals/renewal-discounts"
import { eraseSearchedNames } from "./billing/subscriptions/erase-searched-names"
import { refuseCustomerDeletion } from "./billing/subscriptions/refuse-customer-deletion"
import { servicesSold } from "./billing/subscriptions/services-sold"
import { linesSoldInCycles } from "./billing/subscriptions/lines-sold-in-cycles"
import { listingOfSubscriptions } from "./billing/subscriptions/listing-of-subscriptions"
import { namedAdjustments } from "./cart/named-adjustments"
import type { CartRoom } from "./cart/cart-stage"
import { lineRules } from "./cart/line-rules"
import { customersFound } from "./customers/profiles/customers-found"
import { vatNumbersOfBuyers } from "./customers/profiles/vat-numbers-of-buyers"
import { customersOrders } from "./customers/orders/customers-orders"
import { termsOfCustomers } from "./customers/quick-orders/terms-of-customers"
import { pricesOfCustomer } from "./discounts/answers/prices-of-customer"
import { discountsCart } from "./discounts/cart/discounts-cart"
import { discountsOrders } from "./discounts/orders/discounts-orders"
import { recurringDiscounts } from "./discounts/renewals/recurring-discounts"
import { packagesCart } from "./packages/cart/packages-cart"
import { packagesPricedByContents } from "./packages/catalog/priced-by-contents"
import { contentLines, contentsOfOrder } from "./packages/orders/contents-of-order"
import { rentedLines } from "./packages/orders/rented-lines"
import { runningPackages } from "./packages/renewals/running-packages"
import { choicesOfPackages } from "./packages/storefront/choices-of-packages"
import { pricesOfPackages } from "./packages/storefront/prices-of-packages"
import { withoutHiddenContents } from "./packages/visibility/without-hidden-contents"
import type { OrderRoom } from "./orders/order-room"
import { packagesOrders } from "./packages/orders/packages-orders"
import { buyerVatNumbers, type BuyerVatNumbers } from "./ports/buyer-vat-numbers"
import { customerDeletion, type CustomerDeletion } from "./ports/customer-deletion"
import { customerTerms, type CustomerTerms } from "./ports/customer-terms"
import { provisioningCart } from "./provisioning/cart/provisioning-cart"
import { activeProviders } from "./provisioning/products/active-providers"
import { optionsOfLines } from "./provisioning/options/options-of-lines"
import { stockOfServices } from "./provisioning/stock/stock-of-services"
import { eraseServices } from "./provisioning/services/erase-services"
import { heldDeliveries } from "./provisioning/services/held-deliveries"
import { provisionedLines } from "./provisioning/services/provisioned-lines"
import { provisioningOrders } from "./provisioning/services/provisioning-orders"
import { deliveryProviders, type DeliveryProviders } from "./ports/delivery-providers"
import { dependentLines, type DependentLines } from "./ports/dependent-lines"
import { packageContents, type PackageContents } from "./ports/packages/package-contents"
import { documentListing, type DocumentListing } from "./ports/document-listing"
import { foundCustomers, type FoundCustomers } from "./ports/found-customers"
import { hiddenContents, type HiddenContents } from "./ports/packages/hidden-contents"
import { packageChoices, type PackageChoices } from "./ports/packages/package-choices"
import { packagePrices, type PackagePrices } from "./ports/packages/package-prices"
import { personalPrices, type PersonalPrices } from "./ports/personal-prices"
import { productRequests, type ProductRequests } from "./ports/product-requests"
import { sellingTerms, type SellingTerms } from "./ports/selling-terms"
import { renewalSales, type RenewalSales } from "./ports/renewal-sales"
import { renewedPackages, type RenewedPackages } from "./ports/packages/renewed-packages"
import { personalDataErasure, type PersonalDataErasure } from "./ports/personal-data-erasure"
import { pricedByContents, type PricedByContents } from "./ports/packages/priced-by-contents"
import { saleHolds, type SaleHolds } from "./ports/sale-holds"
import { serviceOptions, type ServiceOptions } from "./ports/service-options"
import { serviceStock, type ServiceStock } from "./ports/service-stock"
import { soldServices, type SoldServices } from "./ports/sold-services"
import { deliveryHolds, type DeliveryHolds } from "./ports/delivery-holds"
import { invoiceLedger, type InvoiceLedger } from "./ports/invoice-ledger"
import { soldLines, type SoldLines } from "./ports/sold-lines"
import { storeVisibility, type StoreVisibility } from "./ports/store-visibility"
import { chargesAmong } from "./sales/orders/charges-among"
import { eraseRequests } from "./billing/offer-requests/erase-requests"
import { requestsOfProducts } from "./billing/offer-requests/record-offer-request"
import { erasePeople } from "./sales/people/erase-people"
import { ordersOnHold } from "./sales/orders/orders-on-hold"
import { recordRenewalSales } from "./sales/orders/record-renewal-sales"
import { salesOrders } from "./sales/orders/sales-orders"

/**
 * The rooms that handle carts. `CART_STAGES` holds the order of the stages; two rooms in one stage run in the order of
 * this list.
 */
export const cartRooms = {
  packages: packagesCart,
  billing: billingCart,
  provisioning: provisioningCart,
  discounts: discountsCart,
} satisfies Record<string, CartRoom>

export const CART_ROOMS: CartRoom[] = Object.values(cartRooms)
lineRules.fill(...CART_ROOMS)

/**
 * The rooms that handle order changes, in this order for each change. Discounts are linked to an order before billing
 * creates its subscriptions, and these are there before services are; names come last, as they are only shown, but for the
 * sales history, which follows what the others have made of the order. A merchant's code may add a room when it is loaded.
 */
export const orderRooms: OrderRoom[] = [
  discountsOrders,
  billingOrders,
  packagesOrders,
  customersOrders,
  provisioningOrders,
  namedAdjustments,
  salesOrders,
]

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

/** What runs on for a customer, so that they cannot be erased: used by customers. */
export const CUSTOMER_DELETION: CustomerDeletion[] = [refuseCustomerDeletion]
customerDeletion.fill(...CUSTOMER_DELETION)

/** What else is erased with a customer: used by customers. */
export const PERSONAL_DATA_ERASURE: PersonalDataErasure[] = [
  erasePeople,
  eraseRequests,
  eraseServices,
  eraseSearchedNames,
]
personalDataErasure.fill(...PERSONAL_DATA_ERASURE)

/** How packages go on in later cycles: used by billing. */
export const RENEWED_PACKAGES: RenewedPackages = runningPackages
renewedPackages.fill(RENEWED_PACKAGES)

/** Who keeps how a sold package is shown: used by packages. */
export const DOCUMENT_LISTING: DocumentListing = listingOfSubscriptions
documentListing.fill(DOCUMENT_LISTING)

/** Which articles have no price of their own: used by discounts and billing. */
export const PRICED_BY_CONTENTS: PricedByContents = packagesPricedByContents
pricedByContents.fill(PRICED_BY_CONTENTS)

/** What customers have of their own, and which carts are quick orders: used by discounts and billing. */
export const CUSTOMER_TERMS: CustomerTerms = termsOfCustomers
customerTerms.fill(CUSTOMER_TERMS)

/** What was sold that has to be delivered: used by provisioning. */
export const SOLD_SERVICES: SoldServices = servicesSold
soldServices.fill(SOLD_SERVICES)

/** Who may deliver what is sold: used by billing. */
export const DELIVERY_PROVIDERS: DeliveryProviders = activeProviders
deliveryProviders.fill(DELIVERY_PROVIDERS)

/** Of which services there may be no more: used by billing. */
export const SERVICE_STOCK: ServiceStock = stockOfServices
serviceStock.fill(SERVICE_STOCK)

/** What may be chosen of services: used by billing. */
export const SERVICE_OPTIONS: ServiceOptions = optionsOfLines
serviceOptions.fill(SERVICE_OPTIONS)

/** What kind of thing an order's lines are: used by sales. */
export const SOLD_LINES: SoldLines[] = [linesSoldInCycles, rentedLines, provisionedLines, chargesAmong(DEPENDENT_LINES)]
soldLines.fill(...SOLD_LINES)

/** Whose deliveries wait while a sale is on hold: told by sales. */
export const DELIVERY_HOLDS: DeliveryHolds = heldDeliveries
deliveryHolds.fill(DELIVERY_HOLDS)

/** Which orders are on hold: used by provisioning. */
export const SALE_HOLDS: SaleHolds = ordersOnHold
saleHolds.fill(SALE_HOLDS)

/** The invoices of an auditor's pack: used by sales. */
export const INVOICE_LEDGER: InvoiceLedger = invoiceLedgerOfBilling
invoiceLedger.fill(INVOICE_LEDGER)
/** What variants cost a customer: used by customers. */
export const PERSONAL_PRICES: PersonalPrices = pricesOfCustomer
personalPrices.fill(PERSONAL_PRICES)

/** How products are sold: used by customers. */
export const SELLING_TERMS: SellingTerms = termsOfProducts
sellingTerms.fill(SELLING_TERMS)

/** Who answers what is asked for: told by customers. */
export const PRODUCT_REQUESTS: ProductRequests = requestsOfProducts
productRequests.fill(PRODUCT_REQUESTS)

/** What is hidden of a cart: used by customers. */
export const HIDDEN_CONTENTS: HiddenContents = withoutHiddenContents
hiddenContents.fill(HIDDEN_CONTENTS)

/** What packages cost as their recipes stand: used by customers. */
export const PACKAGE_PRICES: PackagePrices = pricesOfPackages
packagePrices.fill(PACKAGE_PRICES)

/** Which VAT numbers customers have: used by billing and sales. */
export const BUYER_VAT_NUMBERS: BuyerVatNumbers = vatNumbersOfBuyers
buyerVatNumbers.fill(BUYER_VAT_NUMBERS)

/** Which customers a search finds: used by sales. */
export const FOUND_CUSTOMERS: FoundCustomers = customersFound
foundCustomers.fill(FOUND_CUSTOMERS)

/** Who records the sales of renewals: told by billing. */
export const RENEWAL_SALES: RenewalSales = recordRenewalSales
renewalSales.fill(RENEWAL_SALES)

/** What is chosen in packages: used by customers. */
export const PACKAGE_CHOICES: PackageChoices = choicesOfPackages
packageChoices.fill(PACKAGE_CHOICES)
