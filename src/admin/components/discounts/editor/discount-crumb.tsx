import type { DiscountKind } from "../../../lib/discounts/discount-kinds"
import { NEW, useEditedDiscount } from "../../../lib/discounts/use-edited-discount"
import { useTexts } from "../../../lib/use-texts"

interface DiscountCrumbProps<TAnswer> {
  kind: DiscountKind<TAnswer, { name: string }>
  id: string
  /** Text keys for one whose name is not loaded yet, and for a new one. */
  name: string
  newName: string
}

/** A discount in the breadcrumbs, by its name. */
export function DiscountCrumb<TAnswer>({ kind, id, name, newName }: DiscountCrumbProps<TAnswer>) {
  const { t } = useTexts("discounts")
  const { data } = useEditedDiscount(kind, id)
  return <>{data?.discount?.name ?? t(id === NEW ? newName : name)}</>
}
