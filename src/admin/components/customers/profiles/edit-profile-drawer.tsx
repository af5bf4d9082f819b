import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { ProfileAnswer, ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { changedBody } from "../../../lib/changed-body"
import { toProfileBody, toProfileForm, type ProfileForm } from "../../../lib/customers/profile-form"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { profilePath } from "../../../lib/customers/use-profile"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { useTexts } from "../../../lib/use-texts"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { ProfileFields } from "./profile-fields"

/** Edits a customer's fields on the version that was opened. */
export function EditProfileDrawer({ profile }: { profile: ProfileAnswer }) {
  const { t } = useTexts("customers")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("edit")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content className="sm:max-w-[640px]" aria-describedby={undefined} onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("edit_title", { name: profile.name })}</Drawer.Title>
        </Drawer.Header>
        {open && <EditProfileForm profile={profile} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function EditProfileForm({ profile, onDone }: { profile: ProfileAnswer; onDone: () => void }) {
  const { t } = useTexts("customers")
  const [opened] = useState(() => ({ form: toProfileForm(profile), version: profile.version }))
  const form = useForm<ProfileForm>({ defaultValues: opened.form })
  const { save, meanwhile, discardMine } = useVersionedSave<ProfileForm, { profile: ProfileDetailAnswer }>({
    form,
    path: profilePath(profile.id),
    opened,
    toBody: (values, base) => (base ? changedBody(toProfileBody(values), toProfileBody(base)) : toProfileBody(values)),
    read: (answer) => ({ form: toProfileForm(answer.profile), version: answer.profile.version }),
    done: t("saved"),
    onDone,
    inWords: useCustomerProblemWords(),
  })
  return (
    <FormProvider {...form}>
      <DrawerForm
        action={t("common.save")}
        isPending={save.isPending}
        onSubmit={() => {
          form.clearErrors()
          return form.handleSubmit((values) => save.mutate(values))()
        }}
      >
        <MeanwhileNote meanwhile={meanwhile} nameOf={(field) => t(`profile_fields.${field}`)} onDiscard={discardMine} />
        <ProfileFields />
      </DrawerForm>
    </FormProvider>
  )
}
