import { Button } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import type { OptionsAnswer } from "../../../../contracts/provisioning/options"
import { usePricedCycles } from "../../../lib/provisioning/use-priced-cycles"
import { fieldProblems } from "../../../lib/field-problems"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"
import { OptionFields } from "./option-fields"
import { newOption, toOptionBody, toOptionValues } from "./option-values"

interface OptionsFormProps {
  options: OptionsAnswer
  offer: OfferAnswer
}

/** What buyers choose of a product, with prices for each of its cycles (S3). */
export function OptionsForm({ options, offer }: OptionsFormProps) {
  const { t } = useTexts("provisioning")
  const cycles = usePricedCycles(offer)
  const [opened, setOpened] = useState(() => toOptionValues(options.options))
  const [form, setForm] = useState(opened)
  const [version, setVersion] = useState(options.version)
  const [problems, setProblems] = useState<{ field: string; reason: string }[]>([])
  const rows = useRef(opened.length)
  const isDirty = JSON.stringify(form) !== JSON.stringify(opened)
  useUnsavedGuard(isDirty)
  const save = useChange({
    change: () =>
      sdk.client.fetch<{ options: OptionsAnswer }>(`/admin/provisioning/products/${options.product_id}/options`, {
        method: "POST",
        body: { options: toOptionBody(form, cycles), version },
      }),
    done: t("options.saved"),
    onDone: (answer) => {
      setVersion(answer.options.version)
      setOpened(form)
      setProblems([])
    },
    onRefused: (message) => setProblems([...fieldProblems(message)]),
  })
  const problemOf = (index: number) => (path: string) =>
    problems.find(({ field }) => field === `options.${index}.${path}`)?.reason
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <Section
        title={t("options.title")}
        hint={t("options.hint")}
        actions={
          <>
            <Button
              size="small"
              type="button"
              variant="secondary"
              onClick={() => setForm([...form, newOption(rows.current++)])}
            >
              {t("options.add")}
            </Button>
            <Button size="small" type="submit" isLoading={save.isPending} disabled={!isDirty}>
              {t("options.save")}
            </Button>
          </>
        }
      >
        {form.length === 0 && <EmptyNote title={t("options.none")} hint={t("options.none_hint")} />}
        {form.map((option, index) => (
          <OptionFields
            key={option.row}
            option={option}
            cycles={cycles}
            problemOf={problemOf(index)}
            onChange={(changed) => setForm(form.map((one) => (one.row === option.row ? changed : one)))}
            onRemove={() => setForm(form.filter(({ row }) => row !== option.row))}
          />
        ))}
      </Section>
    </form>
  )
}
