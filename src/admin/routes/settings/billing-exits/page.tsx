import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import type { ExitSettingsAnswer } from "../../../../contracts/billing/exits/exits"
import { ExitSettingsForm } from "../../../components/billing/exits/exit-settings-form"
import { Crumb } from "../../../components/ui/crumb"
import { Loaded } from "../../../components/ui/loaded"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"

const ExitSettingsPage = () => {
  const query = useQuery({
    queryKey: [...queryKeys.exits, "settings"],
    queryFn: () => sdk.client.fetch<{ settings: ExitSettingsAnswer }>("/admin/billing/exits/settings"),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Loaded query={query} rows={8} framed>
      {({ settings }) => <ExitSettingsForm settings={settings} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.exit_settings",
  translationNs: "serviceBilling",
  rank: 8,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.exit_settings" /> }

export default ExitSettingsPage
