import { defineRouteConfig } from "@medusajs/admin-sdk"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { QueueAnswer, QueuedCallAnswer } from "../../../../contracts/provisioning/services"
import { CURRENT_CALL_STATUSES } from "../../../../rules/provisioning/states"
import { useQueueColumns } from "../../../components/provisioning/delivery/use-queue-columns"
import { Crumb } from "../../../components/ui/crumb"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

const FILTERS = ["status"] as const
const helper = createDataTableFilterHelper<QueuedCallAnswer>()
/** What is under way changes by itself. */
const AGAIN = 10_000

const QueuePage = () => {
  const { t } = useTexts("provisioning")
  const state = useTableState(FILTERS)
  const list = useList<QueueAnswer>(queryKeys.services, "provisioning/queue", state.query, () => AGAIN)
  const columns = useQueueColumns()
  const filters = useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: CURRENT_CALL_STATUSES.map((status) => ({ value: status, label: t(`call_statuses.${status}`) })),
      }),
    ],
    [t],
  )
  return (
    <ListTable
      title={t("queue.title")}
      hint={t("queue.hint")}
      rows={list.data?.calls}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      searchable={false}
      hrefOf={(row) => `/services/${row.service_id}`}
      empty={{
        empty: { heading: t("queue.empty"), description: t("queue.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.queue",
  translationNs: "serviceProvisioning",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="provisioning" name="menu.queue" /> }

export default QueuePage
