import { minorUnits } from "../../../../rules/money"
import { isDecimal } from "../../../lib/discounts/is-decimal"
import { toRange, type RangeForm } from "../../../lib/discounts/order-discount-form"
import { rangePicture, stepOf } from "../../../lib/discounts/range-picture"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { RangeBar } from "./range-bar"
import { RangeNotes } from "./range-notes"

/** The typed ranges of one currency, drawn; what is no number yet is left out. */
export function RangePictureOf({ currency, ranges }: { currency: string; ranges: RangeForm[] }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const sound = ranges
    .map(toRange)
    .filter(({ min, max, percent }) => [min ?? "0", max ?? "0", percent].every(isDecimal))
  const stretches = rangePicture(sound, stepOf(minorUnits(currency)))
  const bound = (value: string) => format.money(value, currency)
  return (
    <div className="flex flex-col gap-y-2">
      <RangeBar
        label={t("picture.order_values", { currency: currency.toUpperCase() })}
        stretches={stretches}
        bound={bound}
        givenIn={({ members: [first = 0] }) => `−${format.rate(sound[first]?.percent ?? "0")}`}
      />
      <RangeNotes stretches={stretches} bound={bound} />
    </div>
  )
}
