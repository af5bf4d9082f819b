import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button } from "@medusajs/ui"
import type { InvoiceListAnswer } from "../../../../contracts/billing/invoices"
import { InvoiceDates, useAddressFilters } from "../../../components/billing/invoices/invoice-dates"
import { useInvoiceColumns } from "../../../components/billing/invoices/use-invoice-columns"
import { useInvoiceFilters } from "../../../components/billing/invoices/use-invoice-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { download } from "../../../lib/download"
import { queryKeys } from "../../../lib/query-keys"
import { useChange } from "../../../lib/use-change"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["payment", "kind", "currency_code"] as const

const InvoicesPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const query = { ...state.query, ...useAddressFilters() }
  const { limit: _limit, offset: _offset, ...filters } = query
  const list = useList<InvoiceListAnswer>(queryKeys.invoices, "billing/invoices", query)
  const columns = useInvoiceColumns()
  const tableFilters = useInvoiceFilters()
  const file = useChange({
    change: () => download("/admin/billing/invoices/csv", filters, `${t("accounts.list.file")}.csv`),
  })

  return (
    <div className="flex flex-col gap-y-3">
      <InvoiceDates filters={filters} />
      <ListTable
        title={t("invoices.title")}
        hint={list.data?.has_more ? t("accounts.list.many", { count: list.data.count - 1 }) : t("invoices.list_hint")}
        actions={
          <Button size="small" variant="secondary" isLoading={file.isPending} onClick={() => file.mutate(undefined)}>
            {t("accounts.list.csv")}
          </Button>
        }
        rows={list.data?.invoices}
        count={list.data?.count}
        query={list}
        columns={columns}
        filters={tableFilters}
        state={state}
        hrefOf={(invoice) => `/billing/invoices/${invoice.id}`}
        empty={{
          empty: { heading: t("invoices.empty"), description: t("invoices.empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
        emptyAction={<LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>}
      />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.invoices",
  translationNs: "serviceBilling",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.invoices" /> }

export default InvoicesPage
