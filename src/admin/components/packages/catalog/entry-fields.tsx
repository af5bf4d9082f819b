import { Eye, EyeSlash, Trash } from "@medusajs/icons"
import { Badge, Checkbox, IconButton, Input, Label, Text, Tooltip } from "@medusajs/ui"
import { useId } from "react"
import { Controller, useFormContext, useWatch, type FieldPathByValue } from "react-hook-form"
import { Link } from "react-router-dom"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { PRESENCES, type PackageForm } from "../../../lib/packages/package-form"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { NumberField } from "../../ui/forms/number-field"
import { ProblemNotes } from "../../ui/forms/problem-notes"

interface EntryFieldsProps {
  list: "contents" | "accessories"
  index: number
  /** This row's problems, in words. */
  problems: FieldProblem[]
  onRemove: () => void
}

/** These have a field of their own in the row. */
const AT_FIELD = /\.(quantity|group)$/

/** One content or accessory: what, how many, and whether it is always there (P12, P13, P16). */
export function EntryFields({ list, index, problems, onRemove }: EntryFieldsProps) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<PackageForm>()
  const entry = useWatch({ control, name: `${list}.${index}` })
  if (!entry) {
    return null
  }
  const title = [entry.title || t("product_gone"), entry.variant_title].filter(Boolean).join(" · ")
  const presences = PRESENCES.filter((presence) => list === "contents" || presence !== "alternative")
  return (
    <div role="group" aria-label={title} className="flex min-w-0 flex-col gap-y-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 md:grid-cols-[minmax(0,1fr)_5.5rem_9.5rem_auto]">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 pt-1">
          <Text size="small" weight="plus" className="min-w-0 break-words">
            {title}
          </Text>
          {entry.is_package && (
            <Badge size="2xsmall" asChild>
              <Link to={`/packages/${entry.product_id}`}>{t("a_package")}</Link>
            </Badge>
          )}
          {entry.status !== "published" && (
            <Badge size="2xsmall" color="orange">
              {t("entry.not_published")}
            </Badge>
          )}
        </div>
        <div className="order-last col-span-2 grid grid-cols-2 gap-2 md:order-none md:contents">
          <NumberField<PackageForm>
            name={`${list}.${index}.quantity`}
            aria-label={t("entry.quantity_of", { title })}
            isWhole
            error={problemAt(problems, `${list}.${index}.quantity`)}
          />
          <Controller
            control={control}
            name={`${list}.${index}.presence`}
            render={({ field }) => (
              <Choice
                size="small"
                label={t("entry.presence_of", { title })}
                value={field.value}
                onChange={field.onChange}
                options={presences.map((value) => ({ value, label: t(`presences.${list}.${value}`) }))}
              />
            )}
          />
        </div>
        <div className="flex items-center">
          <HiddenToggle list={list} index={index} title={title} />
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            onClick={onRemove}
            aria-label={t("entry.remove", { title })}
          >
            <Trash />
          </IconButton>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
        {entry.presence === "alternative" && (
          <GroupField index={index} error={problemAt(problems, `contents.${index}.group`)} />
        )}
        {entry.presence !== "always" && <Tick name={`${list}.${index}.is_default`} label={t("entry.is_default")} />}
        {entry.presence === "alternative" && (
          <Tick name={`${list}.${index}.may_be_left_out`} label={t("entry.may_be_left_out")} />
        )}
        {list === "accessories" && (
          <>
            <Tick name={`${list}.${index}.is_nested`} label={t("entry.is_nested")} />
            <Tick name={`${list}.${index}.is_free_quantity`} label={t("entry.is_free_quantity")} />
          </>
        )}
      </div>
      <ProblemNotes reasons={problems.flatMap(({ field, reason }) => (AT_FIELD.test(field) ? [] : [reason]))} />
    </div>
  )
}

interface EntryPartProps {
  list: "contents" | "accessories"
  index: number
  title: string
}

/** Whether it appears on internal documents alone (P13). */
function HiddenToggle({ list, index, title }: EntryPartProps) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<PackageForm>()
  return (
    <Controller
      control={control}
      name={`${list}.${index}.is_hidden`}
      render={({ field }) => (
        <Tooltip content={t(field.value ? "entry.hidden" : "entry.shown")}>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-pressed={field.value}
            aria-label={t("entry.hide", { title })}
            onClick={() => field.onChange(!field.value)}
            className={field.value ? "text-ui-fg-interactive" : "text-ui-fg-muted"}
          >
            {field.value ? <EyeSlash /> : <Eye />}
          </IconButton>
        </Tooltip>
      )}
    />
  )
}

function GroupField({ index, error }: { index: number; error: string | undefined }) {
  const { t } = useTexts("packages")
  const { register } = useFormContext<PackageForm>()
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Label size="small" htmlFor={id}>
          {t("entry.group")}
        </Label>
        <Input
          id={id}
          size="small"
          autoComplete="off"
          placeholder={t("entry.group_example")}
          aria-invalid={Boolean(error)}
          className="w-36"
          {...register(`contents.${index}.group`)}
        />
      </div>
      <ProblemNotes reasons={error ? [error] : []} />
    </div>
  )
}

function Tick({ name, label }: { name: FieldPathByValue<PackageForm, boolean>; label: string }) {
  const { control } = useFormContext<PackageForm>()
  const id = useId()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <span className="flex items-center gap-x-2">
          <Checkbox id={id} checked={field.value} onCheckedChange={(checked) => field.onChange(checked === true)} />
          <Label size="small" htmlFor={id}>
            {label}
          </Label>
        </span>
      )}
    />
  )
}
