import type { RouteContract } from "../route"
import { changeRoutes } from "./routes/change-routes"
import { documentRoutes } from "./routes/document-routes"
import { demoRoutes } from "./routes/demo-routes"
import { dunningRoutes } from "./routes/dunning-routes"
import { exitRoutes } from "./routes/exit-routes"
import { figureRoutes } from "./routes/figure-routes"
import { importRoutes } from "./routes/import-routes"
import { invoiceRoutes } from "./routes/invoice-routes"
import { offerRequestRoutes } from "./routes/offer-request-routes"
import { offerRoutes } from "./routes/offer-routes"
import { paymentPageRoutes } from "./routes/payment-page-routes"
import { priceChangeRoutes } from "./routes/price-change-routes"
import { reminderRoutes } from "./routes/reminder-routes"
import { runRoutes } from "./routes/run-routes"
import { subscriptionRoutes } from "./routes/subscription-routes"

/** All routes of the room, by topic. */
export const billingRoutes: readonly RouteContract[] = [
  ...offerRoutes,
  ...offerRequestRoutes,
  ...subscriptionRoutes,
  ...changeRoutes,
  ...priceChangeRoutes,
  ...runRoutes,
  ...invoiceRoutes,
  ...dunningRoutes,
  ...reminderRoutes,
  ...exitRoutes,
  ...figureRoutes,
  ...importRoutes,
  ...paymentPageRoutes,
  ...documentRoutes,
  ...demoRoutes,
]
