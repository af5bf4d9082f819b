import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { ReminderListAnswer } from "../../../../contracts/billing/reminders"
import { useReminderColumns } from "../../../components/billing/reminders/use-reminder-columns"
import { useReminderFilters } from "../../../components/billing/reminders/use-reminder-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["status", "template"] as const

const MessagesPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<ReminderListAnswer>(queryKeys.reminders, "billing/reminders", state.query)
  const columns = useReminderColumns()
  const filters = useReminderFilters()
  const settings = <LinkButton to="/settings/billing-reminders">{t("reminders.to_settings")}</LinkButton>

  return (
    <ListTable
      title={t("reminders.title")}
      hint={t("reminders.list_hint")}
      rows={list.data?.reminders}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      searchable={false}
      actions={settings}
      empty={{
        empty: { heading: t("reminders.empty"), description: t("reminders.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.messages",
  translationNs: "serviceBilling",
  rank: 4,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.messages" /> }

export default MessagesPage
