import type { DunnedAnswer } from "../../../../contracts/billing/dunning"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

type Next = Pick<DunnedAnswer, "next_try_on" | "suspend_on" | "terminate_on">

/** What is done next about a subscription that owes, and when; the first of its dates. */
export function NextStep({ row }: { row: Next }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const steps = [
    ["next_try_on", row.next_try_on],
    ["suspend_on", row.suspend_on],
    ["terminate_on", row.terminate_on],
  ] as const
  const [first] = steps.filter(([, date]) => date !== null).sort(([, a], [, b]) => (a ?? "").localeCompare(b ?? ""))
  return first?.[1] ? (
    <>{t(`dunning.steps.${first[0]}`, { date: format.date(first[1]) })}</>
  ) : (
    <>{t("dunning.no_step")}</>
  )
}
