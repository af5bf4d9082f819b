import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCardRefresh } from "@medusajs/icons"
import { Navigate } from "react-router-dom"
import { Crumb } from "../../components/ui/crumb"

/** The menu's entry: its pages stand below it, and the first of them is shown. */
const BillingPage = () => <Navigate to="/billing/subscriptions" replace />

export const config = defineRouteConfig({
  label: "menu.billing",
  translationNs: "serviceBilling",
  icon: CreditCardRefresh,
  rank: 10,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.billing" /> }

export default BillingPage
