import { clx } from "@medusajs/ui"
import { subtract, type Decimal } from "../../../../rules/money"
import type { Stretch } from "../../../lib/discounts/range-picture"
import { useTexts } from "../../../lib/use-texts"

interface RangeBarProps {
  label: string
  stretches: Stretch[]
  /** What is given in a stretch: "−15%". */
  givenIn: (stretch: Stretch) => string
  /** A bound, formatted. */
  bound: (value: Decimal) => string
}

/** Colours of the dashboard's theme, so that dark mode works. */
const COLORS: Record<Stretch["kind"], string> = {
  none: "bg-ui-bg-subtle text-ui-fg-muted",
  gap: "text-ui-tag-orange-text",
  range: "bg-ui-tag-green-bg text-ui-tag-green-text",
  overlap: "bg-ui-tag-red-bg text-ui-tag-red-text",
}
const HATCHED = {
  backgroundImage: "repeating-linear-gradient(135deg, var(--tag-orange-bg) 0 6px, var(--tag-orange-border) 6px 8px)",
}

/** Small stretches stay wide enough to be read, and open ones do not swallow the rest. */
function weightOf({ from, to }: Stretch): number {
  return to === null ? 3 : 1 + Math.log10(1 + Number(subtract(to, from)))
}

/** A picture of ranges side by side: what each gives, gaps hatched, overlaps red. */
export function RangeBar({ label, stretches, givenIn, bound }: RangeBarProps) {
  const { t } = useTexts("discounts")
  const inWords = (stretch: Stretch) => {
    const from = bound(stretch.from)
    const span = stretch.to === null ? t("words.from", { from }) : t("words.between", { from, to: bound(stretch.to) })
    return `${span}: ${stretch.kind === "range" ? givenIn(stretch) : t(`picture.${stretch.kind}`)}`
  }
  return (
    <figure className="overflow-x-auto" tabIndex={0} aria-label={label}>
      <ol className="flex min-w-fit gap-x-px">
        {stretches.map((stretch) => (
          <li
            key={`${stretch.from}-${stretch.kind}`}
            title={inWords(stretch)}
            className="flex min-w-16 flex-col gap-y-1"
            style={{ flexGrow: weightOf(stretch), flexBasis: 0 }}
          >
            <span
              className={clx(
                "txt-compact-small-plus flex h-9 items-center justify-center rounded px-1 text-center",
                COLORS[stretch.kind],
              )}
              style={stretch.kind === "gap" ? HATCHED : undefined}
            >
              {stretch.kind === "range" ? givenIn(stretch) : t(`picture.${stretch.kind}`)}
            </span>
            <span className="txt-compact-xsmall text-ui-fg-subtle tabular-nums" aria-hidden>
              {bound(stretch.from)}
              {stretch.to === null ? " …" : ""}
            </span>
            <span className="sr-only">{inWords(stretch)}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
