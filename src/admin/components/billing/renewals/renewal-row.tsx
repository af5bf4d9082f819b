import { Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import type { RenewalAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useWords } from "../../../lib/billing/use-words"
import { AttemptLine } from "./attempt-line"
import { StateBadge } from "../state-badge"

/** A renewal and, below it, the attempts to collect it. */
export function RenewalRow({ renewal }: { renewal: RenewalAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  const { attempts } = renewal
  const movedDue = renewal.dunning_from === renewal.due_on ? null : renewal.dunning_from
  const isShownByAttempt = attempts.some((attempt) => attempt.reason === renewal.reason)
  const reason = isShownByAttempt ? null : renewal.reason
  return (
    <>
      <Table.Row>
        <Table.Cell>{format.number(renewal.cycle)}</Table.Cell>
        <Table.Cell className="whitespace-nowrap">
          {format.date(renewal.due_on)}
          {movedDue && (
            <span className="txt-compact-xsmall text-ui-fg-subtle block">
              {t("renewals.moved_due", { date: format.date(movedDue) })}
            </span>
          )}
        </Table.Cell>
        <Table.Cell>
          <StateBadge kind="renewal" state={renewal.status} />
        </Table.Cell>
        <Table.Cell className="whitespace-nowrap">
          {renewal.total === null ? "–" : format.money(renewal.total, renewal.currency_code)}
        </Table.Cell>
        <Table.Cell className="whitespace-nowrap">{format.period(renewal.period_start, renewal.period_end)}</Table.Cell>
        <Table.Cell className="text-right">
          {renewal.order_id && (
            <Link
              to={`/orders/${renewal.order_id}`}
              className="text-ui-fg-interactive focus-visible:shadow-borders-focus whitespace-nowrap rounded-sm"
            >
              {t("renewals.order")}
            </Link>
          )}
        </Table.Cell>
      </Table.Row>
      {(attempts.length > 0 || reason) && (
        <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle">
          <td colSpan={6} className="px-6 py-2">
            {reason && (
              <p className="txt-small text-ui-fg-subtle">{t("renewals.reason", { reason: words.ofReason(reason) })}</p>
            )}
            <ul className="flex flex-col gap-y-1">
              {attempts.map((attempt) => (
                <AttemptLine key={attempt.id} attempt={attempt} />
              ))}
            </ul>
          </td>
        </Table.Row>
      )}
    </>
  )
}
