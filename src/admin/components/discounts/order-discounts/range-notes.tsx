import { ExclamationCircle } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { Decimal } from "../../../../rules/money"
import type { Stretch } from "../../../lib/discounts/range-picture"
import { useTexts } from "../../../lib/use-texts"

interface RangeNotesProps {
  stretches: Stretch[]
  bound: (value: Decimal) => string
  /** Whether an overlap is settled by the order of the list; otherwise it is refused. */
  firstCounts?: boolean
}

/** The gaps and the overlaps in words, with the values that fall in them (D2). */
export function RangeNotes({ stretches, bound, firstCounts }: RangeNotesProps) {
  const { t } = useTexts("discounts")
  const notes = stretches.flatMap(({ from, to, kind }) => {
    if (kind !== "gap" && kind !== "overlap") {
      return []
    }
    const values = { from: bound(from), to: to === null ? "…" : bound(to) }
    if (kind === "gap") {
      return [{ text: t("picture.gap_note", values), isWrong: false }]
    }
    return firstCounts
      ? [{ text: t("picture.first_note", values), isWrong: false }]
      : [{ text: t("picture.overlap_note", values), isWrong: true }]
  })
  return (
    <ul aria-live="polite" className="flex flex-col gap-y-1">
      {notes.map(({ text, isWrong }) => (
        <li
          key={text}
          className={clx("txt-small flex items-start gap-x-2", isWrong ? "text-ui-fg-error" : "text-ui-fg-subtle")}
        >
          <ExclamationCircle
            className={clx("mt-0.5 shrink-0", isWrong ? "text-ui-fg-error" : "text-ui-tag-orange-icon")}
          />
          {text}
        </li>
      ))}
    </ul>
  )
}
