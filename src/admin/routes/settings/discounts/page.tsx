import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/ui/crumb"
import { DiscountSettingsForm } from "../../../components/discounts/settings/settings-form"
import { Loaded } from "../../../components/ui/loaded"
import type { SettingsAnswer } from "../../../../contracts/discounts/settings"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"

const DiscountSettingsPage = () => {
  const query = useQuery({
    queryKey: queryKeys.discountSettings,
    queryFn: () => sdk.client.fetch<{ settings: SettingsAnswer }>("/admin/discounts/settings"),
    staleTime: 0,
    // A form starts from fresh data, never from the cache of an earlier visit.
    gcTime: 0,
  })
  return (
    <Loaded query={query} rows={8} framed>
      {({ settings }) => <DiscountSettingsForm settings={settings} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "serviceDiscounts",
  rank: 5,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.settings" /> }

export default DiscountSettingsPage
