import { ChevronLeftMini, ChevronRightMini } from "@medusajs/icons"
import { clx, Heading, IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AvailabilityAnswer } from "../../../../contracts/packages/availability"
import { addDays } from "../../../../rules/calendar"
import { toCivilDate } from "../../../lib/civil-date"
import { calendarMonth, firstOfMonth, monthAfter, type CalendarMonth } from "../../../lib/packages/calendar-month"
import { useAvailability } from "../../../lib/packages/use-availability"
import { useClock } from "../../../lib/store/use-clock"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"

interface AvailabilityCalendarProps {
  productId: string
  variantId?: string | undefined
  quantity: number
}

/** A month, with how many are free on each of its days. */
export function AvailabilityCalendar({ productId, variantId, quantity }: AvailabilityCalendarProps) {
  const { t } = useTexts("packages")
  const { locale } = useFormat()
  const today = useClock().data?.clock.today ?? toCivilDate(new Date())
  const [turned, setFirst] = useState<string | null>(null)
  const first = turned ?? firstOfMonth(today)
  const month = calendarMonth(first)
  const query = useAvailability({
    product_id: productId,
    ...(variantId === undefined ? {} : { variant_id: variantId }),
    ...{ from: month.first, to: month.last, quantity },
  })
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(at(first))
  const turn = (months: number) => setFirst(monthAfter(first, months))
  return (
    <div className="flex flex-col gap-y-3 px-6 pb-6">
      <div className="flex items-center justify-between">
        <Heading level="h3" className="first-letter:uppercase" aria-live="polite">
          {name}
        </Heading>
        <div className="flex gap-x-1">
          <IconButton type="button" size="small" aria-label={t("availability.before")} onClick={() => turn(-1)}>
            <ChevronLeftMini />
          </IconButton>
          <IconButton type="button" size="small" aria-label={t("availability.after")} onClick={() => turn(1)}>
            <ChevronRightMini />
          </IconButton>
        </div>
      </div>
      <Loaded query={query}>{(answer) => <Month month={month} name={name} answer={answer} />}</Loaded>
    </div>
  )
}

const A_MONDAY = "2026-01-05"

const at = (date: string): Date => new Date(`${date}T00:00:00Z`)

interface MonthProps {
  month: CalendarMonth
  name: string
  answer: AvailabilityAnswer
}

function Month({ month, name, answer }: MonthProps) {
  const { t } = useTexts("packages")
  const { locale } = useFormat()
  const days = new Map(answer.days.map((day) => [day.date, day]))
  const weekdays = Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(at(addDays(A_MONDAY, day))),
  )
  return (
    <>
      <table className="w-full table-fixed border-separate border-spacing-1" aria-label={name}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col" className="txt-compact-xsmall text-ui-fg-muted font-normal">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, index) => (
            <tr key={index}>
              {week.map((date, column) => (
                <Day key={date ?? column} date={date} day={date === null ? undefined : days.get(date)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="small" className="text-ui-fg-subtle">
        {t(answer.is_rented ? "availability.rented" : "availability.sold")}
      </Text>
    </>
  )
}

interface DayProps {
  /** Null: of another month. */
  date: string | null
  day: AvailabilityAnswer["days"][number] | undefined
}

function Day({ date, day }: DayProps) {
  const { t } = useTexts("packages")
  const format = useFormat()
  if (date === null) {
    return <td />
  }
  const free = day?.available ?? null
  const count = free === null ? t("availability.any") : format.number(free)
  return (
    <td
      aria-label={day && `${format.date(date)}: ${t("availability.free", { count: free ?? 0, free: count })}`}
      className={clx(
        "rounded-md border p-1.5 text-center align-top",
        day?.is_available === true && "bg-ui-tag-green-bg border-ui-tag-green-border text-ui-tag-green-text",
        day?.is_available === false &&
          (free === 0
            ? "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text"
            : "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text"),
      )}
    >
      <span className="txt-compact-xsmall block opacity-80">{Number(date.slice(8))}</span>
      <span className="txt-compact-small-plus block tabular-nums">{day ? count : "…"}</span>
    </td>
  )
}
