import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { ExitListAnswer } from "../../../../contracts/billing/exits/exits"
import { useExitColumns } from "../../../components/billing/exits/use-exit-columns"
import { useExitFilters } from "../../../components/billing/exits/use-exit-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["status", "kind"] as const

const ExitsPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState(FILTERS)
  const list = useList<ExitListAnswer>(queryKeys.exits, "billing/exits", state.query)
  const columns = useExitColumns()
  const filters = useExitFilters()

  return (
    <ListTable
      title={t("exits.title")}
      hint={t("exits.hint")}
      rows={list.data?.exits}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      searchable={false}
      actions={<LinkButton to="/settings/billing-exits">{t("exits.to_settings")}</LinkButton>}
      empty={{
        empty: { heading: t("exits.empty"), description: t("exits.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.exits",
  translationNs: "serviceBilling",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.exits" /> }

export default ExitsPage
