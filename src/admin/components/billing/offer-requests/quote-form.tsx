import { Button, Drawer, Select, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { OfferRequestAnswer, QuoteOfferRequest } from "../../../../contracts/billing/offer-requests/offer-requests"
import { useSoldProduct } from "../../../lib/billing/use-sold-product"
import { sdk } from "../../../lib/sdk"
import { useRegions } from "../../../lib/store/use-regions"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { Loaded } from "../../ui/loaded"

interface StepProps {
  request: OfferRequestAnswer
  onDone: () => void
  onBack: () => void
}

/** The price that a request is quoted at, for which cycle, how many and where; a draft order is made of it. */
export function QuoteForm({ request, onDone, onBack }: StepProps) {
  const { t } = useTexts("billing")
  const ids = { variant: useId(), region: useId(), price: useId(), quantity: useId() }
  const product = useSoldProduct(request.product_id, true)
  const regions = useRegions()
  const [wanted, setWanted] = useState({
    variant_id: request.variant_id ?? "",
    region_id: request.region_id ?? "",
    unit_price: "",
    quantity: String(request.quantity),
  })
  const set = (field: keyof typeof wanted) => (value: string) => setWanted((before) => ({ ...before, [field]: value }))
  const currency = regions.data?.find(({ id }) => id === wanted.region_id)?.currency
  const quote = useChange({
    change: (body: QuoteOfferRequest) =>
      sdk.client.fetch(`/admin/billing/offer-requests/${request.id}/quote`, { method: "POST", body }),
    done: t("requests.quoted"),
    onDone,
  })
  const isComplete = wanted.variant_id && wanted.region_id && wanted.unit_price && wanted.quantity
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        quote.mutate({ ...wanted, quantity: Number(wanted.quantity) })
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("requests.quote_hint")}
        </Text>
        <Loaded query={product}>
          {({ variants }) => (
            <Choice
              id={ids.variant}
              label={t("requests.variant")}
              none={t("requests.variant_none")}
              value={wanted.variant_id}
              options={variants.map(({ id, title }) => ({ id, name: title }))}
              onChange={set("variant_id")}
            />
          )}
        </Loaded>
        <Loaded query={regions}>
          {(all) => (
            <Choice
              id={ids.region}
              label={t("requests.region")}
              none={t("requests.region_none")}
              value={wanted.region_id}
              options={all}
              onChange={set("region_id")}
            />
          )}
        </Loaded>
        <Field label={t("requests.price")} htmlFor={ids.price}>
          <NumberInput
            id={ids.price}
            value={wanted.unit_price}
            onChange={set("unit_price")}
            {...(currency ? { currency } : {})}
          />
        </Field>
        <Field label={t("requests.quantity")} htmlFor={ids.quantity}>
          <NumberInput id={ids.quantity} value={wanted.quantity} onChange={set("quantity")} isWhole />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" type="button" onClick={onBack}>
          {t("common.back")}
        </Button>
        <Button size="small" type="submit" disabled={!isComplete} isLoading={quote.isPending}>
          {t("requests.quote")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

interface ChoiceProps {
  id: string
  label: string
  none: string
  value: string
  options: { id: string; name: string }[]
  onChange: (value: string) => void
}

const Choice = ({ id, label, none, value, options, onChange }: ChoiceProps) => (
  <Field label={label} htmlFor={id}>
    <Select value={value} onValueChange={onChange}>
      <Select.Trigger id={id}>
        <Select.Value placeholder={none} />
      </Select.Trigger>
      <Select.Content>
        {options.map((option) => (
          <Select.Item key={option.id} value={option.id}>
            {option.name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  </Field>
)
