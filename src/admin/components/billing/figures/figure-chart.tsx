import { Tabs } from "@medusajs/ui"
import { useState } from "react"
import { Area, AreaChart, Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import type { DailyFigureAnswer } from "../../../../contracts/billing/figures/figures"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** What is drawn together. Names of series are those of the figures. */
const CHARTS = {
  mrr: ["mrr", "at_risk"],
  active: ["active"],
  moved: ["new", "churned"],
  charges: ["failed", "recovered"],
} as const
type Chart = keyof typeof CHARTS

const COLORS: Record<string, string> = {
  mrr: "#2563eb",
  active: "#2563eb",
  at_risk: "#d97706",
  new: "#16a34a",
  churned: "#dc2626",
  failed: "#dc2626",
  recovered: "#16a34a",
}
const HEIGHT = 260

/** The figures over time. Stocks are lines, what happened on a day is bars. */
export function FigureChart({ days, currency }: { days: DailyFigureAnswer[]; currency: string }) {
  const { t } = useTexts("billing")
  const [chart, setChart] = useState<Chart>("mrr")
  const charts = Object.keys(CHARTS) as Chart[]
  return (
    <Tabs value={chart} onValueChange={(value) => setChart(charts.find((one) => one === value) ?? "mrr")}>
      <Tabs.List className="flex-wrap px-6 pt-4">
        {charts.map((one) => (
          <Tabs.Trigger key={one} value={one}>
            {t(`figures.charts.${one}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {charts.map((one) => (
        <Tabs.Content key={one} value={one} className="px-2 py-4 sm:px-6">
          {one === chart && <Drawn chart={one} days={days} currency={currency} />}
        </Tabs.Content>
      ))}
    </Tabs>
  )
}

function Drawn({ chart, days, currency }: { chart: Chart; days: DailyFigureAnswer[]; currency: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const isMoney = chart === "mrr"
  const short = new Intl.DateTimeFormat(format.locale, { day: "numeric", month: "short", timeZone: "UTC" })
  const data = days.map((day) => ({ ...day, mrr: Number(day.mrr), at_risk: Number(day.at_risk) }))
  const write = (value: unknown) =>
    isMoney ? format.money(String(Number(value)), currency) : format.number(Number(value))
  const axes = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--border-base)" />,
    <XAxis
      key="x"
      dataKey="on_date"
      tickFormatter={(day: string) => short.format(new Date(`${day}T00:00:00Z`))}
      minTickGap={32}
      tickLine={false}
      axisLine={false}
      tick={{ fontSize: 12, fill: "var(--fg-subtle)" }}
    />,
    <YAxis
      key="y"
      allowDecimals={isMoney}
      tickFormatter={(value: number) => new Intl.NumberFormat(format.locale, { notation: "compact" }).format(value)}
      width={48}
      tickLine={false}
      axisLine={false}
      tick={{ fontSize: 12, fill: "var(--fg-subtle)" }}
    />,
    <Tooltip
      key="tip"
      labelFormatter={(day) => (typeof day === "string" ? format.date(day) : "")}
      formatter={(value, name) => [write(value), t(`figures.names.${String(name)}`)]}
      contentStyle={{ background: "var(--bg-base)", border: "1px solid var(--border-base)", borderRadius: 8 }}
      labelStyle={{ color: "var(--fg-base)" }}
    />,
  ]
  return (
    <div role="img" aria-label={t("figures.chart_of", { name: t(`figures.charts.${chart}`) })}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        {chart === "mrr" || chart === "active" ? (
          <AreaChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
            {axes}
            {CHARTS[chart].map((name) => (
              <Area
                key={name}
                dataKey={name}
                type="stepAfter"
                stroke={COLORS[name]}
                fill={COLORS[name]}
                fillOpacity={0.12}
                strokeWidth={2}
                isAnimationActive={false}
              />
            ))}
          </AreaChart>
        ) : (
          <BarChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
            {axes}
            {CHARTS[chart].map((name) => (
              <Bar key={name} dataKey={name} fill={COLORS[name]} maxBarSize={24} isAnimationActive={false} />
            ))}
          </BarChart>
        )}
      </ResponsiveContainer>
      <ul className="txt-xsmall text-ui-fg-subtle flex flex-wrap gap-x-4 px-4 pt-2" aria-hidden>
        {CHARTS[chart].map((name) => (
          <li key={name} className="flex items-center gap-x-1.5">
            <span className="inline-block h-2 w-2 rounded-full" style={{ background: COLORS[name] }} />
            {t(`figures.names.${name}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
