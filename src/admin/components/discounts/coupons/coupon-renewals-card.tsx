import { Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { CouponAnswer } from "../../../../contracts/discounts/coupons"
import { RENEWAL_TERMS, type RenewalTerms } from "../../../../rules/discounts/states"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"

const MOST_CYCLES = 1000
const isCycles = (text: string): boolean => isWholeNumber(text, { min: 1, max: MOST_CYCLES })

/** On which bills of a subscription a promotion's code is given (B28), on Medusa's own page of it. */
export function CouponRenewalsCard({ promotionId }: { promotionId: string }) {
  const { t } = useTexts("discounts")
  const query = useQuery({
    queryKey: [...queryKeys.coupons, promotionId],
    queryFn: () => sdk.client.fetch<{ coupon: CouponAnswer }>(`/admin/discounts/promotions/${promotionId}/renewals`),
  })
  return (
    <Section title={t("coupons.title")} hint={t("coupons.hint")}>
      <Loaded query={query} rows={2}>
        {({ coupon }) => <CouponForm key={coupon.version} coupon={coupon} />}
      </Loaded>
    </Section>
  )
}

function CouponForm({ coupon }: { coupon: CouponAnswer }) {
  const { t } = useTexts("discounts")
  const [renewals, setRenewals] = useState<RenewalTerms>(coupon.renewals)
  const [cycles, setCycles] = useState(String(coupon.renewal_cycles ?? 3))
  const isOfCycles = renewals === "cycles"
  const isChanged = renewals !== coupon.renewals || (isOfCycles && cycles !== String(coupon.renewal_cycles))
  const save = useChange({
    change: (version: number) =>
      sdk.client.fetch(`/admin/discounts/promotions/${coupon.promotion_id}/renewals`, {
        method: "POST",
        body: { renewals, renewal_cycles: isOfCycles ? Number(cycles) : null, version },
      }),
    done: t("coupons.saved"),
  })
  return (
    <form
      className="flex flex-col gap-y-4 px-6 py-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(coupon.version)
      }}
    >
      <Choice
        label={t("coupons.title")}
        size="small"
        value={renewals}
        onChange={setRenewals}
        options={RENEWAL_TERMS.map((value) => ({ value, label: t(`renewals.${value}`) }))}
      />
      <Text size="small" className="text-ui-fg-subtle">
        {t(`coupons.${renewals}_hint`)}
      </Text>
      {isOfCycles && (
        <Field label={t("coupons.cycles")} htmlFor="coupon-cycles" hint={t("coupons.cycles_first")}>
          <NumberInput
            id="coupon-cycles"
            isWhole
            value={cycles}
            onChange={setCycles}
            error={isCycles(cycles) ? undefined : t("validation.positive_whole")}
          />
        </Field>
      )}
      <div className="flex justify-end">
        <Button
          size="small"
          type="submit"
          disabled={!isChanged || (isOfCycles && !isCycles(cycles))}
          isLoading={save.isPending}
        >
          {t("coupons.save")}
        </Button>
      </div>
    </form>
  )
}
