import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { InvoiceListAnswer } from "../../../../contracts/billing/invoices"
import { useInvoiceColumns } from "../../../components/billing/invoices/use-invoice-columns"
import { useInvoiceFilters } from "../../../components/billing/invoices/use-invoice-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["payment"] as const

const InvoicesPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<InvoiceListAnswer>(queryKeys.invoices, "billing/invoices", state.query)
  const columns = useInvoiceColumns()
  const filters = useInvoiceFilters()

  return (
    <ListTable
      title={t("invoices.title")}
      hint={t("invoices.list_hint")}
      rows={list.data?.invoices}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      empty={{
        empty: { heading: t("invoices.empty"), description: t("invoices.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
      emptyAction={<LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.invoices",
  translationNs: "serviceBilling",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.invoices" /> }

export default InvoicesPage
