import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { FiguresAnswer } from "../../../../contracts/billing/figures/figures"
import { FIGURES, type Figure } from "../../../../rules/billing/figures/figure-kinds"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

type Sums = FiguresAnswer["currencies"][number]

interface FigureTilesProps {
  sums: Sums
  range: Pick<FiguresAnswer, "from" | "to">
}

/** Each number, as a link to the subscriptions behind it. */
export function FigureTiles({ sums, range }: FigureTilesProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const money = (amount: string) => format.money(amount, sums.currency_code)
  const valueOf: Record<Figure, string> = {
    mrr: money(sums.mrr),
    active: format.number(sums.active),
    at_risk: money(sums.at_risk),
    upcoming: money(sums.upcoming.amount),
    new: format.number(sums.new),
    churned: format.number(sums.churned),
    recovered: format.number(sums.recovered),
    failed: format.number(sums.failed),
  }
  return (
    <ul className="grid grid-cols-2 lg:grid-cols-4">
      {FIGURES.map((figure) => {
        const query = new URLSearchParams({ figure, currency_code: sums.currency_code, from: range.from, to: range.to })
        return (
          <li key={figure} className="min-w-0">
            <Link
              to={`/billing/figures?${query.toString()}`}
              className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus block h-full rounded-md px-6 py-4 outline-none"
            >
              <Text size="small" className="text-ui-fg-subtle">
                {t(`figures.names.${figure}`)}
              </Text>
              <Text size="xlarge" weight="plus" className="truncate tabular-nums">
                {valueOf[figure]}
              </Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                {t(`figures.hints.${figure}`)}
              </Text>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
