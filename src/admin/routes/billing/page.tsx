import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCardRefresh } from "@medusajs/icons"
import { useQuery } from "@tanstack/react-query"
import { BillingOverview } from "../../components/billing/overview/billing-overview"
import { Crumb } from "../../components/ui/crumb"
import { Loaded } from "../../components/ui/loaded"
import type { BillingOverviewAnswer } from "../../../contracts/billing/overview"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** The room's overview; its lists stand below it in the menu. */
const BillingPage = () => {
  const query = useQuery({
    queryKey: [...queryKeys.subscriptions, "overview"],
    queryFn: () => sdk.client.fetch<{ overview: BillingOverviewAnswer }>("/admin/billing/overview"),
    staleTime: 0,
  })
  return (
    <Loaded query={query} rows={8} framed>
      {({ overview }) => <BillingOverview overview={overview} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.billing",
  translationNs: "serviceBilling",
  icon: CreditCardRefresh,
  rank: 10,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.billing" /> }

export default BillingPage
