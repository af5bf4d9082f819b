import { defineMiddlewares } from "@medusajs/framework/http"
import { ROUTES } from "../contracts/routes"
import { billingCustomerMiddlewares } from "./admin/billing/customers/middlewares"
import { adminSaleMiddlewares } from "./admin/billing/orders/middlewares"
import { productDeletionMiddlewares } from "./admin/billing/products/middlewares"
import { discountedOrderMiddlewares } from "./admin/discounted-orders/middlewares"
import { checkBodies } from "./check-bodies"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeDiscountMiddlewares } from "./store/discounts/middlewares"
import { storeSubscriptionMiddlewares } from "./store/customers/me/subscriptions/middlewares"
import { billingPaymentMiddlewares } from "./store/payment-collections/middlewares"
import { storeCatalogueMiddlewares } from "./store/catalogue/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [
    ...storeCatalogueMiddlewares,
    ...storeCartMiddlewares,
    ...billingPaymentMiddlewares,
    ...productDeletionMiddlewares,
    ...billingCustomerMiddlewares,
    ...storeSubscriptionMiddlewares,
    ...storeDiscountMiddlewares,
    ...discountedOrderMiddlewares,
    ...adminSaleMiddlewares,
    ...checkBodies(ROUTES),
  ],
})
