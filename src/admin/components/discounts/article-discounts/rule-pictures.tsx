import { useFormContext, useWatch } from "react-hook-form"
import { TRIGGERS } from "../../../../rules/discounts/states"
import { minorUnits } from "../../../../rules/money"
import { toRule, type ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import { isDecimal } from "../../../lib/discounts/is-decimal"
import { rangePicture, stepOf } from "../../../lib/discounts/range-picture"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { RangeNotes } from "../order-discounts/range-notes"
import { RangeBar } from "../order-discounts/range-bar"
import type { RuleBody } from "../../../../contracts/discounts/article-discounts"

/** Rules that are tried together: of one trigger, in one currency, with those that hold in all. */
interface Scale {
  trigger: RuleBody["trigger"]
  currency: string | null
  rules: RuleBody[]
}

function scalesOf(rules: RuleBody[]): Scale[] {
  return TRIGGERS.flatMap((trigger) => {
    const ofTrigger = rules.filter((rule) => rule.trigger === trigger)
    const codes = [...new Set(ofTrigger.flatMap(({ currency_code }) => currency_code ?? []))]
    const currencies = codes.length > 0 ? codes : ofTrigger.length > 0 ? [null] : []
    return currencies.map((currency) => ({
      trigger,
      currency,
      rules: ofTrigger.filter(({ currency_code }) => currency_code === null || currency_code === currency),
    }))
  })
}

/** What the entered rules cover, drawn while one types. */
export function RulePictures() {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const words = useDiscountWords()
  const { control } = useFormContext<ArticleDiscountForm>()
  const rules = useWatch({ control, name: "rules" })
    .map(toRule)
    .filter(({ min, max, value }) => [min ?? "0", max ?? "0", value].every(isDecimal))

  return scalesOf(rules).map(({ trigger, currency, rules: ofScale }) => {
    const money = trigger === "amount" ? currency : null
    const step = money ? stepOf(minorUnits(money)) : "1"
    const bound = (value: string) => (money ? format.money(value, money) : format.number(Number(value)))
    const label = [t(`picture.${trigger}`), ...(currency ? [currency.toUpperCase()] : [])].join(" · ")
    const stretches = rangePicture(ofScale, step).map((stretch) =>
      // Several rules may match: the first in the list counts, so this is no mistake.
      stretch.kind === "overlap" ? { ...stretch, kind: "range" as const } : stretch,
    )
    return (
      <div key={label} className="flex flex-col gap-y-2">
        <span className="txt-compact-small-plus">{label}</span>
        <RangeBar
          label={label}
          stretches={stretches}
          bound={bound}
          givenIn={({ members: [first = 0] }) => {
            const rule = ofScale[first]
            return rule ? words.ofValue(rule, rule.currency_code) : ""
          }}
        />
        <RangeNotes stretches={rangePicture(ofScale, step)} bound={bound} firstCounts />
      </div>
    )
  })
}
