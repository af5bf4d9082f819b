import type { ReactNode } from "react"
import { FormProvider, useFormState, type FieldValues, type UseFormReturn } from "react-hook-form"
import { useLiveProblems } from "../../../lib/discounts/use-live-problems"
import { errorFields } from "../../../lib/field-problems"
import type { useEditor } from "../../../lib/use-editor"
import { useTexts } from "../../../lib/use-texts"
import { CreationModal } from "../../ui/creation-modal"
import { DeleteMenu } from "../../ui/delete-menu"
import { GeneralFields } from "./general-fields"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { SaveBar } from "../../ui/forms/save-bar"
import { TermsFields } from "./terms-fields"

interface EditorFrameProps<TForm extends FieldValues> {
  form: UseFormReturn<TForm>
  editor: ReturnType<typeof useEditor<TForm, never>>
  /** Null: a new one. */
  discount: { name: string; used: number } | null
  /** The title for a new one. */
  title: string
  hint: string
  /** What else can be done with one that exists. */
  actions?: ReactNode
  /** General fields of this kind of discount alone. */
  general: ReactNode
  /** The discount's rules or ranges. */
  children: ReactNode
}

/**
 * What the editors of article and order discounts have in common: name, terms, use, deleting and saving. A new one is made
 * in a layer over its list.
 */
export function EditorFrame<TForm extends FieldValues>(props: EditorFrameProps<TForm>) {
  const { form, editor, discount, title, hint, actions, general, children } = props
  const { t } = useTexts("discounts")
  const fields = (
    <FormProvider {...form}>
      <form noValidate className="isolate flex flex-col gap-y-3" onSubmit={editor.submit}>
        <MeanwhileNote
          meanwhile={editor.meanwhile}
          nameOf={(field) => t(`changed.${field}`)}
          onDiscard={editor.discardMine}
        />
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <GeneralFields
              title={discount?.name ?? title}
              hint={hint}
              actions={
                discount && (
                  <>
                    {actions}
                    <DeleteMenu
                      label={t("delete")}
                      title={t("delete_title", { name: discount.name })}
                      warning={t("delete_warning")}
                      onDelete={editor.remove}
                    />
                  </>
                )
              }
            >
              {general}
            </GeneralFields>
            {children}
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[360px]">
            <TermsFields used={discount?.used ?? null} />
          </div>
        </div>
        <CountedSaveBar editor={editor} />
      </form>
    </FormProvider>
  )
  return discount ? (
    fields
  ) : (
    <CreationModal title={title} onLeave={editor.bar.onCancel}>
      {fields}
    </CreationModal>
  )
}

/** Counts each field that is wrong once: those that the form found, and those that the rule finds while one types. */
function CountedSaveBar<TForm extends FieldValues>({ editor }: Pick<EditorFrameProps<TForm>, "editor">) {
  const { errors } = useFormState()
  const live = useLiveProblems<TForm>(editor.check)
  const fields = new Set([...errorFields(errors), ...live.map(({ field }) => field)])
  return <SaveBar {...editor.bar} problems={fields.size} />
}
