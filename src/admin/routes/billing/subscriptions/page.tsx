import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { MigratePriceDrawer } from "../../../components/billing/subscriptions/migrate-price-drawer"
import { useSubscriptionColumns } from "../../../components/billing/subscriptions/use-subscription-columns"
import { useSubscriptionFilters } from "../../../components/billing/subscriptions/use-subscription-filters"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import type { SubscriptionListAnswer } from "../../../../contracts/billing/subscription-answers"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"

const FILTERS = ["status"] as const

const SubscriptionsPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<SubscriptionListAnswer>(queryKeys.subscriptions, "billing/subscriptions", state.query)
  const columns = useSubscriptionColumns()
  const filters = useSubscriptionFilters()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  const [migrating, setMigrating] = useState<string[]>([])

  const close = () => {
    setMigrating([])
    setSelected({})
  }

  return (
    <>
      <ListTable
        title={t("subscriptions.title")}
        hint={t("subscriptions.hint")}
        actions={<LinkButton to="/billing/subscriptions/import">{t("move_in.action")}</LinkButton>}
        rows={list.data?.subscriptions}
        count={list.data?.count}
        query={list}
        columns={columns}
        filters={filters}
        state={state}
        selection={{
          state: selected,
          onChange: setSelected,
          commands: [
            { label: t("migrate.action"), shortcut: "m", action: (chosen) => setMigrating(Object.keys(chosen)) },
          ],
        }}
        hrefOf={(row) => `/billing/subscriptions/${row.id}`}
        empty={{
          empty: { heading: t("subscriptions.empty"), description: t("subscriptions.empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
        emptyAction={<LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>}
      />
      <MigratePriceDrawer chosen={{ ids: migrating }} open={migrating.length > 0} onClose={close} />
    </>
  )
}

export const config = defineRouteConfig({
  label: "menu.subscriptions",
  translationNs: "serviceBilling",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.subscriptions" /> }

export default SubscriptionsPage
