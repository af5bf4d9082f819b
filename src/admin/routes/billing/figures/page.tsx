import { useSearchParams } from "react-router-dom"
import type { BehindFigureAnswer } from "../../../../contracts/billing/figures/figures"
import { FIGURES } from "../../../../rules/billing/figures/figure-kinds"
import { useBehindColumns } from "../../../components/billing/figures/use-behind-columns"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { ListTable } from "../../../components/ui/list-table"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"
import { useTexts } from "../../../lib/use-texts"

/** Which figure, currency and days: in the address, so that it can be linked to. */
function useQuestion() {
  const [params] = useSearchParams()
  const figure = FIGURES.find((one) => one === params.get("figure")) ?? "mrr"
  const days = { from: params.get("from"), to: params.get("to") }
  return {
    figure,
    currency_code: params.get("currency_code") ?? "eur",
    ...(days.from && { from: days.from }),
    ...(days.to && { to: days.to }),
  }
}

/** The subscriptions behind a number of the overview (B60). */
const FiguresPage = () => {
  const { t } = useTexts("billing")
  const format = useFormat()
  const question = useQuestion()
  const state = useTableState()
  const list = useList<BehindFigureAnswer>(queryKeys.figures, "billing/figures/behind", { ...question, ...state.query })
  const hasAmounts = question.figure !== "recovered" && question.figure !== "failed"
  const columns = useBehindColumns(question.currency_code, hasAmounts)
  const hint = t(`figures.hints.${question.figure}`)

  return (
    <ListTable
      title={t(`figures.names.${question.figure}`)}
      hint={list.data && hasAmounts ? `${hint} · ${format.money(list.data.total, question.currency_code)}` : hint}
      rows={list.data?.rows}
      count={list.data?.count}
      query={list}
      columns={columns}
      state={state}
      searchable={false}
      hrefOf={(row) => `/billing/subscriptions/${row.subscription_id}`}
      actions={<LinkButton to="/billing">{t("figures.back")}</LinkButton>}
      empty={{
        empty: { heading: t("figures.none"), description: t("figures.none_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
    />
  )
}

export const handle = { breadcrumb: () => <Crumb room="billing" name="figures.title" /> }

export default FiguresPage
