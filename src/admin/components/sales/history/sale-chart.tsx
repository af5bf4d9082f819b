import type * as Recharts from "recharts"
import type { ComponentType } from "react"
import type { SaleChartAnswer } from "../../../../contracts/sales/sales"
import { drawnPoints } from "../../../lib/sales/drawn-points"
import { useFormat } from "../../../lib/use-format"

export interface SaleChartProps {
  points: SaleChartAnswer["points"]
  currency: string
  unit: SaleChartAnswer["unit"]
  label: string
}

const HEIGHT = 240

/**
 * Effective sales over time in one currency, drawn by a library that is loaded when it is wanted. What it says stands in a
 * table beside it, too.
 */
export function saleChart(recharts: typeof Recharts): ComponentType<SaleChartProps> {
  const { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } = recharts
  return function SaleChart({ points, currency, unit, label }) {
    const format = useFormat()
    const short = new Intl.NumberFormat(format.locale, { notation: "compact" })
    const day = new Intl.DateTimeFormat(format.locale, {
      timeZone: "UTC",
      ...(unit === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" }),
    })
    const written = (from: string) => day.format(new Date(`${from}T00:00:00Z`))
    const named = (from: string) => (unit === "month" ? written(from) : format.date(from))
    return (
      <div aria-hidden className="w-full" style={{ height: HEIGHT }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={drawnPoints(points, unit)} margin={{ left: 0, right: 8, top: 8 }}>
            <CartesianGrid vertical={false} stroke="var(--border-base)" />
            <XAxis
              dataKey="from"
              tickFormatter={written}
              tick={{ fontSize: 11, fill: "var(--fg-subtle)" }}
              tickLine={false}
              axisLine={false}
              minTickGap={16}
            />
            <YAxis
              width={48}
              tickFormatter={(value: number) => short.format(value)}
              tick={{ fontSize: 11, fill: "var(--fg-subtle)" }}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              cursor={{ fill: "var(--bg-base-hover)" }}
              formatter={(value) => [format.money(String(value), currency), label]}
              labelFormatter={(from) => (typeof from === "string" ? named(from) : "")}
              contentStyle={{
                background: "var(--bg-base)",
                border: "1px solid var(--border-base)",
                borderRadius: 8,
                fontSize: 12,
              }}
            />
            <Bar
              dataKey="net"
              fill="var(--tag-blue-icon)"
              radius={[3, 3, 0, 0]}
              maxBarSize={48}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    )
  }
}
