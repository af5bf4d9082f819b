import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ClockPanel } from "../../../components/billing/runs/clock-panel"
import { Crumb } from "../../../components/ui/crumb"
import { ListTable } from "../../../components/ui/list-table"
import { PaymentSwitchPanel } from "../../../components/billing/runs/payment-switch-panel"
import { StartRunDrawer } from "../../../components/billing/runs/start-run-drawer"
import { useRunColumns } from "../../../components/billing/runs/use-run-columns"
import { isUnderWay } from "../../../lib/billing/is-under-way"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import type { RunListAnswer } from "../../../../contracts/billing/runs"
import { useClock } from "../../../lib/store/use-clock"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"

/** How often the list asks again while a run is under way, and otherwise: another admin or the job may start one. */
const BUSY_MS = 2_000
const IDLE_MS = 15_000

const RunsPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState()
  const clock = useClock()
  const list = useList<RunListAnswer>(queryKeys.runs, "billing/runs", state.query, (data) =>
    data?.runs.some(isUnderWay) ? BUSY_MS : IDLE_MS,
  )
  const columns = useRunColumns()

  return (
    <div className="flex flex-col gap-y-3">
      {clock.data?.clock.demo && (
        <>
          <ClockPanel clock={clock.data.clock} />
          <PaymentSwitchPanel />
        </>
      )}
      <ListTable
        title={t("runs.title")}
        hint={t("runs.hint")}
        actions={<StartRunDrawer clock={clock.data?.clock} />}
        rows={list.data?.runs}
        count={list.data?.count}
        query={list}
        columns={columns}
        state={state}
        searchable={false}
        hrefOf={(row) => `/billing/runs/${row.id}`}
        empty={{ empty: { heading: t("runs.empty"), description: t("runs.empty_hint") } }}
        emptyAction={<StartRunDrawer clock={clock.data?.clock} />}
      />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.runs",
  translationNs: "serviceBilling",
  rank: 3,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.runs" /> }

export default RunsPage
