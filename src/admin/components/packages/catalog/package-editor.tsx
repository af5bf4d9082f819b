import { useState } from "react"
import { FormProvider, useForm, useFormState } from "react-hook-form"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { errorFields } from "../../../lib/field-problems"
import { checkPackage } from "../../../lib/packages/check-package"
import { toPackageField, toPackageForm, toSavePackage, type PackageForm } from "../../../lib/packages/package-form"
import { useLivePackageProblems } from "../../../lib/packages/use-live-package-problems"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { useEditor } from "../../../lib/use-editor"
import { useTexts } from "../../../lib/use-texts"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { SaveBar } from "../../ui/forms/save-bar"
import { PackageBreakdown } from "../breakdown/package-breakdown"
import { DocumentFields } from "./document-fields"
import { EntryListFields } from "./entry-list-fields"
import { PackageHeader } from "./package-header"
import { PricingFields } from "./pricing-fields"

interface PackageEditorProps {
  answer: PackageAnswer
  currencies: string[]
}

/** Edits a package; beside it stands what it costs as it is typed. */
export function PackageEditor({ answer, currencies }: PackageEditorProps) {
  const { t } = useTexts("packages")
  const inWords = usePackageProblemWords()
  const toForm = (from: PackageAnswer) => toPackageForm(from, currencies)
  // What the form was opened with, whatever is fetched again meanwhile.
  const [opened] = useState(() => ({ id: answer.product_id, form: toForm(answer), version: answer.version }))
  const form = useForm<PackageForm>({ defaultValues: opened.form })
  const editor = useEditor<PackageForm, { package: PackageAnswer }>({
    form,
    opened,
    api: "/admin/packages",
    list: "/packages",
    check: checkPackage,
    toBody: toSavePackage,
    toField: toPackageField,
    read: ({ package: saved }) => ({ id: saved.product_id, form: toForm(saved), version: saved.version }),
    texts: { saved: t("saved"), deleted: t("deleted") },
    inWords,
    alsoStale: dashboardProductKeys,
  })
  return (
    <FormProvider {...form}>
      <form noValidate className="isolate flex flex-col gap-y-3" onSubmit={editor.submit}>
        <MeanwhileNote
          meanwhile={editor.meanwhile}
          nameOf={(field) => t(`changed.${field}`)}
          onDiscard={editor.discardMine}
        />
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <PackageHeader answer={answer} onDelete={editor.remove}>
              <CheckedPricing currencies={currencies} hasOneVariant={answer.variants.length === 1} />
            </PackageHeader>
            <CheckedEntries productId={answer.product_id} />
            <DocumentFields />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:sticky xl:top-3 xl:w-[400px]">
            <PackageBreakdown productId={answer.product_id} currencies={currencies} />
          </div>
        </div>
        <CountedSaveBar bar={editor.bar} />
      </form>
    </FormProvider>
  )
}

function CheckedPricing(props: { currencies: string[]; hasOneVariant: boolean }) {
  const problems = useLivePackageProblems(checkPackage)
  return <PricingFields {...props} problems={problems} />
}

function CheckedEntries({ productId }: { productId: string }) {
  const { errors } = useFormState<PackageForm>()
  const live = useLivePackageProblems(checkPackage)
  const refused = refusedEntries(errors)
  const problems = [...live, ...refused.filter(({ field }) => !live.some((one) => one.field === field))]
  return (
    <>
      <EntryListFields role="content" productId={productId} problems={problems} />
      <EntryListFields role="accessory" productId={productId} problems={problems} />
    </>
  )
}

/** What the server has said of a whole entry, such as a package that would contain itself. */
function refusedEntries(errors: ReturnType<typeof useFormState<PackageForm>>["errors"]) {
  return (["contents", "accessories"] as const).flatMap((list) => {
    const rows = errors[list]
    return Array.isArray(rows)
      ? rows.flatMap((row, index) =>
          typeof row?.message === "string" ? [{ field: `${list}.${index}`, reason: row.message }] : [],
        )
      : []
  })
}

/** Counts each field that is wrong once: those that were refused, and those that the rule finds while one types. */
function CountedSaveBar({ bar }: { bar: Omit<Parameters<typeof SaveBar>[0], "problems"> }) {
  const { errors } = useFormState<PackageForm>()
  const live = useLivePackageProblems(checkPackage)
  const fields = new Set([...errorFields(errors), ...live.map(({ field }) => field)])
  return <SaveBar {...bar} problems={fields.size} />
}
