import { defineMiddlewares } from "@medusajs/framework/http"
import { billingClockMiddlewares } from "./admin/billing/clock/middlewares"
import { billingDemoPaymentMiddlewares } from "./admin/billing/demo-payments/middlewares"
import { billingOfferMiddlewares } from "./admin/billing/offers/middlewares"
import { billingCustomerMiddlewares } from "./admin/billing/customers/middlewares"
import { adminSaleMiddlewares } from "./admin/billing/orders/middlewares"
import { billingRunMiddlewares } from "./admin/billing/runs/middlewares"
import { billingSubscriptionMiddlewares } from "./admin/billing/subscriptions/middlewares"
import { discountMiddlewares } from "./admin/discounts/middlewares"
import { packageMiddlewares } from "./admin/packages/middlewares"
import { productDeletionMiddlewares } from "./admin/products/middlewares"
import { discountedOrderMiddlewares } from "./admin/discounted-orders/middlewares"
import { orderPackageMiddlewares } from "./admin/packages/order-middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeCartPackageMiddlewares } from "./store/carts/package-middlewares"
import { storeHiddenContentMiddlewares } from "./store/hidden-contents/middlewares"
import { storeDiscountMiddlewares } from "./store/discounts/middlewares"
import { storePackageMiddlewares } from "./store/packages/middlewares"
import { storeSubscriptionMiddlewares } from "./store/customers/me/subscriptions/middlewares"
import { billingPaymentMiddlewares } from "./store/payment-collections/middlewares"
import { storeCatalogueMiddlewares } from "./store/catalogue/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [
    ...storeHiddenContentMiddlewares,
    ...storeCatalogueMiddlewares,
    ...storePackageMiddlewares,
    ...storeCartPackageMiddlewares,
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
    ...orderPackageMiddlewares,
    ...discountMiddlewares,
    ...packageMiddlewares,
  ],
})
