import { Button, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { emptyProfile, toNewProfile, type ProfileForm } from "../../../lib/customers/profile-form"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { fieldProblems, showProblems } from "../../../lib/field-problems"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard"
import { CreationModal } from "../../ui/creation-modal"
import { Field } from "../../ui/forms/field"
import { Section } from "../../ui/section"
import { ProfileFields } from "./profile-fields"

/** A new lead or customer: a name is enough (C3). */
export function NewCustomer() {
  const { t } = useTexts("customers")
  const navigate = useNavigate()
  const noteId = useId()
  const inWords = useCustomerProblemWords()
  // The same for each try, so that a second press makes no second one.
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm<ProfileForm>({ defaultValues: emptyProfile })
  const letGo = useUnsavedGuard(form.formState.isDirty)
  const create = useChange({
    change: (values: ProfileForm) =>
      sdk.client.fetch<{ profile: ProfileDetailAnswer }>("/admin/crm/profiles", {
        method: "POST",
        body: toNewProfile(values, key),
      }),
    done: t("created"),
    inWords,
    onRefused: (message) => showProblems(fieldProblems(message), form.setError, inWords),
    onDone: ({ profile }) => {
      letGo()
      void navigate(`/crm/${profile.id}`, { replace: true })
    },
  })
  const leave = () => void navigate("/crm")
  const noteError = form.formState.errors.notes?.message

  return (
    <CreationModal title={t("make")} onLeave={leave}>
      <FormProvider {...form}>
        <form
          noValidate
          className="mx-auto flex max-w-[760px] flex-col gap-y-3"
          onSubmit={(event) => {
            form.clearErrors()
            void form.handleSubmit((values) => create.mutate(values))(event)
          }}
        >
          <Section level="h1" title={t("make")} hint={t("make_hint")}>
            <div className="flex flex-col gap-y-8 px-6 py-4">
              <ProfileFields />
              <Field
                label={t("profile_fields.notes")}
                htmlFor={noteId}
                hint={t("notes_hint")}
                {...(noteError === undefined ? {} : { error: noteError })}
              >
                <Textarea id={noteId} rows={3} {...form.register("notes")} />
              </Field>
            </div>
          </Section>
          <div className="flex justify-end gap-2">
            <Button size="small" variant="secondary" type="button" onClick={leave}>
              {t("common.cancel")}
            </Button>
            <Button size="small" type="submit" isLoading={create.isPending}>
              {t("create")}
            </Button>
          </div>
        </form>
      </FormProvider>
    </CreationModal>
  )
}
