import { PERSONAL_FIELDS, type PersonalField, type PersonalSnapshot, type SnapshotAddress } from "./sale-snapshot"
import { canonicalJson } from "./canonical-json"

/** What a sale says of one person: a part of its own, under a key of their own. */
export interface PersonalPart {
  person: string
  /** The fields that are theirs. */
  names: readonly PersonalField[]
  /** Null: they were erased, or cannot be read, and are not written again. */
  fields: Partial<PersonalSnapshot> | null
}

/** What an order says of people now, and what its customer says of themselves. */
export interface PersonalNow {
  buyer: { name: string | null; company: string | null; vatNumber: string | null; email: string | null }
  email: string | null
  shipping_address: SnapshotAddress | null
  billing_address: SnapshotAddress | null
}

const ORDER_FIELDS = ["email", "shipping_address", "billing_address"] as const
type OrderField = (typeof ORDER_FIELDS)[number]

const isOrderField = (name: PersonalField): name is OrderField => (ORDER_FIELDS as readonly string[]).includes(name)

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

/** Whether what an order says now was said of this person before. Of one who was erased nothing can be compared, so it is theirs. */
function isStillOf({ names, fields }: PersonalPart, name: PersonalField, now: PersonalNow): boolean {
  if (!isOrderField(name) || !names.includes(name) || now[name] === null) {
    return false
  }
  if (fields === null) {
    return name !== "email" || now.email !== now.buyer.email
  }
  return isSame(fields[name] ?? null, now[name])
}

/**
 * Who says what, when a snapshot is written: an order that was transferred keeps the giver's addresses under the giver's key, until
 * they are changed, and has the rest under the taker's, so that erasing one of them erases what is theirs and no more. Name, company and VAT
 * number of the customer stay as they were when the order became theirs.
 */
export function personalParts(before: readonly PersonalPart[], now: PersonalNow, customer: string): PersonalPart[] {
  const mine = before.find(({ person }) => person === customer)
  const others = before.filter(({ person }) => person !== customer)
  const ownerOf = (name: PersonalField): PersonalPart | undefined => others.find((part) => isStillOf(part, name, now))
  const kept = others.flatMap((part): PersonalPart[] => {
    const names = part.names.filter((name) => ownerOf(name) === part)
    return names.length ? [{ person: part.person, names, fields: part.fields && pick(part.fields, names) }] : []
  })
  const names = PERSONAL_FIELDS.filter((name) => !ownerOf(name))
  const fields = mine && mine.fields === null ? null : pick(saidNow(mine, now, names), names)
  return [{ person: customer, names, fields }, ...kept]
}

function saidNow(mine: PersonalPart | undefined, now: PersonalNow, own: readonly PersonalField[]): PersonalSnapshot {
  const { buyer, email } = now
  const shipping_address = own.includes("shipping_address") ? now.shipping_address : null
  const billing_address = own.includes("billing_address") ? now.billing_address : null
  const said = { name: buyer.name, company: buyer.company, vat_number: buyer.vatNumber }
  const kept = mine?.fields && mine.names.includes("name") ? mine.fields : null
  return {
    name: kept ? (kept.name ?? null) : (said.name ?? nameIn(billing_address) ?? nameIn(shipping_address)),
    company: kept ? (kept.company ?? null) : (said.company ?? billing_address?.company ?? null),
    vat_number: kept ? (kept.vat_number ?? null) : said.vat_number,
    ...{ email, shipping_address, billing_address },
  }
}

function pick(fields: Partial<PersonalSnapshot>, names: readonly PersonalField[]): Partial<PersonalSnapshot> {
  const has = (name: PersonalField): boolean => names.includes(name)
  return {
    ...(has("name") ? { name: fields.name ?? null } : {}),
    ...(has("company") ? { company: fields.company ?? null } : {}),
    ...(has("vat_number") ? { vat_number: fields.vat_number ?? null } : {}),
    ...(has("email") ? { email: fields.email ?? null } : {}),
    ...(has("shipping_address") ? { shipping_address: fields.shipping_address ?? null } : {}),
    ...(has("billing_address") ? { billing_address: fields.billing_address ?? null } : {}),
  }
}

const nameIn = (address: SnapshotAddress | null): string | null =>
  [address?.first_name, address?.last_name].filter(Boolean).join(" ") || null

/** Whether two lists of parts say the same, as far as they can be read. */
export const isSaidAlike = (one: readonly PersonalPart[], other: readonly PersonalPart[]): boolean =>
  isSame(readable(one), readable(other))

const readable = (parts: readonly PersonalPart[]) =>
  parts
    .flatMap(({ person, fields }) => (fields ? [{ person, fields }] : []))
    .sort((one, other) => (one.person < other.person ? -1 : 1))

/** What all parts say together; null: none of it can be read. */
export function personalOf(parts: readonly PersonalPart[]): PersonalSnapshot | null {
  const said = parts.filter(({ fields }) => fields !== null)
  const saidOf = (name: PersonalField) => said.find(({ names }) => names.includes(name))?.fields
  return said.length
    ? {
        name: saidOf("name")?.name ?? null,
        company: saidOf("company")?.company ?? null,
        vat_number: saidOf("vat_number")?.vat_number ?? null,
        email: saidOf("email")?.email ?? null,
        shipping_address: saidOf("shipping_address")?.shipping_address ?? null,
        billing_address: saidOf("billing_address")?.billing_address ?? null,
      }
    : null
}
