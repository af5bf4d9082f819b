import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useController, useFormContext } from "react-hook-form"
import { Link } from "react-router-dom"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"

const NEW = "new"
const MOST = 1000

/** The product's collection is the offer's group, and there must be one (B2). It is written with the offer. */
export function CollectionField() {
  const { t } = useTexts("billing")
  const { control, setValue, register } = useFormContext<OfferForm>()
  const [isNew, setNew] = useState(false)
  const { field, fieldState } = useController({
    control,
    name: "collection_id",
    rules: { validate: (id, form) => id !== "" || form.new_collection.trim() !== "" || t("collection.required") },
  })
  const collections = useQuery({
    queryKey: queryKeys.collections,
    queryFn: () => sdk.admin.productCollection.list({ limit: MOST, fields: "id,title" }),
  })
  const known = (collections.data?.collections ?? []).map(({ id, title }) => ({ value: id, label: title }))
  const choose = (value: string) => {
    setNew(value === NEW)
    field.onChange(value === NEW ? "" : value)
    setValue("new_collection", "", { shouldDirty: true })
  }

  return (
    <Field
      label={t("collection.title")}
      htmlFor="offer-collection"
      hint={t("collection.hint")}
      error={fieldState.error?.message}
    >
      <div className="grid grid-cols-1 items-center gap-3 md:grid-cols-2">
        <div className="flex items-center gap-x-2">
          <div className="min-w-0 flex-1">
            <Choice
              id="offer-collection"
              label={t("collection.title")}
              placeholder={t("collection.choose")}
              value={isNew ? NEW : field.value}
              onChange={choose}
              options={[...known, { value: NEW, label: t("collection.new_option") }]}
            />
          </div>
          {field.value && (
            <Link
              to={`/collections/${field.value}`}
              target="_blank"
              rel="noreferrer"
              aria-label={t("collection.open")}
              className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-md p-1 outline-none"
            >
              <ArrowUpRightOnBox />
            </Link>
          )}
        </div>
        {isNew && (
          <Input
            placeholder={t("collection.new")}
            aria-label={t("collection.new")}
            autoComplete="off"
            {...register("new_collection", { deps: "collection_id" })}
          />
        )}
      </div>
    </Field>
  )
}
