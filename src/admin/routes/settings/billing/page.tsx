import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import type { BillingSettingsAnswer } from "../../../../contracts/billing/settings"
import { BillingSettingsForm } from "../../../components/billing/dunning/settings-form"
import { Crumb } from "../../../components/ui/crumb"
import { Loaded } from "../../../components/ui/loaded"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"

const BillingSettingsPage = () => {
  const query = useQuery({
    queryKey: queryKeys.billingSettings,
    queryFn: () => sdk.client.fetch<{ settings: BillingSettingsAnswer }>("/admin/billing/settings"),
    staleTime: 0,
    // A form starts from fresh data, never from the cache of an earlier visit.
    gcTime: 0,
  })
  return (
    <Loaded query={query} rows={8} framed>
      {({ settings }) => <BillingSettingsForm settings={settings} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "serviceBilling",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.settings" /> }

export default BillingSettingsPage
