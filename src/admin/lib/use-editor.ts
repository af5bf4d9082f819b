import { useEffect, type FormEvent } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { fieldProblems, forgetRefusals, showProblems, type FieldProblem } from "./field-problems"
import { sdk } from "./sdk"
import { useChange } from "./use-change"
import { useUnsavedGuard } from "./use-unsaved-guard"

export interface EditorOptions<TForm extends FieldValues, TSaved> {
  form: UseFormReturn<TForm>
  /** The thing's id; null: a new one is made. */
  id: string | null
  /** Where things of this kind are in the Admin API. */
  api: string
  /** The page of their list. */
  list: string
  /** What the server's own rule says against it, before it is sent. */
  check: (values: TForm) => FieldProblem[]
  toBody: (values: TForm) => Record<string, unknown>
  /** The saved thing in the server's answer. */
  read: (answer: TSaved) => { id: string; form: TForm }
  /** What to say when it is done. */
  texts: { saved: string; deleted: string }
  /** Why something is refused, in the user's language. */
  inWords: (reason: string) => string
}

/** Saving, deleting and leaving an editor that is a page of its own. */
export function useEditor<TForm extends FieldValues, TSaved>(options: EditorOptions<TForm, TSaved>) {
  const { form, id, api, list, check, toBody, read, texts, inWords } = options
  const navigate = useNavigate()
  const { isDirty } = form.formState
  const letGo = useUnsavedGuard(isDirty)
  const path = id === null ? api : `${api}/${encodeURIComponent(id)}`

  const save = useChange({
    change: (values: TForm) => sdk.client.fetch<TSaved>(path, { method: "POST", body: toBody(values) }),
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
    onRefused: (message) => showProblems(fieldProblems(message), form.setError, inWords),
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
    remove: () => remove.mutate(undefined),
    bar: {
      isDirty,
      isSaving: save.isPending,
      isNew: id === null,
      onCancel: () => void navigate(list),
    },
  }
}
