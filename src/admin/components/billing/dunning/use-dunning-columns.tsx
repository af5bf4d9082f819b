import { createDataTableColumnHelper, createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { DunnedAnswer } from "../../../../contracts/billing/dunning"
import { DUNNING_STAGES } from "../../../../rules/billing/dunning/dunning-settings"
import { useWords } from "../../../lib/billing/use-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { NextStep } from "./next-step"

const helper = createDataTableColumnHelper<DunnedAnswer>()
const filters = createDataTableFilterHelper<DunnedAnswer>()
const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The columns of the dunning board. */
export function useDunningColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  return useMemo(
    () => [
      helper.display({
        id: "subscription",
        header: t("subscriptions.one"),
        cell: ({ row: { original } }) => (
          <Link className={LINK} to={`/billing/subscriptions/${original.id}`}>
            #{original.display_id} {original.title}
          </Link>
        ),
      }),
      helper.display({
        id: "customer",
        header: t("fields.customer"),
        cell: ({ row: { original } }) => original.customer_name ?? original.email ?? "–",
      }),
      helper.accessor("stage", {
        header: t("dunning.stage"),
        cell: ({ getValue }) => t(`dunning.stages.${getValue()}`),
      }),
      helper.accessor("owed_total", {
        header: t("dunning.owed"),
        align: "right",
        cell: ({ row: { original } }) => format.money(original.owed_total, original.currency_code),
      }),
      helper.accessor("overdue_since", {
        header: t("dunning.since"),
        cell: ({ getValue }) => format.date(getValue()),
      }),
      helper.display({
        id: "why",
        header: t("dunning.why"),
        cell: ({ row: { original } }) => (original.reason ? words.ofReason(original.reason) : "–"),
      }),
      helper.display({
        id: "next",
        header: t("dunning.next"),
        cell: ({ row }) => <NextStep row={row.original} />,
      }),
    ],
    [t, format],
  )
}

export function useDunningFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      filters.accessor("stage", {
        type: "radio",
        label: t("dunning.stage"),
        options: DUNNING_STAGES.map((stage) => ({ value: stage, label: t(`dunning.stages.${stage}`) })),
      }),
    ],
    [t],
  )
}
