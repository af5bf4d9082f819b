import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReminderSettingsForm } from "../../../components/billing/reminders/reminder-settings-form"
import { Crumb } from "../../../components/ui/crumb"
import { Loaded } from "../../../components/ui/loaded"
import { useReminderSettings } from "../../../lib/billing/reminders/use-reminders"

const ReminderSettingsPage = () => {
  const query = useReminderSettings()
  return (
    <Loaded query={query} rows={8} framed>
      {({ settings }) => <ReminderSettingsForm settings={settings} />}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.reminder_settings",
  translationNs: "serviceBilling",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.reminder_settings" /> }

export default ReminderSettingsPage
