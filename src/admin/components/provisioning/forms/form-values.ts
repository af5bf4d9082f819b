import type { FormFieldAnswer } from "../../../../contracts/provisioning/products"

/** A provider's form as it is typed: numbers as plain decimals. */
export type FormValues = Record<string, string | boolean>

/** What is stored, or what counts where nothing is, as it is typed. */
export const toFormValues = (fields: readonly FormFieldAnswer[], stored: Record<string, unknown>): FormValues =>
  Object.fromEntries(
    fields.map(({ name, kind, standard }): [string, string | boolean] => {
      const value = stored[name] ?? standard
      return [
        name,
        kind === "yes_no"
          ? value === true
          : typeof value === "string" || typeof value === "number"
            ? String(value)
            : "",
      ]
    }),
  )

/** What is sent: a field that nothing was typed into is left out, and the provider's own default counts. */
export const toFormBody = (
  fields: readonly FormFieldAnswer[],
  values: FormValues,
): Record<string, string | number | boolean> =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, string | number | boolean][] => {
      const value = values[name] ?? ""
      if (typeof value === "boolean") {
        return [[name, value]]
      }
      return value === "" ? [] : [[name, kind === "number" ? Number(value) : value]]
    }),
  )

/** The problems of a provider's fields, by their names: `configuration.memory: must be …`. */
export const problemsOfForm = (
  problems: readonly { field: string; reason: string }[],
  form: "configuration" | "credentials",
): Record<string, string> =>
  Object.fromEntries(
    problems.flatMap(({ field, reason }): [string, string][] =>
      field.startsWith(`${form}.`) ? [[field.slice(form.length + 1), reason]] : [],
    ),
  )
