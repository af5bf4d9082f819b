import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/ui/crumb"
import { Loaded } from "../../../../components/ui/loaded"
import { RunProgress } from "../../../../components/billing/runs/run-progress"
import { RunShares } from "../../../../components/billing/runs/run-shares"
import { isUnderWay } from "../../../../lib/billing/is-under-way"
import { queryKeys } from "../../../../lib/query-keys"
import { sdk } from "../../../../lib/sdk"
import type { RunAnswer } from "../../../../../contracts/billing/runs"

const BUSY_MS = 1_000

const RunPage = () => {
  const { id = "" } = useParams()
  const query = useQuery({
    queryKey: [...queryKeys.runs, "detail", id],
    queryFn: () => sdk.client.fetch<{ run: RunAnswer }>(`/admin/billing/runs/${encodeURIComponent(id)}`),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.run) ? BUSY_MS : false),
  })

  return (
    <Loaded query={query} rows={6} framed>
      {({ run }) => (
        <div className="flex flex-col gap-y-3">
          <RunProgress run={run} />
          <RunShares run={run} />
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb room="billing" name="runs.one" /> }

export default RunPage
