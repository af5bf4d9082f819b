import { Badge } from "@medusajs/ui"
import type { RunAnswer } from "../../../../contracts/billing/runs"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

/** A run's state, and how many charges of it did not work out. */
export function RunState({ run }: { run: Pick<RunAnswer, "status" | "declined" | "unknown"> }) {
  const { t } = useTexts("billing")
  const unpaid = run.declined + run.unknown
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <StateBadge kind="run" state={run.status} />
      {unpaid > 0 && (
        <Badge size="2xsmall" color="red" className="whitespace-nowrap">
          {t("runs.sums.failed", { count: unpaid })}
        </Badge>
      )}
    </span>
  )
}
