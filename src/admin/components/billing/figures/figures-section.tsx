import { Button, Select, Text } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import type { FiguresAnswer } from "../../../../contracts/billing/figures/figures"
import { FIGURE_DAYS, figuresRange, useFigures, type FigureDays } from "../../../lib/billing/figures/use-figures"
import { download } from "../../../lib/download"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { FigureTiles } from "./figure-tiles"

/** The library of charts is large, and is loaded where a chart is shown. */
const FigureChart = lazy(async () => ({ default: (await import("./figure-chart.js")).FigureChart }))

/** MRR and what moves it, by currency and over time, each number with what is behind it (B60). */
export function FiguresSection({ today }: { today: string }) {
  const { t } = useTexts("billing")
  const [days, setDays] = useState<FigureDays>(30)
  const [currency, setCurrency] = useState<string | null>(null)
  const query = useFigures(today, days)
  const file = useChange({
    change: () => download("/admin/billing/figures/csv", figuresRange(today, days), `${t("figures.file")}.csv`),
  })
  const currencies = query.data?.figures.currencies.map(({ currency_code }) => currency_code) ?? []
  const shown = currencies.find((code) => code === currency) ?? currencies[0]
  const actions = (
    <>
      {currencies.length > 1 && shown && (
        <Choice
          label={t("figures.currency")}
          value={shown}
          options={currencies.map((code) => [code, code.toUpperCase()])}
          onChange={setCurrency}
        />
      )}
      <Choice
        label={t("figures.range")}
        value={String(days)}
        options={FIGURE_DAYS.map((count) => [String(count), t("figures.days", { count })])}
        onChange={(value) => setDays(FIGURE_DAYS.find((count) => String(count) === value) ?? days)}
      />
      <Button size="small" variant="secondary" isLoading={file.isPending} onClick={() => file.mutate(undefined)}>
        {t("figures.csv")}
      </Button>
    </>
  )
  return (
    <Section title={t("figures.title")} hint={t("figures.hint")} actions={actions}>
      <Loaded query={query} rows={4}>
        {({ figures }) =>
          shown ? (
            <OfCurrency figures={figures} currency={shown} />
          ) : (
            <EmptyNote title={t("figures.empty")} hint={t("figures.empty_hint")} />
          )
        }
      </Loaded>
    </Section>
  )
}

function OfCurrency({ figures, currency }: { figures: FiguresAnswer; currency: string }) {
  const { t } = useTexts("billing")
  const sums = figures.currencies.find(({ currency_code }) => currency_code === currency)
  const days = figures.days.filter(({ currency_code }) => currency_code === currency)
  return (
    <div className="divide-y">
      {sums && <FigureTiles sums={sums} range={figures} />}
      <Suspense
        fallback={
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("common.loading")}
          </Text>
        }
      >
        <FigureChart days={days} currency={currency} />
      </Suspense>
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: [value: string, label: string][]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label} className="w-auto min-w-24">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {options.map(([option, name]) => (
          <Select.Item key={option} value={option}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
