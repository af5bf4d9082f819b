import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { DunningBoardAnswer } from "../../../../contracts/billing/dunning"
import { StageSums } from "../../../components/billing/dunning/stage-sums"
import { useDunningColumns, useDunningFilters } from "../../../components/billing/dunning/use-dunning-columns"
import { Crumb } from "../../../components/ui/crumb"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["stage"] as const

const DunningPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS, FILTERS)
  const list = useList<DunningBoardAnswer>(queryKeys.dunning, "billing/dunning", state.query)
  return (
    <div className="flex flex-col gap-y-3">
      <StageSums stages={list.data?.stages ?? []} />
      <ListTable
        title={t("dunning.list")}
        hint={t("dunning.list_hint")}
        rows={list.data?.subscriptions}
        count={list.data?.count}
        query={list}
        columns={useDunningColumns()}
        filters={useDunningFilters()}
        state={state}
        searchable={false}
        empty={{
          empty: { heading: t("dunning.empty"), description: t("dunning.empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
      />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.dunning",
  translationNs: "serviceBilling",
  rank: 3,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.dunning" /> }

export default DunningPage
