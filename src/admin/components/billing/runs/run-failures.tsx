import { Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { RunDetailAnswer, RunFailureAnswer } from "../../../../contracts/billing/runs"
import { useWords } from "../../../lib/billing/use-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"
import { StateBadge } from "../state-badge"

/** Who did not pay in a run, and why; each leads to its subscription, where the next thing is done. */
export function RunFailures({ run }: { run: RunDetailAnswer }) {
  const { t } = useTexts("billing")
  const failures = run.failures
  const count = run.failure_count
  if (count === 0) {
    return null
  }
  return (
    <Section
      title={t("runs.failures", { count })}
      hint={count > failures.length ? t("runs.failures_first", { count: failures.length }) : t("runs.failures_hint")}
      actions={<LinkButton to="/billing/subscriptions?status=past_due">{t("runs.see_past_due")}</LinkButton>}
    >
      <SimpleTable heads={[t("subscriptions.one"), t("order.reason"), t("fields.total"), t("fields.customer"), ""]}>
        {failures.map((failure) => (
          <FailureRow key={failure.renewal_id} failure={failure} />
        ))}
      </SimpleTable>
    </Section>
  )
}

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

function FailureRow({ failure }: { failure: RunFailureAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  const reason = failure.charge_reason ?? failure.reason
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <Link className={LINK} to={`/billing/subscriptions/${failure.subscription_id}`}>
          #{failure.display_id}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {failure.charge_status && <StateBadge kind="charge" state={failure.charge_status} />}
          {reason && words.ofReason(reason)}
        </span>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap tabular-nums">
        {failure.total === null ? "–" : format.money(failure.total, failure.currency_code)}
      </Table.Cell>
      <Table.Cell>{failure.email ?? "–"}</Table.Cell>
      <Table.Cell className="text-right">
        {failure.order_id && (
          <Link className={LINK} to={`/orders/${failure.order_id}`}>
            {t("fields.order")}
          </Link>
        )}
      </Table.Cell>
    </Table.Row>
  )
}
