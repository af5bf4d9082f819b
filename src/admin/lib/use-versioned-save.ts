import { useRef, useState } from "react"
import type { FieldValues, Path, UseFormReturn } from "react-hook-form"
import { changedSince } from "./changed-since"
import { fieldProblems, showProblems } from "./field-problems"
import { mergeForms } from "./merge-forms"
import { sdk } from "./sdk"
import { useChange } from "./use-change"

/** A record as a form has it. */
export interface FormRecord<TForm> {
  form: TForm
  version: number
}

export interface VersionedSaveOptions<TForm extends FieldValues, TAnswer> {
  form: UseFormReturn<TForm>
  /** Where the record is read and saved in the Admin API. */
  path: string
  /** The record that the form was opened with; its version is null for a new one. */
  opened: { form: TForm; version: number | null }
  /** What is sent: of a record that there is (`base`), what was changed. */
  toBody: (values: TForm, base: TForm | null) => Record<string, unknown>
  read: (answer: TAnswer) => FormRecord<TForm>
  /** What to say when it is done. */
  done: string
  onDone?: (answer: TAnswer) => void
  /** Why something is refused, in the user's language. */
  inWords: (reason: string) => string
  /** The form's field for one that the server names, where they differ. */
  toField?: (field: string, values: TForm) => string
  alsoStale?: readonly (readonly string[])[]
}

/** What somebody else changed while the form was open. */
export interface Meanwhile {
  /** Theirs is taken. */
  theirs: string[]
  /** Both changed it; what was typed here is kept. */
  both: string[]
}

/**
 * Saves a form on the version that it was opened with. Where somebody else has saved meanwhile, nothing is written: what
 * they changed is taken into the form, what was typed stays, and the next save is on their version.
 */
export function useVersionedSave<TForm extends FieldValues, TAnswer>(options: VersionedSaveOptions<TForm, TAnswer>) {
  const { form, path, opened, toBody, read, done, onDone, inWords, toField, alsoStale } = options
  const base = useRef(opened)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)

  const takeTheirs = async (typed: TForm) => {
    const theirs = read(await sdk.client.fetch<TAnswer>(path))
    const merged = mergeForms(base.current.form, typed, theirs.form)
    base.current = theirs
    form.reset(theirs.form)
    for (const field of merged.mine) {
      form.setValue(field as Path<TForm>, merged.form[field], { shouldDirty: true })
    }
    setMeanwhile({ theirs: merged.theirs, both: merged.both })
  }
  const save = useChange({
    change: (values: TForm) => {
      const { form: before, version } = base.current
      const body = toBody(values, version === null ? null : before)
      return sdk.client.fetch<TAnswer>(path, {
        method: "POST",
        body: version === null ? body : { ...body, version },
      })
    },
    done,
    alsoStale,
    onDone: (answer) => {
      base.current = read(answer)
      setMeanwhile(null)
      onDone?.(answer)
    },
    inWords,
    onRefused: (message, values) => {
      if (changedSince(message)) {
        // A new one has been made meanwhile: there is nothing here that it could be merged with.
        if (base.current.version !== null) {
          void takeTheirs(values)
        }
      } else {
        const problems = fieldProblems(message).map(({ field, reason }) => ({
          field: toField?.(field, values) ?? field,
          reason,
        }))
        showProblems(problems, form.setError, inWords)
      }
    },
  })
  return {
    save,
    meanwhile,
    /** Lets go of what was typed. */
    discardMine: () => {
      form.reset(base.current.form)
      setMeanwhile(null)
    },
  }
}
