import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import type { SaleListAnswer } from "../../../contracts/sales/sales"
import { HistoryState } from "../../components/sales/chain/history-state"
import { SaleDays } from "../../components/sales/history/sale-days"
import { SaleTotals } from "../../components/sales/history/sale-totals"
import { SalesOverTime } from "../../components/sales/history/sales-over-time"
import { useSaleColumns } from "../../components/sales/history/use-sale-columns"
import { useSaleFilters } from "../../components/sales/history/use-sale-filters"
import { Crumb } from "../../components/ui/crumb"
import { LinkButton } from "../../components/ui/link-button"
import { ListTable } from "../../components/ui/list-table"
import { Loaded } from "../../components/ui/loaded"
import { download } from "../../lib/download"
import { queryKeys } from "../../lib/query-keys"
import { useAddressFilters } from "../../lib/sales/use-address-filters"
import { useChange } from "../../lib/use-change"
import { useList } from "../../lib/use-list"
import { useTableState } from "../../lib/use-table-state"
import { useTexts } from "../../lib/use-texts"

const FILTERS = ["status", "payment_status", "type"] as const

const SalesPage = () => {
  const { t } = useTexts("sales")
  const state = useTableState(FILTERS)
  const query = { ...state.query, ...useAddressFilters().filters }
  const { limit: _limit, offset: _offset, ...filters } = query
  const list = useList<SaleListAnswer>(queryKeys.sales, "sales", query)
  const columns = useSaleColumns()
  const tableFilters = useSaleFilters()
  const file = useChange({ change: () => download("/admin/sales/csv", filters, `${t("file")}.csv`) })
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <SaleDays />
        <Loaded query={list} rows={1}>
          {({ totals, is_search_cut: isCut }) => <SaleTotals totals={totals} isCut={isCut} />}
        </Loaded>
      </Container>
      <ListTable
        title={t("title")}
        hint={t("hint")}
        actions={
          <Button size="small" variant="secondary" isLoading={file.isPending} onClick={() => file.mutate(undefined)}>
            <ArrowDownTray />
            {t("csv")}
          </Button>
        }
        rows={list.data?.sales}
        count={list.data?.count}
        query={list}
        columns={columns}
        filters={tableFilters}
        state={state}
        hrefOf={(sale) => `/sales/${sale.id}`}
        empty={{
          empty: { heading: t("empty"), description: t("empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
        emptyAction={<LinkButton to="/orders">{t("to_orders")}</LinkButton>}
      />
      <SalesOverTime filters={filters} />
      <HistoryState />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.sales",
  nested: "/orders",
  translationNs: "serviceSales",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="sales" name="menu.sales" /> }

export default SalesPage
