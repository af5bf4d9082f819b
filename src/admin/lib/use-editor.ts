import { useEffect, type FormEvent } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { changedBody } from "./changed-body"
import { forgetRefusals, showProblems, type FieldProblem } from "./field-problems"
import { sdk } from "./sdk"
import { useChange } from "./use-change"
import { useUnsavedGuard } from "./use-unsaved-guard"
import { useVersionedSave, type FormRecord } from "./use-versioned-save"

export interface EditorOptions<TForm extends FieldValues, TSaved> {
  form: UseFormReturn<TForm>
  /** The thing that is edited; its id and version are null for a new one. */
  opened: { id: string | null; form: TForm; version: number | null }
  /** Where things of this kind are in the Admin API. */
  api: string
  /** The page of their list. */
  list: string
  /** What the server's own rule says against it, before it is sent. */
  check: (values: TForm) => FieldProblem[]
  toBody: (values: TForm) => Record<string, unknown>
  /** The saved thing in the server's answer. */
  read: (answer: TSaved) => FormRecord<TForm> & { id: string }
  /** What to say when it is done. */
  texts: { saved: string; deleted: string }
  /** Why something is refused, in the user's language. */
  inWords: (reason: string) => string
  /** The form's field for one that rule and server name, where they differ. */
  toField?: (field: string, values: TForm) => string
  alsoStale?: readonly (readonly string[])[]
}

/** Saving, deleting and leaving an editor that is a page of its own. */
export function useEditor<TForm extends FieldValues, TSaved>(options: EditorOptions<TForm, TSaved>) {
  const { form, opened, api, list, check, toBody, read, texts, inWords, toField, alsoStale } = options
  const navigate = useNavigate()
  const { isDirty } = form.formState
  const { id } = opened
  const letGo = useUnsavedGuard(isDirty)
  const path = id === null ? api : `${api}/${encodeURIComponent(id)}`

  const { save, meanwhile, discardMine } = useVersionedSave<TForm, TSaved>({
    form,
    path,
    opened,
    toBody: (values, base) => (base ? changedBody(toBody(values), toBody(base)) : toBody(values)),
    read,
    done: texts.saved,
    onDone: (answer) => {
      const saved = read(answer)
      if (id === null) {
        letGo()
        void navigate(`${list}/${saved.id}`, { replace: true })
      } else {
        form.reset(saved.form)
      }
    },
    inWords,
    toField,
    alsoStale,
  })
  const remove = useChange({
    change: () => sdk.client.fetch(path, { method: "DELETE" }),
    done: texts.deleted,
    onDone: () => {
      letGo()
      void navigate(list)
    },
  })
  const submit = (event: FormEvent) => {
    // Problems of an earlier try are checked again.
    form.clearErrors()
    void form.handleSubmit((values) => {
      const problems = check(values)
      if (problems.length > 0) {
        showProblems(problems, form.setError, inWords)
      } else {
        save.mutate(values)
      }
    })(event)
  }

  useEffect(() => {
    const { unsubscribe } = form.watch((_values, { type }) => type === "change" && forgetRefusals(form))
    return unsubscribe
  }, [form])

  return {
    submit,
    check,
    meanwhile,
    discardMine,
    remove: () => remove.mutate(undefined),
    bar: {
      isDirty,
      isSaving: save.isPending,
      isNew: id === null,
      onCancel: () => void navigate(list),
    },
  }
}
