import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { PriceChangeListAnswer } from "../../../../contracts/billing/price-changes"
import { usePriceChangeColumns } from "../../../components/billing/price-changes/use-price-change-columns"
import { usePriceChangeFilters } from "../../../components/billing/price-changes/use-price-change-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["status"] as const

const PriceChangesPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<PriceChangeListAnswer>(queryKeys.priceChanges, "billing/price-changes", state.query)
  const columns = usePriceChangeColumns()
  const filters = usePriceChangeFilters()

  return (
    <ListTable
      title={t("price_changes.title")}
      hint={t("price_changes.hint")}
      rows={list.data?.price_changes}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      searchable={false}
      hrefOf={(row) => `/billing/subscriptions/${row.subscription_id}`}
      empty={{
        empty: { heading: t("price_changes.empty"), description: t("price_changes.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
      emptyAction={<LinkButton to="/billing/subscriptions">{t("price_changes.to_subscriptions")}</LinkButton>}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.price_changes",
  translationNs: "serviceBilling",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.price_changes" /> }

export default PriceChangesPage
