import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { FiguresAnswer } from "../../../../contracts/billing/figures/figures"
import { addDays, type CivilDate } from "../../../../rules/calendar"
import { queryKeys } from "../../query-keys"
import { sdk } from "../../sdk"

/** The ranges that the overview offers, in days. */
export const FIGURE_DAYS = [30, 90, 365] as const
export type FigureDays = (typeof FIGURE_DAYS)[number]

export const figuresRange = (today: CivilDate, days: FigureDays) => ({ from: addDays(today, 1 - days), to: today })

/** The figures of some days up to today. */
export const useFigures = (today: CivilDate, days: FigureDays) => {
  const range = figuresRange(today, days)
  return useQuery({
    queryKey: [...queryKeys.figures, range],
    queryFn: () => sdk.client.fetch<{ figures: FiguresAnswer }>("/admin/billing/figures", { query: range }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
