import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import type { DiscountKind } from "../../../lib/discounts/discount-kinds"
import { NEW, useEditedDiscount } from "../../../lib/discounts/use-edited-discount"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { Loaded } from "../../ui/loaded"

interface EditedDiscountProps<TAnswer, TDiscount> {
  kind: DiscountKind<TAnswer, TDiscount>
  children: (discount: TDiscount | null, id: string, currencies: string[]) => ReactNode
}

/** The discount that the page's address names, for its editor; none where the address says "new". */
export function EditedDiscount<TAnswer, TDiscount>({ kind, children }: EditedDiscountProps<TAnswer, TDiscount>) {
  const { id = NEW } = useParams()
  const currencies = useCurrencies()
  const query = useEditedDiscount(kind, id)
  return (
    <Loaded query={currencies} rows={8} framed>
      {(codes) => (
        <Loaded query={query} rows={8} framed>
          {({ discount }) => children(discount, id, codes)}
        </Loaded>
      )}
    </Loaded>
  )
}
