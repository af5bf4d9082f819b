import { useParams, type UIMatch } from "react-router-dom"
import { RunCrumb } from "../../../../components/billing/runs/run-crumb"
import { RunFailures } from "../../../../components/billing/runs/run-failures"
import { RunProgress } from "../../../../components/billing/runs/run-progress"
import { RunShares } from "../../../../components/billing/runs/run-shares"
import { Loaded } from "../../../../components/ui/loaded"
import { useRun } from "../../../../lib/billing/runs/use-run"

const RunPage = () => {
  const { id = "" } = useParams()
  const query = useRun(id)

  return (
    <Loaded query={query} rows={6} framed>
      {({ run }) => (
        <div className="flex flex-col gap-y-3">
          <RunProgress run={run} />
          <RunFailures run={run} />
          <RunShares run={run} />
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <RunCrumb id={params.id ?? ""} /> }

export default RunPage
