import { Link } from "react-router-dom"
import type { BillingOverviewAnswer } from "../../../../contracts/billing/overview"
import { SUBSCRIPTION_STATUSES } from "../../../../rules/billing/states"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { StateBadge } from "../state-badge"
import { FiguresSection } from "../figures/figures-section"
import { LatestRun } from "./latest-run"
import { OwedInvoices } from "./owed-invoices"

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** What billing looks like today, each figure with the list behind it. */
export function BillingOverview({ overview }: { overview: BillingOverviewAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { subscriptions, open_invoices, latest_run, today } = overview
  const states = SUBSCRIPTION_STATUSES.filter((status) => (subscriptions[status] ?? 0) > 0)
  return (
    <div className="flex flex-col gap-y-3">
      <Section level="h1" title={t("menu.billing")} hint={t("clock.today", { date: format.date(today) })} />
      <FiguresSection today={today} />
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2 lg:items-start">
        <Section title={t("subscriptions.title")}>
          {states.length === 0 ? (
            <EmptyNote title={t("subscriptions.empty")} hint={t("subscriptions.empty_hint")}>
              <LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>
            </EmptyNote>
          ) : (
            <ul className="divide-y">
              {states.map((status) => (
                <CardRow
                  key={status}
                  end={
                    <Link className={LINK} to={`/billing/subscriptions?status=${status}`}>
                      {format.number(subscriptions[status] ?? 0)}
                    </Link>
                  }
                >
                  <StateBadge kind="subscription" state={status} />
                </CardRow>
              ))}
            </ul>
          )}
        </Section>
        <div className="flex flex-col gap-y-3">
          <OwedInvoices sums={open_invoices} />
          <LatestRun run={latest_run} />
        </div>
      </div>
    </div>
  )
}
