import { defineMiddlewares } from "@medusajs/framework/http"
import { ROUTES } from "../contracts/routes"
import { billingCustomerMiddlewares } from "./admin/billing/customers/middlewares"
import { adminSaleMiddlewares } from "./admin/billing/orders/middlewares"
import { returnedPaymentMiddlewares } from "./admin/billing/returned-payments/middlewares"
import { billingImportMiddlewares } from "./admin/billing/imports/middlewares"
import { crmMiddlewares } from "./admin/crm/middlewares"
import { packageMiddlewares } from "./admin/packages/middlewares"
import { percentArticleMiddlewares } from "./admin/packages/percent-middlewares"
import { orderPackageMiddlewares } from "./admin/packages/order-middlewares"
import { collectionMiddlewares } from "./admin/collections/middlewares"
import { productDeletionMiddlewares } from "./admin/products/middlewares"
import { discountedOrderMiddlewares } from "./admin/discounted-orders/middlewares"
import { checkBodies } from "./check-bodies"
import { ownPathMiddlewares } from "./own-paths"
import { pageMiddlewares } from "./pages/middlewares"
import { storeOfferRequestMiddlewares } from "./store/billing/offer-requests/middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeCrossSellMiddlewares } from "./store/carts/cross-sell-middlewares"
import { storeCartPackageMiddlewares } from "./store/carts/package-middlewares"
import { storeHiddenContentMiddlewares } from "./store/hidden-contents/middlewares"
import { storeDiscountMiddlewares } from "./store/discounts/middlewares"
import { storePackageMiddlewares } from "./store/packages/middlewares"
import { orderServiceMiddlewares } from "./admin/provisioning/order-middlewares"
import { adminSalesMiddlewares } from "./admin/sales/middlewares"
import { storeSalesMiddlewares } from "./store/customers/me/sales/middlewares"
import { storeInvoiceMiddlewares } from "./store/customers/me/invoices/middlewares"
import { storeServiceMiddlewares } from "./store/customers/me/services/middlewares"
import { storeSubscriptionMiddlewares } from "./store/customers/me/subscriptions/middlewares"
import { billingPaymentMiddlewares } from "./store/payment-collections/middlewares"
import { storeCatalogueMiddlewares } from "./store/catalogue/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [
    ...pageMiddlewares,
    ...storeHiddenContentMiddlewares,
    ...ownPathMiddlewares,
    ...storeCatalogueMiddlewares,
    ...storePackageMiddlewares,
    ...storeCartPackageMiddlewares,
    ...storeCrossSellMiddlewares,
    ...storeCartMiddlewares,
    ...billingPaymentMiddlewares,
    ...productDeletionMiddlewares,
    ...collectionMiddlewares,
    ...billingCustomerMiddlewares,
    ...billingImportMiddlewares,
    ...storeSubscriptionMiddlewares,
    ...storeServiceMiddlewares,
    ...storeInvoiceMiddlewares,
    ...storeOfferRequestMiddlewares,
    ...storeSalesMiddlewares,
    ...storeDiscountMiddlewares,
    ...percentArticleMiddlewares,
    ...discountedOrderMiddlewares,
    ...adminSaleMiddlewares,
    // What a bank took back is said before what a sale's types say.
    ...returnedPaymentMiddlewares,
    ...adminSalesMiddlewares,
    ...orderPackageMiddlewares,
    ...orderServiceMiddlewares,
    ...packageMiddlewares,
    ...crmMiddlewares,
    ...checkBodies(ROUTES),
  ],
})
