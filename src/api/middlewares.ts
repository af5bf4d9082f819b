import { defineMiddlewares } from "@medusajs/framework/http"
import { billingClockMiddlewares } from "./admin/billing/clock/middlewares"
import { billingDemoPaymentMiddlewares } from "./admin/billing/demo-payments/middlewares"
import { billingOfferMiddlewares } from "./admin/billing/offers/middlewares"
import { billingCustomerMiddlewares } from "./admin/billing/customers/middlewares"
import { adminSaleMiddlewares } from "./admin/billing/orders/middlewares"
import { productDeletionMiddlewares } from "./admin/billing/products/middlewares"
import { billingRunMiddlewares } from "./admin/billing/runs/middlewares"
import { billingSubscriptionMiddlewares } from "./admin/billing/subscriptions/middlewares"
import { discountMiddlewares } from "./admin/discounts/middlewares"
import { discountedOrderMiddlewares } from "./admin/discounted-orders/middlewares"
import { ownPathMiddlewares } from "./own-paths"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeDiscountMiddlewares } from "./store/discounts/middlewares"
import { storeSubscriptionMiddlewares } from "./store/customers/me/subscriptions/middlewares"
import { billingPaymentMiddlewares } from "./store/payment-collections/middlewares"
import { storeCatalogueMiddlewares } from "./store/catalogue/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [
    ...ownPathMiddlewares,
    ...storeCatalogueMiddlewares,
    ...storeCartMiddlewares,
    ...billingPaymentMiddlewares,
    ...billingDemoPaymentMiddlewares,
    ...billingOfferMiddlewares,
    ...productDeletionMiddlewares,
    ...billingCustomerMiddlewares,
    ...billingClockMiddlewares,
    ...billingRunMiddlewares,
    ...billingSubscriptionMiddlewares,
    ...storeSubscriptionMiddlewares,
    ...storeDiscountMiddlewares,
    ...discountedOrderMiddlewares,
    ...adminSaleMiddlewares,
    ...discountMiddlewares,
  ],
})
