import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CouponRenewalsCard } from "../components/discounts/coupons/coupon-renewals-card"

/** On which bills of a subscription a promotion's code is given, on Medusa's own page of it. */
const PromotionRenewalsWidget = ({ data }: { data: { id: string } }) => <CouponRenewalsCard promotionId={data.id} />

export const config = defineWidgetConfig({
  zone: "promotion.details.side.before",
  id: "service-discounts-promotion",
})

export default PromotionRenewalsWidget
