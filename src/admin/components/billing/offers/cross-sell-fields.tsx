import { Plus, Trash } from "@medusajs/icons"
import { Button, Checkbox, IconButton, InlineTip, Label } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { Controller, useFieldArray, useFormContext } from "react-hook-form"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { Choice } from "../../ui/forms/choice"
import { FormPart } from "../../ui/forms/form-part"

const ADVISED = 3

/** Products shown beside it in the cart (B15); one may take its place there. */
export function CrossSellFields({ productId }: { productId: string }) {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  const rows = useFieldArray({ control, name: "cross_sells", keyName: "row" })
  const products = useQuery({
    queryKey: [...queryKeys.offers, "products-to-cross-sell"],
    queryFn: () => sdk.admin.product.list({ limit: 200, fields: "id,title", order: "title" }),
  })
  const options = (products.data?.products ?? [])
    .filter((product) => product.id !== productId)
    .map((product) => ({ value: product.id, label: product.title }))

  return (
    <FormPart
      title={t("fields.cross_sells")}
      hint={t("cross_sells.hint")}
      actions={
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={options.length === 0}
          onClick={() => rows.append({ product_id: options[0]?.value ?? "", replaces: false })}
        >
          <Plus />
          {t("cross_sells.add")}
        </Button>
      }
    >
      {rows.fields.length > ADVISED && (
        <InlineTip label={t("cross_sells.many")}>{t("cross_sells.advised", { count: ADVISED })}</InlineTip>
      )}
      {rows.fields.map((row, index) => (
        <div
          key={row.row}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto]"
        >
          <Controller
            control={control}
            name={`cross_sells.${index}.product_id`}
            render={({ field }) => (
              <Choice
                label={t("cross_sells.product")}
                value={field.value}
                onChange={field.onChange}
                options={options}
              />
            )}
          />
          <Controller
            control={control}
            name={`cross_sells.${index}.replaces`}
            render={({ field }) => (
              <div className="flex items-center gap-2">
                <Checkbox
                  id={`replaces-${index}`}
                  checked={field.value}
                  onCheckedChange={(checked) => field.onChange(checked === true)}
                />
                <Label size="small" htmlFor={`replaces-${index}`}>
                  {t("cross_sells.replaces")}
                </Label>
              </div>
            )}
          />
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("cross_sells.remove")}
            onClick={() => rows.remove(index)}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
    </FormPart>
  )
}
