import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { Navigate } from "react-router-dom"
import { Crumb } from "../../components/ui/crumb"

/** The menu's entry: its pages stand below it, and the first of them is shown. */
const DiscountsPage = () => <Navigate to="/discounts/articles" replace />

export const config = defineRouteConfig({
  label: "menu.room",
  translationNs: "serviceDiscounts",
  icon: Cash,
  rank: 11,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.room" /> }

export default DiscountsPage
