import { lazy, Suspense, useState } from "react"
import type { SaleChartAnswer } from "../../../../contracts/sales/sales"
import { CHART_UNITS, type ChartUnit } from "../../../../rules/sales"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Choice } from "../../ui/forms/choice"
import { Loaded } from "../../ui/loaded"
import { LoadingRows } from "../../ui/loading-rows"
import { Section } from "../../ui/section"
import { saleChart } from "./sale-chart"

const SaleChart = lazy(async () => ({ default: saleChart(await import("recharts")) }))

/** Effective sales over time, of what the list is filtered by (H7). */
export function SalesOverTime({ filters }: { filters: Record<string, unknown> }) {
  const { t } = useTexts("sales")
  const [unit, setUnit] = useState<ChartUnit>("day")
  const [chosen, setChosen] = useState("")
  const query = useList<SaleChartAnswer>([...queryKeys.sales, "figures"], "sales/figures", { ...filters, unit })
  const currencies = [...new Set((query.data?.points ?? []).map(({ currency_code }) => currency_code))]
  const currency = currencies.includes(chosen) ? chosen : (currencies[0] ?? "")
  return (
    <Section
      title={t("chart.title")}
      hint={t("chart.hint")}
      actions={
        <>
          {currencies.length > 1 && (
            <Choice
              size="small"
              label={t("chart.currency")}
              value={currency}
              onChange={setChosen}
              options={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
            />
          )}
          <Choice
            size="small"
            label={t("chart.unit")}
            value={unit}
            onChange={setUnit}
            options={CHART_UNITS.map((value) => ({ value, label: t(`chart.units.${value}`) }))}
          />
        </>
      }
    >
      <Loaded query={query} rows={4}>
        {({ points, unit: shown }) =>
          points.length === 0 ? (
            <EmptyNote title={t("chart.empty")} hint={t("chart.empty_hint")} />
          ) : (
            <div className="px-4 py-4">
              <Suspense fallback={<LoadingRows rows={4} />}>
                <SaleChart
                  points={points.filter((point) => point.currency_code === currency)}
                  currency={currency}
                  unit={shown}
                  label={t("totals.net")}
                />
              </Suspense>
              <FiguresTable points={points} />
            </div>
          )
        }
      </Loaded>
    </Section>
  )
}

/** The chart in words, for who does not see it. */
function FiguresTable({ points }: { points: SaleChartAnswer["points"] }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  return (
    <table className="sr-only">
      <caption>{t("chart.title")}</caption>
      <tbody>
        {points.map(({ from, currency_code, net }) => (
          <tr key={`${currency_code}-${from}`}>
            <th scope="row">{format.date(from)}</th>
            <td>{format.money(net, currency_code)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
