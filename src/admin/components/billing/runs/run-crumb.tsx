import { useRun } from "../../../lib/billing/runs/use-run"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** A billing run in the breadcrumbs, by the date up to which it bills. */
export function RunCrumb({ id }: { id: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { data } = useRun(id)
  return <>{data ? format.date(data.run.as_of) : t("runs.one")}</>
}
