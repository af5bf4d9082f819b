import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { OrderDiscountAnswer } from "../../../../contracts/discounts/order-discounts"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useGroupNames } from "../../../lib/discounts/use-group-names"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { DiscountStateBadge } from "../editor/discount-state-badge"
import { ActiveSwitch } from "../editor/active-switch"

/** One set of ranges in the list: whom it is for, when, and what it gives. */
export function OrderDiscountRow({ discount }: { discount: OrderDiscountAnswer }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const words = useDiscountWords()
  const nameOf = useGroupNames()
  const currencies = [...new Set(discount.ranges.map(({ currency_code }) => currency_code))]
  const used =
    discount.usage_limit === null
      ? t("usage.so_far", { count: discount.used })
      : t("used_of", { used: format.number(discount.used), limit: format.number(discount.usage_limit) })
  return (
    <div className="flex items-start gap-x-3">
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        <Link
          to={`/discounts/orders/${discount.id}`}
          className="txt-small-plus text-ui-fg-base focus-visible:shadow-borders-focus w-fit break-words rounded-sm outline-none"
        >
          {discount.name}
        </Link>
        <Text size="small" className="text-ui-fg-subtle">
          {[discount.groups.map(nameOf).join(", ") || t("nobody"), words.ofPeriod(discount), used].join(" · ")}
        </Text>
        {currencies.map((currency) => (
          <Text key={currency} size="small" className="tabular-nums">
            {discount.ranges
              .filter(({ currency_code }) => currency_code === currency)
              .map((range) =>
                t("words.rule", {
                  when: words.ofBounds(range, "amount", currency),
                  gives: `−${format.rate(range.percent)}`,
                }),
              )
              .join(" · ")}
          </Text>
        ))}
      </div>
      <DiscountStateBadge state={discount.state} />
      <ActiveSwitch path={`order-discounts/${discount.id}`} name={discount.name} isActive={discount.is_active} />
    </div>
  )
}
