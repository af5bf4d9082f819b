import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowDownTray } from "@medusajs/icons"
import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import type { ReportAnswer } from "../../../../contracts/discounts/report"
import { Choice } from "../../../components/ui/forms/choice"
import { Crumb } from "../../../components/ui/crumb"
import { ReportTable } from "../../../components/discounts/report/report-table"
import { EmptyNote } from "../../../components/ui/empty-note"
import { DateInput } from "../../../components/ui/forms/date-input"
import { Field } from "../../../components/ui/forms/field"
import { LinkButton } from "../../../components/ui/link-button"
import { Loaded } from "../../../components/ui/loaded"
import { Section } from "../../../components/ui/section"
import { download } from "../../../lib/download"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { useChange } from "../../../lib/use-change"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useList } from "../../../lib/use-list"

const MOST = 200
const ALL = "all"

const DiscountReportPage = () => {
  const { t } = useTexts("discounts")
  const currencies = useCurrencies()
  const [from, setFrom] = useState("")
  const [to, setTo] = useState("")
  const [currency, setCurrency] = useState(ALL)
  const [q, setQ] = useState("")
  const filters = {
    ...(from && { from }),
    ...(to && { to }),
    ...(currency !== ALL && { currency_code: currency }),
    ...(q.trim() && { q: q.trim() }),
  }
  const report = useList<ReportAnswer>(queryKeys.discountReport, "discounts/report", {
    limit: MOST,
    ...filters,
  })
  const keep = useChange({
    change: () => download("/admin/discounts/report/csv", filters, `${t("report.file")}.csv`),
  })
  const options = [ALL, ...(currencies.data ?? [])].map((value) => ({
    value,
    label: value === ALL ? t("report.all_currencies") : value.toUpperCase(),
  }))

  return (
    <Section
      level="h1"
      title={t("report.title")}
      hint={t("report.hint")}
      actions={
        <Button size="small" variant="secondary" isLoading={keep.isPending} onClick={() => keep.mutate(undefined)}>
          <ArrowDownTray />
          {t("report.csv")}
        </Button>
      }
    >
      <div className="grid grid-cols-2 gap-3 px-6 py-4 md:grid-cols-4">
        <Field label={t("report.from")}>
          <DateInput label={t("report.from")} value={from} max={to} onChange={setFrom} />
        </Field>
        <Field label={t("report.to")}>
          <DateInput label={t("report.to")} value={to} min={from} onChange={setTo} />
        </Field>
        <Field label={t("fields.currency")} htmlFor="report-currency">
          <Choice
            id="report-currency"
            size="small"
            label={t("fields.currency")}
            value={currency}
            onChange={setCurrency}
            options={options}
          />
        </Field>
        <Field label={t("table.search")} htmlFor="report-search">
          <Input
            id="report-search"
            type="search"
            size="small"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </Field>
      </div>
      <Loaded query={report} rows={5}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyNote title={t("report.empty")} hint={t("report.empty_hint")}>
              <LinkButton to="/discounts/articles">{t("menu.articles")}</LinkButton>
            </EmptyNote>
          ) : (
            [...new Set(rows.map((row) => row.currency_code))].map((code) => (
              <ReportTable key={code} currency={code} rows={rows.filter((row) => row.currency_code === code)} />
            ))
          )
        }
      </Loaded>
    </Section>
  )
}

export const config = defineRouteConfig({
  label: "menu.report",
  nested: "/promotions",
  translationNs: "serviceDiscounts",
  rank: 4,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.report" /> }

export default DiscountReportPage
