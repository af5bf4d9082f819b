import { useFieldArray, useFormContext } from "react-hook-form"
import type { EntryRole } from "../../../../rules/packages"
import type { FieldProblem } from "../../../lib/field-problems"
import { newEntry, type PackageForm } from "../../../lib/packages/package-form"
import { searchContents } from "../../../lib/packages/search-contents"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Picker } from "../../ui/forms/picker"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { Section } from "../../ui/section"
import { SortableList } from "../../ui/sortable-list"
import { EntryFields } from "./entry-fields"

interface EntryListFieldsProps {
  role: EntryRole
  productId: string
  problems: FieldProblem[]
}

/** The contents or accessories of a package, in the order in which documents show them (P15). */
export function EntryListFields({ role, productId, problems }: EntryListFieldsProps) {
  const { t } = useTexts("packages")
  const name = role === "content" ? "contents" : "accessories"
  const { control, getValues } = useFormContext<PackageForm>()
  const entries = useFieldArray({ control, name, keyName: "row" })
  const titleAt = (index: number) => getValues(`${name}.${index}.title`) || t("product_gone")
  // The focus stays in the search, so that one content is added after another.
  const add = (
    <Picker
      label={t(`${name}.add`)}
      kind={`contents-of-${productId}`}
      search={searchContents(productId, t("a_package"))}
      chosen={[]}
      onPick={({ content }) => entries.append(newEntry(role, content), { shouldFocus: false })}
    />
  )
  return (
    <Section title={t(`${name}.title`)} hint={t(`${name}.hint`)} actions={add}>
      {entries.fields.length === 0 ? (
        <EmptyNote title={t(`${name}.none`)} hint={t(`${name}.none_hint`)} />
      ) : (
        <SortableList
          label={t(`${name}.title`)}
          items={entries.fields}
          keyOf={(entry) => entry.row}
          nameOf={(_entry, index) => titleAt(index)}
          onMove={(from, to) => entries.move(from, to)}
          className="divide-y"
          rowClassName="px-4 py-3"
        >
          {(_entry, index) => (
            <EntryFields
              list={name}
              index={index}
              problems={problems.filter(
                ({ field }) => field.startsWith(`${name}.${index}.`) || field === `${name}.${index}`,
              )}
              onRemove={() => entries.remove(index)}
            />
          )}
        </SortableList>
      )}
      {role === "content" && (
        <ProblemNotes reasons={problems.flatMap(({ field, reason }) => (field === "entries" ? [reason] : []))} />
      )}
    </Section>
  )
}
