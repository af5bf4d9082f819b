import { Button, Input } from "@medusajs/ui"
import { useId, useState } from "react"
import type { ProductAnswer, ProviderAnswer } from "../../../../contracts/provisioning/products"
import { FILL_RULES, type FillRule } from "../../../../rules/provisioning/states"
import { fieldProblems } from "../../../lib/field-problems"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"
import { problemsOfForm, toFormBody, toFormValues } from "../forms/form-values"
import { ProviderFields } from "../forms/provider-fields"

interface ProductFormProps {
  title: string
  provider: ProviderAnswer
  product: ProductAnswer
}

/** How a provider makes a product: its own form, and for those with servers, on which of them (S2, S8). */
export function ProductForm({ title, provider, product }: ProductFormProps) {
  const { t } = useTexts("provisioning")
  const words = useServiceWords()
  const ids = { group: useId(), rule: useId(), stock: useId() }
  const fields = provider.configuration
  const [opened, setOpened] = useState({
    values: toFormValues(fields, product.configuration),
    group: product.server_group ?? "",
    rule: product.fill_rule,
    stock: product.stock === null ? "" : String(product.stock),
  })
  const [form, setForm] = useState(opened)
  const [version, setVersion] = useState(product.version)
  const [problems, setProblems] = useState<{ field: string; reason: string }[]>([])
  const isDirty = JSON.stringify(form) !== JSON.stringify(opened)
  useUnsavedGuard(isDirty)
  const save = useChange({
    change: () =>
      sdk.client.fetch<{ product: ProductAnswer }>(`/admin/provisioning/products/${product.product_id}`, {
        method: "POST",
        body: {
          provider_id: provider.id,
          configuration: toFormBody(fields, form.values),
          server_group: form.group.trim() || null,
          fill_rule: form.rule,
          stock: form.stock === "" ? null : Number(form.stock),
          version,
        },
      }),
    done: t("product.saved"),
    onDone: (answer) => {
      setVersion(answer.product.version)
      setOpened(form)
      setProblems([])
    },
    onRefused: (message) => setProblems([...fieldProblems(message)]),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <Section
        level="h1"
        title={t("product.title", { title })}
        hint={t("product.hint", { provider: words.own(provider.name) })}
        actions={
          <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty && version > 0}>
            {t("product.save")}
          </Button>
        }
      >
        {fields.length === 0 && <EmptyNote title={t("product.nothing")} />}
        <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
          <ProviderFields
            prefix="product"
            fields={fields}
            values={form.values}
            problems={problemsOfForm(problems, "configuration")}
            onChange={(values) => setForm({ ...form, values })}
          />
        </div>
        <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
          <Field
            label={t("product.stock")}
            htmlFor={ids.stock}
            hint={product.taken === null ? t("product.stock_hint") : t("product.taken", { count: product.taken })}
          >
            <NumberInput
              id={ids.stock}
              isWhole
              value={form.stock}
              onChange={(stock) => setForm({ ...form, stock })}
              error={problems.find(({ field }) => field === "stock")?.reason}
            />
          </Field>
        </div>
        {provider.credentials && (
          <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
            <Field label={t("servers.group")} htmlFor={ids.group} hint={t("product.group_hint")}>
              <Input
                id={ids.group}
                size="small"
                value={form.group}
                onChange={(event) => setForm({ ...form, group: event.target.value })}
              />
            </Field>
            <Field label={t("product.fill_rule")} htmlFor={ids.rule}>
              <Choice<FillRule>
                id={ids.rule}
                label={t("product.fill_rule")}
                value={form.rule}
                options={FILL_RULES.map((rule) => ({ value: rule, label: t(`fill_rules.${rule}`) }))}
                onChange={(rule) => setForm({ ...form, rule })}
              />
            </Field>
          </div>
        )}
      </Section>
    </form>
  )
}
