import { useTexts } from "../../../lib/use-texts"
import type { ChargeAttemptAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useWords } from "../../../lib/billing/use-words"
import { StateBadge } from "../state-badge"

/** One attempt to collect: when, how much, how it ended and, in the provider's own words, why. */
export function AttemptLine({ attempt }: { attempt: ChargeAttemptAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  return (
    <li className="txt-small text-ui-fg-subtle flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t("renewals.attempt", { number: attempt.number })}</span>
      <span>{format.date(attempt.as_of)}</span>
      <span>{format.money(attempt.amount, attempt.currency_code)}</span>
      <StateBadge kind="charge" state={attempt.status} />
      {attempt.reason && <span className="text-ui-fg-base">{words.ofReason(attempt.reason)}</span>}
    </li>
  )
}
