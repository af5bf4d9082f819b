import { SquareTwoStack } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { DiscountKind } from "../../../lib/discounts/discount-kinds"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

interface DuplicateButtonProps<TAnswer, TDiscount> {
  kind: DiscountKind<TAnswer, TDiscount>
  /** The page of their list. */
  list: string
  name: string
  /** What a new one with this name is made from. */
  copy: (name: string) => object
}

/** Makes a discount like the one that is open, as it was saved last, and opens it. It is off until it is looked at. */
export function DuplicateButton<TAnswer, TDiscount extends { id: string }>(
  props: DuplicateButtonProps<TAnswer, TDiscount>,
) {
  const { kind, list, name, copy } = props
  const { t } = useTexts("discounts")
  const navigate = useNavigate()
  const duplicate = useChange({
    change: () => sdk.client.fetch<TAnswer>(kind.api, { method: "POST", body: copy(t("copy_name", { name })) }),
    done: t("duplicated"),
    onDone: (answer) => void navigate(`${list}/${kind.read(answer).id}`),
  })
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      isLoading={duplicate.isPending}
      onClick={() => duplicate.mutate(undefined)}
    >
      <SquareTwoStack />
      {t("duplicate")}
    </Button>
  )
}
