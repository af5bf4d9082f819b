import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { OfferRequestListAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { useOfferRequestColumns } from "../../../components/billing/offer-requests/use-offer-request-columns"
import { useOfferRequestFilters } from "../../../components/billing/offer-requests/use-offer-request-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["status"] as const

const RequestsPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<OfferRequestListAnswer>(queryKeys.offerRequests, "billing/offer-requests", state.query)
  const columns = useOfferRequestColumns()
  const filters = useOfferRequestFilters()

  return (
    <ListTable
      title={t("requests.title")}
      hint={t("requests.hint")}
      rows={list.data?.requests}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      searchable={false}
      empty={{
        empty: { heading: t("requests.empty"), description: t("requests.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
      emptyAction={<LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.requests",
  translationNs: "serviceBilling",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.requests" /> }

export default RequestsPage
